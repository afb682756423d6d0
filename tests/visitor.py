"""Somebody with a browser, for tests: opens pages, taps, types, and sees what stands there."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.directory.services import NOTHING, Shelf
from bot.meter import UNMEASURED
from bot.settings import Settings
from bot.store import Store
from bot.store.seal import Keys, Seal
from bot.voice.reader import Reader
from bot.web.serving import web_door
from tests.person import MONDAY_MORNING

ROOT = "http://127.0.0.1:8080"
OURS = {"origin": ROOT, "sec-fetch-site": "same-origin"}
KEYS = Keys.fresh()


@dataclass
class Clock:
    """A moment that moves on when a test says so."""

    now: datetime = MONDAY_MORNING

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


def pages(
    folder: Path,
    clock: Callable[[], datetime],
    shelf: Shelf = lambda: NOTHING,
    reader: Reader | None = None,
    **settings: Any,
) -> tuple[Starlette, Store]:
    """Make the pages over a store in a folder; made again, they go on where they were."""
    known = Settings(VRAAGKRACHT_OPERATOR="Steunpunt Voorbeeld", **settings)
    store = Store.open(f"sqlite:///{folder / 'talks.db'}", Seal(KEYS))
    return Starlette(routes=[web_door(known, store, shelf, UNMEASURED, clock, reader=reader).mount()]), store


@dataclass
class Visitor:
    """One browser, with its cookies, without scripts; ``quick`` asks as the script does."""

    app: Any
    language: str = "en"
    root: str = ROOT
    client: TestClient = field(init=False)
    page: str = ""

    def __post_init__(self) -> None:
        self.client = TestClient(self.app, self.root, follow_redirects=True)
        self.client.headers["accept-language"] = self.language

    def open(self, path: str = "/") -> str:
        self.page = self.client.get(path).text
        return self.page

    def begin(self, query: str = "", **more: str) -> str:
        """Come in by the first page, and begin in one's own language."""
        self.open(f"/{query}")
        carried = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.page))
        self.page = self.post("/begin", {"lang": self.language, **carried, **more}).text
        return self.page

    def post(self, path: str, fields: dict[str, str], headers: dict[str, str] = OURS) -> Any:
        return self.client.post(path, data=fields, headers={**headers, "origin": self.root})

    def fields(self) -> dict[str, str]:
        """Give the hidden fields of the form that stands there."""
        return dict(re.findall(r'<input type="hidden" name="(n|seen|tone)" value="([^"]*)"', self.page))

    def form(self, label: str) -> dict[str, str]:
        """Give what the browser would send for a tap on what reads so."""
        found = re.findall(r'<button[^>]*name="(tap|command)" value="([^"]*)"[^>]*>([^<]*)</button>', self.page)
        name, value = next((name, value) for name, value, text in found if html.unescape(text).strip() == label)
        return {**self.fields(), name: value}

    def tap(self, label: str) -> str:
        self.page = self.post("/say", self.form(label)).text
        return self.page

    def type(self, text: str) -> str:
        self.page = self.post("/say", {**self.fields(), "text": text}).text
        return self.page

    def labels(self) -> list[str]:
        """Give what stands on the buttons of the question."""
        return [html.unescape(each) for each in re.findall(r'name="tap"[^>]*>([^<]*)<', self.page)]

    def bubbles(self) -> list[str]:
        """Give what stands in the talk, from the top."""
        found = re.findall(r'<div class="bubble \w+"[^>]*>(.*?)</div>', self.page, re.DOTALL)
        return [html.unescape(re.sub(r"<[^>]+>|[\u2068\u2069]", "", each)) for each in found]
