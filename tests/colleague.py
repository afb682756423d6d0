"""A colleague of a support centre with a browser, for tests: comes in by a link, looks, changes, tries."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from bot.directory.services import Kept
from bot.store import Store
from tests.steunpunt import VOORBEELD
from tests.visitor import OURS, ROOT, Clock, pages

DESK = f"{ROOT}/desk/"
ANDER = VOORBEELD.model_copy(update={"code": "ander", "name": "Steunpunt Anders", "municipalities": ("GM0995",)})


def service(identity: str, name: str, keeper: str = "", area: str = "GM0034", **more: Any) -> dict[str, Any]:
    """Make an entry of the directory: invented."""
    kinds = [{"link_type": "kind", "value": "peers"}]
    owned = [{"link_type": "steunpunt", "value": keeper}] if keeper else []
    return {
        "id": identity,
        "name": name,
        "phones": [{"number": "036 000 00 01", "description": "balie"}],
        "organization": {"name": "Voorbeeldhuis", "description": "Een huis"},
        "service_areas": [{"extent": area}],
        "attributes": [*kinds, *owned],
        "assured_date": f"{date(2026, 11, 1)}",
        **more,
    }


ENTRIES = {
    each["id"]: each
    for each in (
        service("koffie", "Koffie voor wie zorgt", "voorbeeld"),
        service("wandelen", "Wandelen", assured_date="2025-01-01"),
        service("elders", "Elders", "ander", "GM0995"),
    )
}


def desk(folder: Path, clock: Clock, **settings: Any) -> tuple[Any, Store]:
    """Make the pages with two support centres and a few entries."""
    shelf = Kept(lambda: store.listed())  # noqa: PLW0108  the store comes after it
    app, store = pages(folder, clock, shelf, **{"VRAAGKRACHT_BOT": "een_bot", **settings})
    register = store.registering()
    for each in (VOORBEELD, ANDER):
        register.put_steunpunt(each.code, each.model_dump(mode="json"), clock())
    register.put_services(ENTRIES, clock())
    shelf.refresh()
    return app, store


def link(store: Store, role: str, now: datetime, code: str = "voorbeeld", label: str = "Anna") -> str:
    """Give the secret of a fresh link."""
    return store.passes().make(code, role, label, 30, now)[1]


@dataclass
class Colleague:
    """One browser of one colleague, without scripts."""

    app: Any
    language: str = "en"
    client: TestClient = field(init=False)
    page: str = ""

    def __post_init__(self) -> None:
        self.client = TestClient(self.app, DESK, follow_redirects=True)
        self.client.headers["accept-language"] = self.language

    def open(self, path: str = "") -> str:
        self.page = self.client.get(f"{DESK}{path}").text
        return self.page

    def post(self, path: str, fields: dict[str, str], headers: dict[str, str] = OURS) -> Any:
        answer = self.client.post(f"{DESK}{path}", data=fields, headers=headers)
        self.page = answer.text
        return answer

    def come_in(self, token: str) -> str:
        self.open(f"in?link={token}")
        return str(self.post("in", {"link": token}).text)

    def form(self, path: str) -> dict[str, str]:
        """Open an entry, and give what stands in its form."""
        page = self.open(path)
        editor = page[page.index('class="editor"') :]
        inputs = re.findall(r"<input ([^>]*)>", editor)
        found = {attribute(each, "name"): attribute(each, "value") for each in inputs}
        areas = re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>\n?([^<]*)<', editor)
        found |= {name: html.unescape(text) for name, text in areas}
        for name, options in re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', editor, re.DOTALL):
            chosen = re.search(r"<option([^>]*) selected>([^<]*)", options) or re.search(
                r"<option([^>]*)>([^<]*)", options
            )
            assert chosen is not None
            found[name] = attribute(chosen[1], "value") if "value=" in chosen[1] else chosen[2]
        return found


Comes = Callable[..., Colleague]
"""Lets a colleague come in, by role and support centre."""


def attribute(tag: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return html.unescape(found[1]) if found else ""
