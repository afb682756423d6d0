"""A real browser for tests and for the pictures in the docs: the system's Chromium, if there is one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

import uvicorn

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from starlette.types import ASGIApp

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NONE = "no Chromium on this machine: the browser tests are skipped (Debian: apt-get install chromium)"


def find() -> str | None:
    """Give where the system's Chromium is."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start it, without a window."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  it takes a second, which few tests need

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


class Served:
    """An app over real HTTP on this machine, that can be stopped and started on the same port."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.port = app, 0
        self._server: Any = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Give its address."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Serve, and return when requests are taken."""
        config = uvicorn.Config(self.app, "127.0.0.1", self.port, log_config=None, access_log=False, lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.01)
        self.port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        """Stop, and close every connection."""
        self._server.should_exit = self._server.force_exit = True
        assert self._thread is not None
        self._thread.join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
