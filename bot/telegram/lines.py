"""Lines to the Bot API: JSON calls over kept connections, with a parser in C and nothing in between.

aiohttp, tuned, takes five times the processor time for the same call, and calls are most of what this bot does.
What is rare (files, a proxy, anything that is no JSON) still goes through aiohttp; see ``bot.telegram.request``.
"""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import httptools
from aiohappyeyeballs import start_connection

from bot.telegram.trouble import NotSent, Unknown

if TYPE_CHECKING:
    from aiohappyeyeballs import AddrInfoType

CONNECT_SECONDS = 5.0
IDLE_SECONDS = 15.0
"""A line that was quiet for longer is not used again: the server may be about to close it."""
NEXT_ADDRESS_SECONDS = 0.25

_PORTS = {"http": 80, "https": 443}
_FINAL = 200
"""Answers with a lower status announce another."""

Answer = tuple[int, bytes]


class Line(asyncio.Protocol):
    """One connection, for one call at a time."""

    def __init__(self) -> None:
        self.is_open = True
        self.used = 0.0
        self._parser = httptools.HttpResponseParser(self)
        self._body: list[bytes] = []
        self._answer: asyncio.Future[Answer] | None = None
        self._transport: asyncio.Transport | None = None

    async def ask(self, request: bytes, seconds: float) -> Answer:
        """Send a request and wait so long for its answer; raises Unknown if none came."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()
        self._answer = answer
        timer = loop.call_later(seconds, self.close)
        cast("asyncio.Transport", self._transport).write(request)
        try:
            return await answer
        except asyncio.CancelledError:
            self.close()
            raise
        finally:
            timer.cancel()

    def close(self) -> None:
        """Close the connection at once; who waits for an answer is told."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where to write."""
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Tell who waits that no answer will come; the call may have been done."""
        self.is_open = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Unknown(f"No answer: {type(error).__name__ if error else 'closed'}"))

    def data_received(self, data: bytes) -> None:
        """Read on; what nobody asked for, or is no HTTP, ends the connection."""
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self.close()

    def on_body(self, part: bytes) -> None:
        """Keep a part of the answer."""
        self._body.append(part)

    def on_message_complete(self) -> None:
        """Hand the answer over."""
        status, body = self._parser.get_status_code(), b"".join(self._body)
        self._body.clear()
        if status < _FINAL:
            return
        answer, self._answer = self._answer, None
        if answer is None or not self._parser.should_keep_alive():
            self.close()
        if answer is not None and not answer.done():
            answer.set_result((status, body))


class Lines:
    """The lines to one server: as many as there are calls at once, kept for the next.

    ``root`` is the address of the server. TLS trusts what the system trusts.
    """

    def __init__(self, root: str, connect_seconds: float = CONNECT_SECONDS) -> None:
        address = urlsplit(root)
        self._host = address.hostname or ""
        self._port = address.port or _PORTS.get(address.scheme, 0)
        self._tls = ssl.create_default_context() if address.scheme == "https" else None
        named = address.netloc.rpartition("@")[2]
        self._named = named.encode("ascii" if named.isascii() else "idna")
        self._connect_seconds = connect_seconds
        self._idle: list[Line] = []
        self._is_open = False

    def open(self) -> None:
        """Allow calls."""
        self._is_open = True

    def close(self) -> None:
        """Close all that is idle, and keep nothing from now on."""
        self._is_open = False
        while self._idle:
            self._idle.pop().close()

    async def post(self, path: str, content: bytes, seconds: float) -> Answer:
        """Post JSON; returns the status and the body of the answer.

        Raises NotSent if the server was not reached, Unknown if no answer came in time.
        """
        line = self._kept() or await self._connected()
        try:
            return await line.ask(self._request(path, content), seconds)
        finally:
            self._keep(line)

    def _request(self, path: str, content: bytes) -> bytes:
        return b"POST %b HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
            path.encode(),
            self._named,
            len(content),
            content,
        )

    def _kept(self) -> Line | None:
        """Give the line that was used last, if there is one; those that are stale are closed."""
        fresh = asyncio.get_running_loop().time() - IDLE_SECONDS
        while self._idle:
            line = self._idle.pop()
            if line.is_open and line.used > fresh:
                return line
            line.close()
        return None

    def _keep(self, line: Line) -> None:
        if line.is_open and self._is_open:
            line.used = asyncio.get_running_loop().time()
            self._idle.append(line)
        else:
            line.close()

    async def _connected(self) -> Line:
        failure = "closed"
        if self._is_open:
            try:
                return await asyncio.wait_for(self._connect(), self._connect_seconds)
            except (OSError, ValueError) as error:
                failure = type(error).__name__
        # Raised outside the except block: what went wrong may name the address.
        raise NotSent(f"Not sent: {failure}")

    async def _connect(self) -> Line:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(self._host, self._port, type=1)
        addresses = cast("list[AddrInfoType]", found)
        socket = await start_connection(addresses, happy_eyeballs_delay=NEXT_ADDRESS_SECONDS)
        name = self._host if self._tls else None
        _, line = await loop.create_connection(Line, sock=socket, ssl=self._tls, server_hostname=name)
        return line
