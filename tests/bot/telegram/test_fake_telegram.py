"""The fake must refuse what Telegram refuses, or the other tests prove nothing."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import Any

import aiohttp
import pytest

from tests.fake_telegram import TOKEN, FakeTelegram
from tests.fake_telegram.control import Remote

YES = {"text": "Yes", "callback_data": "1:2:yes"}


async def call(fake: FakeTelegram, method: str, token: str = "", **params: Any) -> tuple[int, Any]:
    url = f"{fake.root}/bot{token or fake.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=params) as answer:
        body = await answer.json()
    return answer.status, body["result"] if body["ok"] else body["description"]


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        ({"reply_markup": keyboard({"text": "", "callback_data": "x"})}, "non-empty"),
        ({"reply_markup": keyboard({"text": "x"})}, "text buttons are unallowed"),
        ({"reply_markup": keyboard({"text": "x", "callback_data": "é" * 33})}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard({"text": "x", "callback_data": ""})}, "BUTTON_DATA_INVALID"),
        ({"reply_markup": keyboard({"text": "x", "copy_text": {"text": "a" * 257}})}, "COPY_TEXT_INVALID"),
        ({"reply_markup": keyboard({"text": "x", "url": "nowhere"})}, "URL 'nowhere' is invalid"),
        ({"reply_markup": keyboard(*[YES] * 9)}, "reply markup is too long"),
        ({"reply_markup": "{not json"}, "can't parse"),
        ({"chat_id": 8}, "chat not found"),
        ({"chat_id": None}, "chat_id is empty"),
    ],
)
async def test_a_message_is_refused(fake: FakeTelegram, params: dict[str, Any], said: str) -> None:
    fake.chat(7)
    given: dict[str, Any] = {"chat_id": 7, "text": "hello"} | params
    status, description = await call(fake, "sendMessage", **given)
    assert status == 400
    assert description.startswith("Bad Request: ")
    assert said in description
    assert not fake.chat(7).texts


async def test_a_wrong_token_and_an_unknown_method_are_refused(fake: FakeTelegram) -> None:
    assert (await call(fake, "getMe", token="1:x"))[0] == 401
    assert (await call(fake, "doMagic"))[0] == 404


async def test_a_blocked_chat_is_refused(fake: FakeTelegram) -> None:
    fake.block(7)
    assert (await call(fake, "sendMessage", chat_id=7, text="x"))[0] == 403
    fake.unblock(7)
    assert (await call(fake, "sendMessage", chat_id=7, text="x"))[0] == 200


async def test_an_edit_that_changes_nothing_is_refused(fake: FakeTelegram) -> None:
    fake.chat(7)
    _, sent = await call(fake, "sendMessage", chat_id=7, text="x", reply_markup=keyboard(YES))
    where = {"chat_id": 7, "message_id": sent["message_id"]}
    same = await call(fake, "editMessageReplyMarkup", **where, reply_markup=keyboard(YES))
    assert "message is not modified" in same[1]
    assert (await call(fake, "editMessageReplyMarkup", **where))[0] == 200
    assert "not modified" in (await call(fake, "editMessageText", **where, text="x"))[1]
    assert (await call(fake, "editMessageText", **where, text="y"))[0] == 200
    gone = await call(fake, "editMessageText", chat_id=7, message_id=99, text="y")
    assert "message to edit not found" in gone[1]
    assert fake.chat(7).transcript == "bot: y"


async def test_a_tap_can_be_answered_once_and_not_too_late(fake: FakeTelegram) -> None:
    fake.chat(7)
    await call(fake, "sendMessage", chat_id=7, text="x", reply_markup=keyboard(YES))
    tap = fake.tap(7, "Yes")["callback_query"]["id"]
    assert (await call(fake, "answerCallbackQuery", callback_query_id=tap, text="ok"))[0] == 200
    assert fake.chat(7).toasts == ["ok"]
    assert "too old" in (await call(fake, "answerCallbackQuery", callback_query_id=tap))[1]
    late = fake.tap(7, "Yes")["callback_query"]["id"]
    fake.forget_taps()
    assert "too old" in (await call(fake, "answerCallbackQuery", callback_query_id=late))[1]


async def test_a_person_taps_what_stands_there_now(fake: FakeTelegram) -> None:
    fake.chat(7)
    for text in ("first", "second"):
        await call(fake, "sendMessage", chat_id=7, text=text, reply_markup=keyboard(YES))
    assert fake.tap(7, "Yes")["callback_query"]["message"]["text"] == "second"
    await call(fake, "editMessageReplyMarkup", chat_id=7, message_id=fake.chat(7).from_bot[1].number)
    assert fake.tap(7, "Yes")["callback_query"]["message"]["text"] == "first"
    with pytest.raises(LookupError, match="No button 'No'"):
        fake.tap(7, "No")


async def test_updates_stay_until_a_later_offset_confirms_them(fake: FakeTelegram) -> None:
    for text in "abc":
        fake.say(7, text)
    assert [each["update_id"] for each in (await call(fake, "getUpdates"))[1]] == [1, 2, 3]
    assert [each["update_id"] for each in (await call(fake, "getUpdates", limit=2))[1]] == [1, 2]
    assert [each["update_id"] for each in (await call(fake, "getUpdates", offset=3))[1]] == [3]
    assert [each["update_id"] for each in (await call(fake, "getUpdates"))[1]] == [3]
    assert (await call(fake, "getUpdates", offset=4))[1] == []
    assert fake.updates.confirmed == 3


async def test_only_the_last_updates_stay_for_a_negative_offset(fake: FakeTelegram) -> None:
    for text in "abc":
        fake.say(7, text)
    assert [each["update_id"] for each in (await call(fake, "getUpdates", offset=-1))[1]] == [3]


async def test_only_updates_that_were_asked_for_come(fake: FakeTelegram) -> None:
    await call(fake, "getUpdates", allowed_updates=["message"])
    fake.block(7)
    fake.say(7, "x")
    assert len((await call(fake, "getUpdates"))[1]) == 1


async def test_a_second_poller_ends_the_first(fake: FakeTelegram) -> None:
    first = asyncio.create_task(call(fake, "getUpdates", timeout=20))
    await fake.until(lambda: fake.calls["getUpdates"])
    while not fake.updates.polled:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    second = asyncio.create_task(call(fake, "getUpdates", timeout=20))
    assert (await first)[0] == 409
    fake.say(7, "x")
    assert len((await second)[1]) == 1


async def test_polling_is_refused_while_there_is_a_webhook(fake: FakeTelegram) -> None:
    await call(fake, "setWebhook", url="https://example.org/")
    assert (await call(fake, "getUpdates"))[0] == 409
    assert (await call(fake, "getWebhookInfo"))[1]["url"] == "https://example.org/"
    fake.say(7, "x")
    await call(fake, "deleteWebhook", drop_pending_updates=True)
    assert (await call(fake, "getUpdates"))[1] == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("setMyCommands", {"commands": [{"command": "Help", "description": "x"}]}),
        ("setMyCommands", {"commands": [{"command": "help", "description": ""}]}),
        ("setMyCommands", {"commands": [{"command": "help", "description": "x"}] * 101}),
        ("setMyDescription", {"description": "a" * 513}),
        ("setMyShortDescription", {"short_description": "a" * 121}),
        ("setMyDescription", {"description": "a", "language_code": "nld"}),
        ("sendDocument", {"chat_id": 7, "document": "x"}),
        ("sendPhoto", {"chat_id": 7, "photo": "x"}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}),
    ],
)
async def test_other_refusals(fake: FakeTelegram, method: str, params: dict[str, Any]) -> None:
    fake.chat(7)
    assert (await call(fake, method, **params))[0] == 400


async def test_trouble_befalls_only_what_it_is_meant_for(fake: FakeTelegram) -> None:
    fake.chat(7)
    fake.chat(8)
    fake.trouble("flood", chat=8, seconds=3, times=2)
    fake.trouble("fault", chance=0.0, times=None)
    assert (await call(fake, "sendMessage", chat_id=7, text="x"))[0] == 200
    assert (await call(fake, "sendMessage", chat_id=8, text="x"))[0] == 429
    assert (await call(fake, "sendMessage", chat_id=8, text="x"))[0] == 429
    assert (await call(fake, "sendMessage", chat_id=8, text="x"))[0] == 200


async def test_a_connection_is_dropped_before_or_after_delivery(fake: FakeTelegram) -> None:
    fake.chat(7)
    for kind, texts in (("drop_before", 0), ("drop_after", 1)):
        fake.trouble(kind)
        with pytest.raises(aiohttp.ClientConnectionError):
            await call(fake, "sendMessage", chat_id=7, text="x")
        assert len(fake.chat(7).texts) == texts


async def test_a_form_is_understood_like_json(fake: FakeTelegram) -> None:
    fake.chat(7)
    url = f"{fake.root}/bot{TOKEN}/sendMessage"
    form = {"chat_id": "7", "text": "x", "reply_markup": '{"inline_keyboard": [[]]}'}
    async with aiohttp.ClientSession() as session:
        async with session.post(url, data=form) as answer:
            assert answer.status == 200
        async with session.post(url, data=aiohttp.FormData(form, default_to_multipart=True)) as answer:
            assert answer.status == 200


async def test_it_runs_as_a_process_of_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fake_telegram", stdout=asyncio.subprocess.PIPE, env=dict(os.environ)
    )
    assert process.stdout is not None
    root = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession() as session:
        remote = Remote(root, session)
        update = await remote.say(chat=7, text="hello")
        await remote.repeat(update=update)
        async with session.post(
            f"{root}/bot{TOKEN}/sendMessage",
            json={"chat_id": 7, "text": "hi", "reply_markup": keyboard(YES)},
        ) as answer:
            assert answer.status == 200
        await remote.tap(chat=7, label="Yes")
        seen = await remote.seen(chat=7)
        assert seen["transcript"] == "you: hello\nbot: hi\n  [Yes]"
        assert (await remote.counts())["waiting"] == 3
        with pytest.raises(LookupError):
            await remote.tap(chat=7, label="No")
    process.terminate()
    assert await process.wait() == 0
