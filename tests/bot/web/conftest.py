"""Pages over a fresh store, and somebody who has just begun a talk in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import browser
from tests.browser import PHONE, Opened, Served
from tests.visitor import Clock, Visitor, pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Any]:
    made, store = pages(tmp_path, clock)
    made.state.store = store
    yield made
    store.close()


@pytest.fixture
def visitor(app: Any) -> Visitor:
    someone = Visitor(app)
    someone.begin()
    return someone


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as started:
        yield started


@pytest.fixture
def served(tmp_path: Path, clock: Clock) -> Iterator[Served]:
    app, store = pages(tmp_path, clock)
    with Served(app) as running:
        yield running
    store.close()


@pytest.fixture
def opened(chromium: Browser, served: Served) -> Iterator[Opened]:
    """Open the first page in a browser of its own; what the browser complains of fails the test."""
    contexts, trouble = [], []

    def open_page(query: str = "", **how: Any) -> Page:
        context = chromium.new_context(**{"viewport": PHONE, "locale": "en-GB", **how})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if "Content Security" in said.text else None)
        page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(served.url) else None)
        page.goto(f"{served.url}{query}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble
