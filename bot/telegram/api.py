"""The Bot API as this project uses it: raw JSON in and out, and the token kept out of sight."""

from __future__ import annotations

import logging
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any, Self, cast

import structlog
from telegram import Bot, InputFile
from telegram.error import InvalidToken

from bot import quickjson
from bot.pictures.studio import NotDrawn, Studio
from bot.post import Call
from bot.telegram.outgoing import as_text, voice_as_text
from bot.telegram.request import Encoded, KeptRequest
from bot.telegram.trouble import Unknown
from bot.voice.reader import NotRead, Reader, silent

if TYPE_CHECKING:
    from types import TracebackType

    from telegram.request import RequestData

    from bot.post import Json

ROOT = "https://api.telegram.org"
ALLOWED_UPDATES = ("message", "callback_query", "inline_query", "my_chat_member")
POLL_MARGIN_SECONDS = 15.0
"""How much longer than a long poll itself its answer may take."""

log = structlog.get_logger()

_TALKATIVE = ("telegram", "httpx", "aiohttp")


def connect(token: str, root: str = ROOT, reader: Reader | None = None) -> Api:
    """Build the client for a bot; ``root`` is the address of the Bot API server.

    A proxy named in the environment is used. Raises InvalidToken for an empty token.
    """
    _hush()
    root = root.rstrip("/")
    request = KeptRequest(root, proxy=_proxy(root))
    bot = Bot(
        token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=request,
        get_updates_request=request,
    )
    return Api(bot, request, reader=reader)


class Api:
    """Calls of the Bot API; used as ``async with connect(token) as api``.

    Every call may raise NotSent, ServerFault, Unknown and TooMany (see ``bot.telegram.trouble``)
    and the library's Forbidden, BadRequest, Conflict and InvalidToken.
    """

    def __init__(
        self, bot: Bot, request: KeptRequest, studio: Studio | None = None, reader: Reader | None = None
    ) -> None:
        self._bot = bot
        self._request = request
        self._studio = studio or Studio()
        self._reader = reader or silent()

    async def __aenter__(self) -> Self:
        # Not the bot's own initialize: what it raises for a wrong token quotes the token.
        await self._request.initialize()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._studio.close()
        await self._request.shutdown()

    async def call(self, call: Call, **timeouts: float) -> Any:
        """Make a call; returns the ``result`` of the answer as it came.

        A document in it is a file name and a text, and a photo what it tells, since a call is stored
        until it is sent; so is what a voice message reads. A picture that cannot be drawn is told in words, and
        a voice message that cannot be made is left out, for the words are there.
        """
        if call.method == "sendVoice":
            return await self._voice(call, **timeouts)
        if call.method == "sendPhoto":
            call = await self._picture(call)
        data = call.data
        if isinstance(document := data.get("document"), dict):
            file = InputFile(document["content"].encode(), filename=document["filename"])
            data = {**data, "document": file}
        return await self._post(call.method, data, **timeouts)

    async def _picture(self, call: Call) -> Call:
        try:
            drawn = await self._studio.draw(call.data["photo"])
        except NotDrawn as error:
            log.warning("picture_not_drawn", reason=str(error))
            return as_text(call)
        return Call(call.method, {**call.data, "photo": InputFile(drawn, filename="picture.png")})

    async def _voice(self, call: Call, **timeouts: float) -> Any:
        told = call.data["voice"]
        try:
            note = await self._reader.note(told)
        except NotRead as error:
            log.warning("not_read_aloud", reason=str(error))
            instead = voice_as_text(call)
            return await self.call(instead, **timeouts) if instead else None
        return await self._post(call.method, call.data | {"voice": InputFile(note, filename="voice.ogg")}, **timeouts)

    async def updates(self, offset: int, timeout: float, limit: int = 100) -> list[Json]:  # noqa: ASYNC109
        """Confirm what is older than ``offset``, and wait up to ``timeout`` seconds for what is new."""
        data = {"offset": offset, "timeout": int(timeout), "limit": limit, "allowed_updates": ALLOWED_UPDATES}
        found = await self._post("getUpdates", data, read_timeout=timeout + POLL_MARGIN_SECONDS)
        return _numbered(found)

    async def _post(self, method: str, data: Json, **timeouts: float) -> Any:
        try:
            if any(isinstance(value, InputFile) for value in data.values()):
                return await self._upload(method, data, **timeouts)
            encoded = cast("RequestData", Encoded(quickjson.encode(data)))
            return await self._request.post(f"{self._bot.base_url}/{method}", encoded, **timeouts)
        except InvalidToken:
            pass
        # Raised here without what the library says, which may one day quote the token.
        raise InvalidToken("The token was refused, or the method is unknown")

    async def _upload(self, method: str, data: Json, **timeouts: float) -> Any:
        """Go through the library's call for any method, which makes a form.

        It warns, on each call, against using it for a method that the library knows by this
        name. The underscore keeps it from recognising the name, and is dropped from the call.
        """
        return await self._bot.do_api_request(f"{method}_", data, **timeouts)  # type: ignore[arg-type]


def _numbered(found: object) -> list[Json]:
    """Keep the updates that can be confirmed; raises Unknown if the answer holds none but others."""
    updates = [each for each in found if _has_number(each)] if isinstance(found, list) else []
    if found != [] and not updates:
        raise Unknown("The answer of the server holds no updates")
    return updates


def _has_number(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)


def _hush() -> None:
    """Keep the libraries from logging addresses (which hold the token) and texts."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def _proxy(root: str) -> str | None:
    """Look up, once, which proxy the environment names for this server."""
    address = urllib.parse.urlsplit(root)
    if urllib.request.proxy_bypass(address.netloc):
        return None
    return urllib.request.getproxies().get(address.scheme)
