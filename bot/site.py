"""The HTTP side: a server within the event loop, and the pages by which machines watch over us."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime

import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.metrics import CONTENT_TYPE, Metrics
from bot.store import Backlog

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104  a load balancer must reach us

ANSWER_SECONDS = 2.0
"""How long the database may take to be called well."""

GRACE_SECONDS = 2
"""How long requests in hand may take when the process is asked to end."""

IDLE_SECONDS = 75
"""How long a connection may be idle: longer than the minute of most load balancers, so that they close first."""

CONNECTIONS_MOST = 1000


class Pulse:
    """Asks the database how it is: once at a time, however many ask."""

    def __init__(self, backlog: Callable[[], Backlog], seconds: float = ANSWER_SECONDS) -> None:
        self._backlog = backlog
        self._seconds = seconds
        self._asking: asyncio.Task[Backlog] | None = None

    async def read(self) -> Backlog | None:
        """Give what waits in the outbox; None if the database does not answer in time."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(asyncio.to_thread(self._backlog))
            self._asking.add_done_callback(_heard)
        asking = self._asking
        await asyncio.wait({asking}, timeout=self._seconds)
        return asking.result() if asking.done() and asking.exception() is None else None


class Watch:
    """The pages for a load balancer and for Prometheus."""

    def __init__(
        self, pulse: Pulse, metrics: Metrics, clock: Callable[[], datetime], is_stopping: Callable[[], bool]
    ) -> None:
        self._pulse = pulse
        self._metrics = metrics
        self._clock = clock
        self._is_stopping = is_stopping

    def routes(self, *, metrics: bool = True) -> list[BaseRoute]:
        """Give the routes, with or without the figures."""
        pages: list[BaseRoute] = [Route("/healthz", self.healthz), Route("/readyz", self.readyz)]
        return [*pages, Route("/metrics", self.metrics)] if metrics else pages

    async def healthz(self, _request: Request) -> Response:
        """The process lives."""
        return PlainTextResponse("ok")

    async def readyz(self, _request: Request) -> Response:
        """Updates can be taken: the database answers, and we are not stopping."""
        if self._is_stopping():
            return PlainTextResponse("stopping", 503)
        if await self._pulse.read() is None:
            return PlainTextResponse("the database does not answer", 503)
        return PlainTextResponse("ready")

    async def metrics(self, _request: Request) -> Response:
        """The figures, for Prometheus."""
        page = self._metrics.page(await self._pulse.read(), self._clock())
        return Response(page, headers={"Content-Type": CONTENT_TYPE})


@asynccontextmanager
async def serving(app: ASGIApp, host: str, port: int) -> AsyncIterator[int]:
    """Serve an app, and give the port; at the end requests in hand are answered. Raises OSError."""
    listening = _listen(host, port)
    server = _Server(_config(app))
    running = asyncio.create_task(server.serve([listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await running


class _Server(uvicorn.Server):
    """A server that leaves the process's signals to us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(app: ASGIApp) -> uvicorn.Config:
    # Its own log would quote errors, and errors may quote a person.
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL + 1)
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        http="h11",
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS_MOST,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def _listen(host: str, port: int) -> socket.socket:
    """Take the port at once: who comes before the server runs only has to wait."""
    listening = socket.create_server((host, port), backlog=CONNECTIONS_MOST)
    listening.setblocking(False)  # noqa: FBT003  the standard library's signature
    return listening


def _heard(asking: asyncio.Task[Backlog]) -> None:
    """Look at an error that nobody waits for any more, so that nothing complains of it."""
    if not asking.cancelled():
        asking.exception()
