from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError

from bot.post import Call
from bot.telegram.api import Api, connect
from bot.telegram.request import KeptRequest
from bot.telegram.trouble import NotSent, ServerFault, TooMany, Unknown
from tests.fake_telegram import TOKEN, FakeTelegram

HELLO = Call("sendMessage", {"chat_id": 7, "text": "hello, 👋 & welcome"})
Handler = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def server(handler: Handler) -> AsyncIterator[str]:
    """Something that is no Bot API at all."""
    runner = web.ServerRunner(web.Server(handler), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


def answering(status: int, body: bytes, kind: str = "application/json") -> Handler:
    async def handler(_: web.BaseRequest) -> web.StreamResponse:
        return web.Response(status=status, body=body, content_type=kind)

    return handler


async def failure(root: str, call: Call = HELLO, token: str = TOKEN) -> TelegramError:
    """What a call raises, after making sure that it does not show the token."""
    async with connect(token, root) as api:
        with pytest.raises(TelegramError) as raised:
            await api.call(call)
    assert token not in shown(raised.value)
    return raised.value


def shown(error: BaseException) -> str:
    """All that any log could show of an error: its text, and that of what led to it."""
    chain: list[BaseException] = []
    follow: BaseException | None = error
    while follow is not None and follow not in chain:
        chain.append(follow)
        follow = follow.__cause__ or follow.__context__
    return "".join(repr(each) + "".join(traceback.format_exception(each)) for each in chain)


async def test_a_call_arrives_as_it_was_made_and_its_result_comes_back_raw(fake: FakeTelegram, api: Api) -> None:
    fake.chat(7)
    button = {"text": "Yes", "callback_data": "1:2:yes"}
    keyboard = {"inline_keyboard": [[button]]}
    sent = await api.call(Call(HELLO.method, HELLO.data | {"reply_markup": keyboard}))
    assert isinstance(sent, dict)
    assert fake.chat(7).texts == ["hello, 👋 & welcome"]
    assert fake.chat(7).from_bot[0].rows == [[button]]
    assert await api.call(Call("getWebhookInfo", {}))


async def test_updates_come_raw(fake: FakeTelegram, api: Api) -> None:
    update = fake.say(7, "hello")
    assert await api.updates(0, 0) == [update]
    assert await api.updates(update["update_id"] + 1, 0) == []


async def test_a_long_poll_may_take_longer_than_other_calls(fake: FakeTelegram) -> None:
    async with connect(fake.token, fake.root) as api:
        api._request._read = 0.01
        waiting = asyncio.create_task(api.updates(0, 5))
        await asyncio.sleep(0.1)
        fake.say(7, "hello")
        assert len(await waiting) == 1


async def test_a_document_is_sent(fake: FakeTelegram, api: Api) -> None:
    fake.chat(7)
    await api.call(Call("sendDocument", {"chat_id": 7, "document": {"filename": "all.json", "content": '{"a": 1}'}}))
    assert fake.chat(7).from_bot[0].document == ("all.json", b'{"a": 1}')


async def test_connections_are_kept_and_shared() -> None:
    seen = set()

    async def handler(request: web.BaseRequest) -> web.StreamResponse:
        seen.add(request.transport)
        return web.json_response({"ok": True, "result": True})

    async with server(handler) as root, connect(TOKEN, root) as api:
        for _ in range(5):
            await api.call(HELLO)
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("status", "description", "kind"),
    [
        (400, "Bad Request: chat not found", BadRequest),
        (403, "Forbidden: bot was blocked by the user", Forbidden),
        (409, "Conflict: terminated by other getUpdates request", Conflict),
        (401, "Unauthorized", InvalidToken),
        (404, "Not Found", InvalidToken),
        (413, "Request Entity Too Large", NetworkError),
        (500, "Internal Server Error", ServerFault),
        (502, "Bad Gateway", ServerFault),
    ],
)
async def test_a_refusal_is_raised_as_what_it_is(status: int, description: str, kind: type[TelegramError]) -> None:
    body = f'{{"ok":false,"error_code":{status},"description":"{description}"}}'.encode()
    async with server(answering(status, body)) as root:
        assert type(await failure(root)) is kind


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        (b'{"ok":false,"description":"x","parameters":{"retry_after":17}}', 17),
        (b'{"ok":false,"description":"x","parameters":{"retry_after":"soon"}}', 5),
        (b"<html>Slow down</html>", 5),
    ],
)
async def test_a_429_says_how_long_to_wait(body: bytes, seconds: float) -> None:
    async with server(answering(429, body)) as root:
        error = await failure(root)
    assert isinstance(error, TooMany)
    assert error.seconds == seconds


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Unknown),
        (302, ServerFault),
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (404, InvalidToken),
        (503, ServerFault),
    ],
)
@pytest.mark.parametrize("body", [f"<p>/bot{TOKEN}/sendMessage".encode(), b"[1]", b'"x"', b"", b"\xff", b"{}"])
async def test_an_answer_that_is_no_json_of_telegram_is_not_shown(
    status: int, kind: type[TelegramError], body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with server(answering(status, body, "text/html")) as root:
        error = await failure(root)
    assert type(error) is kind
    assert TOKEN not in caplog.text


async def test_a_server_that_is_not_there_was_not_reached() -> None:
    async with server(answering(200, b"")) as root:
        pass
    assert isinstance(await failure(root), NotSent)


async def test_an_address_that_is_none_was_not_reached() -> None:
    assert isinstance(await failure("http://"), NetworkError)
    assert isinstance(await failure("nothing at all"), NetworkError)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_dropped_connection_leaves_unknown_what_became_of_the_call(
    fake: FakeTelegram, api: Api, kind: str
) -> None:
    fake.chat(7)
    await api.call(HELLO)
    fake.trouble(kind)
    with pytest.raises(Unknown) as raised:
        await api.call(HELLO)
    assert len(fake.chat(7).texts) == (2 if kind == "drop_after" else 1)
    assert fake.calls["sendMessage"] == 2
    assert TOKEN not in shown(raised.value)


async def test_an_answer_that_is_late_leaves_unknown_what_became_of_the_call(fake: FakeTelegram) -> None:
    fake.chat(7)
    fake.trouble("stall", seconds=1)
    async with connect(fake.token, fake.root) as api:
        with pytest.raises(Unknown):
            await api.call(HELLO, read_timeout=0.02)


async def test_a_token_that_is_refused_is_not_shown(fake: FakeTelegram) -> None:
    token = "123456:some-other-token"
    error = await failure(fake.root, Call("getMe", {}), token)
    assert isinstance(error, InvalidToken)


async def test_an_unknown_method_shows_no_token(fake: FakeTelegram) -> None:
    assert isinstance(await failure(fake.root, Call("doMagic", {})), InvalidToken)


async def test_nothing_is_logged_of_what_is_said_nor_of_the_token(
    fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    fake.say(7, "very private")
    async with connect(fake.token, fake.root) as api:
        await api.updates(0, 0)
        await api.call(HELLO)
        with pytest.raises(BadRequest):
            await api.call(Call("sendMessage", {"chat_id": 8, "text": "very private"}))
    assert fake.token not in caplog.text
    assert "private" not in caplog.text
    assert "hello" not in caplog.text


@pytest.mark.parametrize("result", ["true", "{}", "[1]", '[{"no": 1}]'])
async def test_updates_that_cannot_be_confirmed_are_trouble(result: str) -> None:
    body = f'{{"ok":true,"result":{result}}}'.encode()
    async with server(answering(200, body)) as root, connect(TOKEN, root) as api:
        with pytest.raises(Unknown):
            await api.updates(0, 0)


async def test_calls_after_the_end_are_not_sent(fake: FakeTelegram) -> None:
    api = connect(fake.token, fake.root)
    with pytest.raises(NotSent):
        await api.call(HELLO)
    async with api:
        await api.call(Call("getMe", {}))
    with pytest.raises(NotSent):
        await api.call(HELLO)


async def test_opening_and_closing_twice_is_fine() -> None:
    request = KeptRequest("http://x", read_timeout=3)
    await request.initialize()
    await request.initialize()
    assert request.read_timeout == 3
    await request.shutdown()
    await request.shutdown()


async def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    async def proxy(request: web.BaseRequest) -> web.StreamResponse:
        asked.append(request.host)
        return web.json_response({"ok": True, "result": {}})

    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    async with server(proxy) as root:
        monkeypatch.setenv("http_proxy", root)
        async with connect(TOKEN, "http://telegram.invalid") as api:
            await api.call(HELLO)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with connect(TOKEN, root) as api:
            assert api._request._proxy is None
    assert asked == ["telegram.invalid"]
