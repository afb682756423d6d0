"""The webhook: who may knock, what is confirmed when, and how it stops."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any

import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs

from bot.settings import Settings
from bot.store.trouble import SealBroken
from bot.telegram.api import connect
from bot.telegram.hook import SECRET_HEADER, Hook
from bot.telegram.patience import TokenRefused
from bot.webhook import BODY_MOST
from tests.fake_telegram import FakeTelegram
from tests.knocking import HOOK, Bench, eventually, update


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    made = Bench()
    yield made
    made.talks.gate.set()
    await made.webhook._gathering.finish()
    await made.sender.drain()


async def test_an_update_is_taken_and_answered(bench: Bench) -> None:
    assert await bench.post(update(1, "hello")) == 200
    await eventually(lambda: bench.api.calls)
    assert bench.talks.batches == [["hello"]]


@pytest.mark.parametrize(
    "given", [{}, {SECRET_HEADER: ""}, {SECRET_HEADER: "a-secret-of-some-lengt"}, {SECRET_HEADER: "é"}]
)
async def test_who_does_not_know_the_secret_is_sent_away_and_nothing_is_logged(bench: Bench, given: Any) -> None:
    headers = {name: value.encode() for name, value in given.items()}
    with capture_logs() as logs:
        assert await bench.post(update(1, "secret words"), headers) == 403
    assert not bench.talks.batches
    assert not logs


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'"text"', b"\xff\xfe", b"[" * 100_000, b"1" * 5000])
async def test_what_is_no_update_is_refused(bench: Bench, content: bytes) -> None:
    with capture_logs() as logs:
        assert await bench.post(content) == 400
    assert not logs


async def test_a_body_of_one_mebibyte_is_read_and_a_larger_one_refused(bench: Bench) -> None:
    fits = update(1, "x").ljust(BODY_MOST)
    assert await bench.post(fits) == 200
    assert await bench.post(fits + b" ") == 413


async def test_a_body_without_a_length_is_cut_off_as_well(bench: Bench) -> None:
    async def parts() -> AsyncIterator[bytes]:
        for _ in range(17):
            yield b" " * 2**16

    assert await bench.post(parts()) == 413


@pytest.mark.parametrize(("path", "status"), [("/", 404), ("/telegram/more", 404), ("/metrics", 404)])
async def test_no_other_path_is_served(bench: Bench, path: str, status: int) -> None:
    assert await bench.post(update(1, "hello"), path=path) == status


async def test_what_asks_for_no_reaction_is_confirmed(bench: Bench) -> None:
    assert await bench.post(b'{"update_id": 1, "edited_message": {}}') == 200
    assert not bench.talks.batches


async def test_who_blocks_the_bot_is_told_to_the_store(bench: Bench) -> None:
    gone = {"chat": {"id": 7, "type": "private"}, "new_chat_member": {"status": "kicked"}}
    assert await bench.post(json.dumps({"update_id": 1, "my_chat_member": gone}).encode()) == 200
    assert bench.blocked == [7]


async def test_nothing_is_confirmed_before_its_turn_is_committed(bench: Bench) -> None:
    bench.talks.gate.clear()
    knock = bench.knock(1, "hello")
    await eventually(bench.talks.inside.is_set)
    await asyncio.sleep(0.02)
    assert not knock.done()
    bench.talks.gate.set()
    assert await knock == 200


async def gathered(bench: Bench, texts: Iterable[str]) -> list[int]:
    """Hold a first transaction open until all of these have arrived; gives their answers."""
    bench.talks.gate.clear()
    first = bench.knock(1, "first", chat=1)
    await eventually(bench.talks.inside.is_set)
    knocks = [bench.knock(number, text, chat=number) for number, text in enumerate(texts, 2)]
    await eventually(lambda: len(bench.webhook._gathering._waiting) == len(knocks))
    bench.talks.gate.set()
    assert await first == 200
    return list(await asyncio.gather(*knocks))


async def test_what_arrives_during_a_transaction_is_taken_in_the_next_one_together(bench: Bench) -> None:
    texts = [str(number) for number in range(30)]
    assert await gathered(bench, texts) == [200] * 30
    assert bench.talks.batches == [["first"], texts]


async def test_no_transaction_takes_more_than_a_hundred(bench: Bench) -> None:
    assert await gathered(bench, map(str, range(150))) == [200] * 150
    assert [len(batch) for batch in bench.talks.batches] == [1, 100, 50]


async def test_the_order_of_arrival_is_kept(bench: Bench) -> None:
    bench.talks.gate.clear()
    knocks = []
    for number in range(6):
        knocks.append(bench.knock(number, str(number)))
        await eventually(bench.talks.inside.is_set)
        await asyncio.sleep(0)
    bench.talks.gate.set()
    assert await asyncio.gather(*knocks) == [200] * 6
    assert [text for batch in bench.talks.batches for text in batch] == list("012345")


async def test_a_turn_that_cannot_be_committed_may_come_again_and_nothing_of_it_is_logged(bench: Bench) -> None:
    bench.talks.trouble["secret words"] = OSError("secret words")
    with capture_logs() as logs:
        assert await bench.post(update(1, "secret words")) == 503
    assert [entry["event"] for entry in logs] == ["turns_not_taken"]
    assert "secret" not in str(logs)
    bench.talks.trouble.clear()
    assert await bench.post(update(1, "secret words")) == 200


async def test_whatever_goes_wrong_nobody_waits_for_ever(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken, capture_logs():
        broken.setattr(bench.sender, "put", None)
        assert await bench.post(update(1, "hello")) == 503
    assert await bench.post(update(1, "hello")) == 200


async def test_a_database_in_trouble_fails_the_group_at_once(bench: Bench) -> None:
    bench.talks.trouble["2"] = OSError()
    with capture_logs() as logs:
        assert await gathered(bench, "123") == [503] * 3
    assert len(logs) == 1


async def test_a_conversation_that_cannot_be_read_fails_alone(bench: Bench) -> None:
    bench.talks.trouble["2"] = SealBroken()
    with capture_logs():
        assert await gathered(bench, "123") == [200, 503, 200]
    assert bench.talks.batches == [["first"], ["1"], ["3"]]


async def test_telegram_is_told_where_to_push_and_by_which_secret(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api, Bench(api).serving():
        await fake.until(lambda: fake.push.url)
    assert fake.push.url == HOOK.marked_url
    assert fake.push.url.startswith("https://bot.example.org/telegram?v=")
    assert HOOK.secret not in fake.push.url
    assert fake.push.secret == HOOK.secret
    assert fake.push.connections == 100
    assert fake.updates.allowed == {"message", "callback_query", "inline_query", "my_chat_member"}


async def test_it_is_told_again_only_when_something_differs(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api:
        for secret, told in (("first-secret-of-ours", 1), ("first-secret-of-ours", 1), ("second-secret-of-ours", 2)):
            asked = fake.calls["getWebhookInfo"]
            async with Bench(api, Hook(HOOK.url, secret)).serving():
                await fake.until(lambda asked=asked: fake.calls["getWebhookInfo"] > asked)
                await fake.until(lambda told=told: fake.calls["setWebhook"] == told and fake.push.secret)
            assert fake.push.secret == secret


async def test_a_whole_talk_by_webhook_with_doubles(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api:
        bench = Bench(api)
        async with bench.serving() as port:
            fake.push.machines = [f"http://127.0.0.1:{port}"]
            for number in range(5):
                fake.updates.repeat(fake.say(7, str(number)))
            await fake.until(lambda: fake.updates.confirmed == 10)
            await fake.until(lambda: len(fake.chat(7).texts) == 10)
    assert [text for batch in bench.talks.batches for text in batch] == list("0011223344")


async def test_what_was_not_committed_is_pushed_again(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api:
        bench = Bench(api)
        async with bench.serving() as port:
            fake.push.machines = [f"http://127.0.0.1:{port}"]
            bench.talks.trouble["hello"] = OSError()
            fake.say(7, "hello")
            await fake.until(lambda: len(fake.push.answers) == 2)
            bench.talks.trouble.clear()
            await fake.until(lambda: fake.chat(7).texts == ["You said hello"])
            await fake.until(lambda: fake.updates.confirmed == 1)
    assert {status for _, status in fake.push.answers[:-1]} == {503}


async def test_stopping_finishes_the_turn_in_hand_answers_it_and_sends_the_reply(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api:
        bench = Bench(api)
        async with bench.serving() as port:
            fake.push.machines = [f"http://127.0.0.1:{port}"]
            bench.talks.gate.clear()
            fake.say(7, "hello")
            await eventually(bench.talks.inside.is_set)
            bench.webhook.stop()
            await asyncio.sleep(0.15)
            bench.talks.gate.set()
    assert fake.push.answers == [(1, 200)]
    assert fake.chat(7).texts == ["You said hello"]


async def test_a_wrong_token_stops_it(fake: FakeTelegram) -> None:
    async with connect("999:wrong", fake.root) as api:
        with pytest.raises(TokenRefused):
            await asyncio.wait_for(Bench(api).webhook.run(), 5)


async def test_it_serves_although_telegram_is_out_of_reach_at_first(fake: FakeTelegram) -> None:
    fake.trouble("fault", method="getWebhookInfo", times=2)
    fake.trouble("fault", method="setWebhook", times=2)
    async with connect(fake.token, fake.root) as api, Bench(api).serving():
        await fake.until(lambda: fake.push.url)


@pytest.mark.parametrize(
    ("url", "path"), [("https://a.org", "/"), ("https://a.org/", "/"), ("https://a.org/x/y?z=1", "/x/y")]
)
def test_the_path_is_that_of_the_address(url: str, path: str) -> None:
    assert Hook(url, "s").path == path


def test_the_mark_follows_what_the_address_asks_already() -> None:
    assert Hook("https://a.org/x?z=1", "s").marked_url.startswith("https://a.org/x?z=1&v=")


@pytest.mark.parametrize("secret", ["", "short", "with a space in it....", "é" * 20, "x" * 257])
def test_a_webhook_needs_a_good_secret(secret: str) -> None:
    with pytest.raises(ValidationError, match="16 to 256"):
        Settings(WEBHOOK_URL="https://a.org/x", WEBHOOK_SECRET=secret)


@pytest.mark.parametrize("url", ["a.org/x", "ftp://a.org", "https://", "https://a.org/#x"])
def test_a_webhook_needs_a_whole_address(url: str) -> None:
    with pytest.raises(ValidationError, match="address"):
        Settings(WEBHOOK_URL=url, WEBHOOK_SECRET=HOOK.secret)


def test_without_a_webhook_no_secret_is_needed() -> None:
    assert Settings(WEBHOOK_URL="", WEBHOOK_SECRET="").port == 8080
