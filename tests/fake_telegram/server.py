"""The fake Bot API over HTTP, in a test's own process."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl

from aiohttp import web

from tests.fake_telegram.chats import Chat, Chats
from tests.fake_telegram.control import Control
from tests.fake_telegram.methods import Methods
from tests.fake_telegram.people import People
from tests.fake_telegram.push import Push
from tests.fake_telegram.rules import Params, Refusal, bad
from tests.fake_telegram.trouble import Trouble, Troubles
from tests.fake_telegram.updates import Updates

if TYPE_CHECKING:
    from collections.abc import Callable

TOKEN = "123456:FAKE-token_that-looks-like_one"
BODY_MOST = 50 * 2**20


class FakeTelegram(People):
    """A Bot API server for one bot, and the people who talk with it.

    ``async with FakeTelegram() as fake`` serves at ``fake.root``. ``delay`` is how many seconds
    each answer takes. ``on_message`` of ``methods`` is called for each message of the bot.
    """

    def __init__(self, token: str = TOKEN, *, delay: float = 0.0, first_update: int = 1, seed: int = 0) -> None:
        self.token = token
        self.delay = delay
        self.chats = Chats()
        self.updates = Updates(first_update)
        self.push = Push(self.updates)
        self.push.on_answer = self._tell_watchers
        self.methods = Methods(self.chats, self.updates, self.push)
        self.troubles = Troubles(seed)
        self.calls: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.root = ""
        self._control = Control(self)
        self._runner: web.ServerRunner | None = None
        self._watchers: list[asyncio.Future[None]] = []
        super().__init__(self.chats, self.updates)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Begin to serve, on a free port of this machine if none is given."""
        self._runner = web.ServerRunner(web.Server(self._handle, access_log=None), shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.root = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Close every connection."""
        self.updates.release()
        await self.push.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def chat(self, number: int) -> Chat:
        """A chat as its person sees it."""
        return self.chats.open(number)

    def trouble(self, kind: str, **how: Any) -> Trouble:
        """Let something go wrong; see Trouble for the kinds and what else can be given."""
        trouble = Trouble(kind, **how)  # type: ignore[arg-type]
        self.troubles.all.append(trouble)
        return trouble

    async def until(self, condition: Callable[[], object], seconds: float = 5.0) -> None:
        """Wait until something is so, looking after each call; fails after so many seconds."""
        async with asyncio.timeout(seconds):
            while not condition():
                watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                self._watchers.append(watcher)
                await watcher

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path.startswith("/control/"):
            return web.json_response(await self._control.answer(request))
        method = request.path.rpartition("/")[2]
        self.calls[method] += 1
        self._tell_watchers()
        try:
            return await self._answer(request, method)
        except Refusal as refusal:
            self.refused[f"{method} {refusal.code}"] += 1
            return _refusal(refusal)
        finally:
            self._tell_watchers()

    async def _answer(self, request: web.BaseRequest, method: str) -> web.StreamResponse:
        if not request.path.startswith(f"/bot{self.token}/"):
            raise Refusal(401, "Unauthorized")
        params = await _params(request)
        trouble = self.troubles.befalling(method, _chat(params)) if self.troubles.all else None
        if trouble is not None:
            await _before(trouble, request)
        result = await self.methods._call(method, params)
        self._tell_watchers()
        if trouble is not None:
            await _after(trouble, request)
        if self.delay:
            await asyncio.sleep(self.delay)
        return _json({"ok": True, "result": result}, 200)

    def _tell_watchers(self) -> None:
        watchers, self._watchers = self._watchers, []
        for watcher in watchers:
            if not watcher.done():
                watcher.set_result(None)


async def _before(trouble: Trouble, request: web.BaseRequest) -> None:
    match trouble.kind:
        case "flood":
            wait = trouble.seconds
            raise Refusal(429, f"Too Many Requests: retry after {wait:g}", retry_after=wait)
        case "fault":
            raise Refusal(trouble.code, "Internal Server Error")
        case "drop_before":
            _drop(request)
        case "slow":
            await asyncio.sleep(trouble.seconds)


async def _after(trouble: Trouble, request: web.BaseRequest) -> None:
    match trouble.kind:
        case "drop_after":
            _drop(request)
        case "stall":
            await asyncio.sleep(trouble.seconds)


def _drop(request: web.BaseRequest) -> None:
    """Close the connection; what is answered then reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    raise Refusal(500, "The connection was dropped")


async def _params(request: web.BaseRequest) -> Params:
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _form(request)
    body = await request.read()
    if kind == "application/json" and body:
        try:
            return dict(json.loads(body))
        except (ValueError, TypeError):
            raise bad("can't parse JSON object") from None
    return dict(parse_qsl(body.decode() or request.query_string))


async def _form(request: web.BaseRequest) -> Params:
    request._client_max_size = BODY_MOST
    form = await request.post()
    return {
        name: (value.filename, value.file.read()) if isinstance(value, web.FileField) else value
        for name, value in form.items()
    }


def _chat(params: Params) -> int | None:
    try:
        return int(params["chat_id"])
    except (KeyError, TypeError, ValueError):
        return None


def _refusal(refusal: Refusal) -> web.Response:
    answer: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    if refusal.parameters:
        answer["parameters"] = refusal.parameters
    return _json(answer, refusal.code)


def _json(answer: Any, status: int) -> web.Response:
    return web.Response(body=json.dumps(answer).encode(), status=status, content_type="application/json")
