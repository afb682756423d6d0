"""A real browser for tests and for the pictures in the docs: the system's Chromium, if there is one."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import uvicorn

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from starlette.types import ASGIApp

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PHONE = {"width": 360, "height": 640}

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


Opened = Callable[..., "Page"]
"""Opens the first page in a browser of its own."""


def tap(page: Page, label: str) -> None:
    """Tap what reads so, and wait until it is answered."""
    before = page.locator("#state input[name=n]").input_value()
    page.get_by_role("button", name=label, exact=True).last.click()
    page.wait_for_function("n => document.querySelector('#state input[name=n]')?.value !== n", arg=before)


def begin(page: Page, label: str = "Begin") -> Page:
    page.get_by_role("button", name=label, exact=True).click()
    page.wait_for_selector("#log")
    return page


def say(page: Page, text: str) -> None:
    before = page.locator("#state input[name=n]").input_value()
    page.locator("#text").fill(text)
    page.locator(".send").click()
    page.wait_for_function("n => document.querySelector('#state input[name=n]')?.value !== n", arg=before)


def own(page: Page) -> list[str]:
    return page.locator(".bubble.own bdi").all_inner_texts()


def problems(page: Page) -> list[str]:
    """Look at a whole screen at once: what is half behind a bar while one scrolls counts as too small otherwise."""
    page.set_viewport_size({"width": 360, "height": 4000})
    page.evaluate(AXE.read_text("utf-8") + ";0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    page.set_viewport_size(PHONE)
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]]


def without_direction(speaker: object, name: str, value: object) -> None:
    if name != "right_to_left":
        object.__setattr__(speaker, name, value)
