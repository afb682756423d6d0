"""The HTTP client under python-telegram-bot: lines for JSON, and an aiohttp session for what is rare."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot import quickjson
from bot.telegram.lines import Lines
from bot.telegram.trouble import NotSent, ServerFault, TooMany, Unknown

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
WRITE_SECONDS = 20.0
RETRY_SECONDS = 5.0
"""How long to wait after a 429 that does not say how long."""

UNEXPLAINED = b'{"ok":false}'

_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)
_NO_ANSWER = (TimeoutError, aiohttp.ClientConnectionError, aiohttp.ClientPayloadError, OSError)


class Encoded:
    """Parameters that are JSON already; stands in for the library's RequestData, which takes each apart."""

    __slots__ = ("content",)

    def __init__(self, content: bytes) -> None:
        self.content = content


class KeptRequest(BaseRequest):
    """Calls the Bot API at ``root`` over connections that are kept alive.

    It serves long polling and everything else alike. There is no limit on connections here:
    who calls limits how many calls are in flight. ``proxy`` is the address of an HTTP proxy;
    then every call goes through aiohttp.
    """

    __slots__ = ("_connect", "_lines", "_proxy", "_read", "_root", "_session", "_usual", "_write")

    def __init__(
        self,
        root: str,
        *,
        connect_timeout: float = CONNECT_SECONDS,
        read_timeout: float = READ_SECONDS,
        write_timeout: float = WRITE_SECONDS,
        proxy: str | None = None,
    ) -> None:
        self._connect = connect_timeout
        self._read = read_timeout
        self._write = write_timeout
        self._proxy = proxy
        self._usual = _limits(connect_timeout, read_timeout, write_timeout)
        self._root = root
        self._lines = Lines(root, connect_timeout)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The seconds that an answer may take when a call does not say so itself."""
        return self._read

    async def initialize(self) -> None:
        """Open the session, unless it is open already."""
        self._lines.open()
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close the session and its connections; closing twice is fine."""
        self._lines.close()
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0917  the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  there is no pool to wait for
    ) -> tuple[int, bytes]:
        """Make one request; returns the status and the body.

        Raises ``NotSent``, ``ServerFault``, ``Unknown`` or ``TooMany``; of an answer in 4xx only
        the JSON is handed on, since a page of a proxy would repeat the address.
        """
        if isinstance(request_data, Encoded) and self._proxy is None:
            seconds = _or(read_timeout, self._read) or READ_SECONDS
            status, content = await self._lines.post(url.removeprefix(self._root), request_data.content, seconds)
        else:
            limits = self._limits(read_timeout, write_timeout, connect_timeout)
            status, content = await self._through_session(url, method, request_data, limits)
        return status, content if status < HTTPStatus.MULTIPLE_CHOICES else _refusal(status, content)

    async def _through_session(
        self, url: str, method: str, data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        session = self._open_session()
        body, headers = _body(data)
        try:
            async with session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except (aiohttp.ClientError, ValueError, *_NO_ANSWER) as error:
            failure = _failure(error)
        # Raised outside the except block: the original names the address, and so the token.
        raise failure

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Parse an answer; raises ``Unknown`` if it is none, and shows nothing of it."""
        try:
            answer = quickjson.decode(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not (answer.get("ok") is False or "result" in answer):
            raise Unknown("The answer of the server cannot be read")
        return cast("dict[str, Any]", answer)

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            raise NotSent("The connection to the Bot API is closed")
        return self._session

    def _limits(
        self, read: ODVInput[float], write: ODVInput[float], connect: ODVInput[float]
    ) -> aiohttp.ClientTimeout:
        if read is write is connect is BaseRequest.DEFAULT_NONE:
            return self._usual
        return _limits(_or(connect, self._connect), _or(read, self._read), _or(write, self._write))


def _or(given: ODVInput[float], usual: float) -> float | None:
    return usual if given is BaseRequest.DEFAULT_NONE else cast("float | None", given)


def _limits(connect: float | None, read: float | None, write: float | None) -> aiohttp.ClientTimeout:
    """Limit each phase, and the whole to their sum: a server that drips cannot hold a call up."""
    parts = (connect, read, write)
    total = None if None in parts else sum(part for part in parts if part is not None)
    return aiohttp.ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


def _body(data: RequestData | Encoded | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if isinstance(data, Encoded):
        return data.content, {"Content-Type": "application/json"}
    if data is None or (not data.parameters and not data.contains_files):
        return None, {}
    if data.contains_files:
        return _form(data), {}
    return quickjson.encode(data.parameters), {"Content-Type": "application/json"}


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _failure(error: Exception) -> NetworkError:
    """Say what became of a call that ended without an answer, naming only the kind of error.

    A connection that was reused and then closed before an answer counts as unknown too: the
    server may have read the call before it closed.
    """
    kind = type(error).__name__
    if isinstance(error, _NEVER_LEFT):
        return NotSent(f"Not sent: {kind}")
    if isinstance(error, _NO_ANSWER):
        return Unknown(f"No answer: {kind}")
    return NetworkError(f"The call failed: {kind}")


def _refusal(status: int, content: bytes) -> bytes:
    """Hand on the server's own explanation of a 4xx; raises for all that is no answer to the call."""
    answer = _explanation(content)
    if not HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        raise ServerFault(f"The server is in trouble ({status})")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise TooMany(_seconds(answer.get("parameters")))
    return content if isinstance(answer.get("description"), str) else UNEXPLAINED


def _explanation(content: bytes) -> dict[str, Any]:
    try:
        answer = quickjson.decode(content)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _seconds(parameters: object) -> float:
    asked = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return float(asked) if isinstance(asked, int | float) and asked > 0 else RETRY_SECONDS
