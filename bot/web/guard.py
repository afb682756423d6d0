"""The guard before every page: who may ask, what may be in it, and what a browser may do with the answer."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Not "no-referrer": then a browser would not tell the origin of our own forms either.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}
LASTING = "max-age=31536000"
AT_HOME = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pages stand in the world; without an address, on this machine only."""

    url: str = ""

    @property
    def path(self) -> str:
        """The path below which they stand, without a slash at the end."""
        return urlsplit(self.url).path.rstrip("/")

    @property
    def secure(self) -> bool:
        """Tell whether browsers reach us over TLS."""
        return self.url.startswith("https:")

    def is_ours(self, host: str) -> bool:
        """Tell whether a browser asked for us, and not for a name that was pointed at us."""
        return host == urlsplit(self.url).netloc if self.url else host.rpartition(":")[0] in AT_HOME

    def origin(self, host: str) -> str:
        """Give the origin from which our own forms come."""
        return f"https://{host}" if self.secure else f"http://{host}"


class Guard:
    """Refuses what does not come from our own pages, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, place: Place) -> None:
        self._app, self._place = app, place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            return
        app = self._app if self._lets_in(scope["method"], Headers(scope=scope)) else _refused
        await app(scope, receive, self._with_headers(send))

    def _lets_in(self, method: str, headers: Headers) -> bool:
        host = headers.get("host", "")
        if not self._place.is_ours(host):
            return False
        if method in {"GET", "HEAD"}:
            return True
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        return site in {None, "same-origin"} and origin == self._place.origin(host)

    def _with_headers(self, send: Send) -> Send:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
                if self._place.secure:
                    headers["Strict-Transport-Security"] = LASTING
                message["headers"] = headers.raw
            await send(message)

        return sending


async def _refused(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("This does not come from our own page.", HTTPStatus.FORBIDDEN)(scope, receive, send)
