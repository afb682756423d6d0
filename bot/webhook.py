"""The webhook: updates that Telegram pushes are confirmed only after their turns are committed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from http import HTTPStatus

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot import quickjson
from bot.post import Json
from bot.site import EVERYWHERE, serving
from bot.store.trouble import KeyMissing, SealBroken
from bot.telegram.gathering import Gathering, NotTaken
from bot.telegram.hook import SECRET_HEADER, Hook, announce
from bot.telegram.incoming import read
from bot.telegram.patience import Rhythm
from bot.telegram.sender import Caller
from bot.telegram.trouble import where
from bot.telegram.upkeep import Arrived, Upkeep

BODY_MOST = 2**20
BODY_SECONDS = 10.0

ONE_CHATS_OWN = (KeyMissing, SealBroken)
"""What one stored conversation can bring about, and no other suffers from."""

RHYTHM = Rhythm(leftovers=1.0, drain=1.5)
"""Another process may be sending the chat's previous reply; the next is looked for soon."""

log = structlog.get_logger()


class Webhook:
    """Serves the conversations by what Telegram pushes, until it is told to stop."""

    def __init__(self, api: Caller, upkeep: Upkeep, hook: Hook, port: int, pages: list[BaseRoute]) -> None:
        self._api = api
        self._upkeep = upkeep
        self._patience = upkeep.patience
        self._hook = hook
        self._port = port
        self._gathering = Gathering(upkeep, ONE_CHATS_OWN)
        self.app = build(hook, self._gathering, pages)

    async def run(self) -> None:
        """Serve until ``stop``; then answer the requests in hand and send what can be sent.

        Raises TokenRefused, and OSError if the port is taken.
        """
        try:
            async with serving(self.app, EVERYWHERE, self._port) as port:
                log.info("listening", port=port)
                await self._serve()
        finally:
            await self._gathering.finish()
            await self._upkeep.end()

    def stop(self) -> None:
        """Ask ``run`` to end; may be called more than once, from the same event loop."""
        self._patience.stop()

    async def _serve(self) -> None:
        helper = asyncio.create_task(self._look_after())
        telling = asyncio.create_task(announce(self._api, self._hook, self._patience))
        stopped = asyncio.create_task(self._patience.stopped())
        try:
            await asyncio.wait({telling, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if telling.done():
                await telling
            await stopped
        finally:
            self.stop()
            telling.cancel()
            await asyncio.gather(helper, telling, stopped, return_exceptions=True)

    async def _look_after(self) -> None:
        await self._upkeep.begin()
        await self._upkeep.run()


def build(hook: Hook, gathering: Gathering, pages: list[BaseRoute]) -> Starlette:
    """Make the app: the webhook's path, and the pages beside it."""
    routes = [Route(hook.path, Receiver(hook, gathering).receive, methods=["POST"]), *pages]
    return Starlette(routes=routes, exception_handlers={Exception: _failed})


class Receiver:
    """Answers Telegram: 200 when the turn is committed, and else something that makes it come again."""

    def __init__(self, hook: Hook, gathering: Gathering) -> None:
        self._hook = hook
        self._gathering = gathering

    async def receive(self, request: Request) -> Response:
        """Take one update that was pushed."""
        if not self._hook.is_known(request.headers.get(SECRET_HEADER, "")):
            raise HTTPException(HTTPStatus.FORBIDDEN)
        arrived = Arrived(read(_update(await _body(request))))
        try:
            await self._gathering.take(arrived)
        except NotTaken:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE) from None
        return Response()


async def _body(request: Request) -> bytes:
    """Read the body, as far as we want to have it."""
    if _number(request.headers.get("content-length", "")) > BODY_MOST:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    body = bytearray()
    with _in_time():
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > BODY_MOST:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return bytes(body)


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    try:
        yield
    except (TimeoutError, ClientDisconnect):
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from None


def _update(body: bytes) -> Json:
    """Parse the body; nothing of it is told when it cannot be."""
    try:
        update = quickjson.decode(body)
    except (ValueError, RecursionError):
        update = None
    if not isinstance(update, dict):
        raise HTTPException(HTTPStatus.BAD_REQUEST)
    return update


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


async def _failed(_request: Request, error: Exception) -> Response:
    """Tell the operator where it went wrong, and nobody what with."""
    log.error("request_failed", **where(error))
    return Response(status_code=HTTPStatus.INTERNAL_SERVER_ERROR)
