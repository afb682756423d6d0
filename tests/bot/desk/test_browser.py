"""The desk in a real Chromium: an entry changed with a preview, with and without scripts, on phone and desktop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.directory.services import Directory
from bot.store import Store
from bot.words import Speaker
from tests import browser
from tests.browser import PHONE, Opened, Served, problems, without_direction
from tests.colleague import desk, link
from tests.visitor import Clock

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.skipif(browser.find() is None, reason=browser.NONE),
    pytest.mark.xdist_group("browser"),
]
DESKTOP = {"width": 1280, "height": 800}
KOFFIE = "entry?kind=service&id=koffie"
OWN = "entry?kind=steunpunt&id=voorbeeld"
SCREENS = (
    "",
    "entries",
    OWN,
    KOFFIE,
    "entry?kind=service&id=wandelen",
    "report",
    "posters",
    "try",
    "history",
    "nothing",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.chromium() as started:
        yield started


@pytest.fixture
def store_and_server(tmp_path: Path) -> Iterator[tuple[Store, Served]]:
    app, store = desk(tmp_path, Clock())
    with Served(app) as running:
        yield store, running
    store.close()


@pytest.fixture
def store(store_and_server: tuple[Store, Served]) -> Store:
    return store_and_server[0]


@pytest.fixture
def opened(chromium: Browser, store_and_server: tuple[Store, Served]) -> Iterator[Opened]:
    """Come in by a fresh link in a browser of its own; what the browser complains of fails the test."""
    store, served = store_and_server
    contexts, trouble = [], []

    def open_page(role: str = "edit", **how: Any) -> Page:
        context = chromium.new_context(
            base_url=f"{served.url}desk/", **{"viewport": PHONE, "locale": "en-GB", "reduced_motion": "reduce", **how}
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if "Content Security" in said.text else None)
        page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith(served.url) else None)
        page.goto(f"in?link={link(store, role, Clock()())}")
        page.locator("button").click()
        page.wait_for_url("**/desk/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not trouble


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_an_entry_is_changed_after_looking_at_it_as_a_carer(
    opened: Opened, store: Store, viewport: dict[str, int], *, scripts: bool
) -> None:
    page = opened(viewport=viewport, java_script_enabled=scripts)
    page.get_by_role("link", name="Entries").click()
    page.locator("li", has_text="Steunpunt Het Voorbeeld").get_by_role("link", name="Change").click()
    page.get_by_label("Greeting (Nederlands)").fill("Kom gerust langs.")
    page.get_by_label("Opening hours").fill("altijd")
    page.get_by_role("button", name="See it as a carer does").click()
    alert = page.get_by_role("alert")
    assert "Nothing is lost" in alert.inner_text()
    assert page.get_by_label("Greeting (Nederlands)").input_value() == "Kom gerust langs."
    alert.get_by_role("link", name="Opening hours").click()
    page.get_by_label("Opening hours").fill("ma-vr 10:00-12:00")
    page.locator("#in").select_option("nl")
    page.get_by_label("Tone").select_option("young")
    page.get_by_role("button", name="See it as a carer does").click()
    seen = page.locator(".talkpane").inner_text()
    assert "Kom gerust langs." in seen
    assert "Zij lezen niet wat je schrijft." in seen
    assert "10:00–12:00" in seen
    assert page.locator("#preview").evaluate("each => each.getBoundingClientRect().top < innerHeight") or not scripts
    assert "Kom gerust" not in str(store.listed())
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_role("status").inner_text().startswith("Saved.")
    assert Directory.of(store.listed()).steunpunten["voorbeeld"].greeting["nl"] == "Kom gerust langs."


def test_what_was_changed_is_undone_and_loading_again_does_nothing_twice(opened: Opened, store: Store) -> None:
    page, before = opened(), store.listed()
    page.goto(KOFFIE)
    page.get_by_label("Waiting time").fill("Een week")
    page.get_by_label("Waiting time").press("Enter")
    page.get_by_role("status").wait_for()
    page.reload()
    page.get_by_role("link", name="History").click()
    assert page.get_by_role("button", name="Undo").count() == 1
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken back.").wait_for()
    assert store.listed() == before


def test_checked_today_with_the_keyboard_alone(opened: Opened, store: Store) -> None:
    page = opened()
    page.get_by_role("link", name="Entries").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/entries")
    wanted = page.locator("li", has_text="Koffie voor wie zorgt").get_by_role("button", name="Checked today")
    for _tab in range(30):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.get_by_text("Saved.").wait_for()
    assert str(Directory.of(store.listed()).services["koffie"].assured_date) == "2026-11-23"


def test_a_try_out_is_the_talk_and_says_what_it_is(opened: Opened) -> None:
    page = opened()
    page.get_by_role("link", name="Try it out").click()
    page.locator("#lang").select_option("nl")
    page.get_by_label("Tone").select_option("young")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("button", name="16 tot en met 24").click()
    page.get_by_text("dit telt niet mee").wait_for()
    page.locator(".bubble.own", has_text="16 tot en met 24").wait_for()
    assert not problems(page)
    page.get_by_role("link", name="Stoppen met proberen").click()
    page.get_by_role("heading", name="Try it out").wait_for()


@pytest.mark.parametrize("role", ["edit", "operator"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_screen(opened: Opened, role: str, width: int) -> None:
    page = opened(role, viewport={"width": width, "height": 640}, locale="nl-NL")
    for path in SCREENS:
        page.goto(path or "./")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_kind_of_screen_is_accessible(
    opened: Opened, store: Store, monkeypatch: pytest.MonkeyPatch, scheme: str, *, right_to_left: bool
) -> None:
    if right_to_left:
        monkeypatch.setattr(Speaker, "right_to_left", True, raising=False)
        monkeypatch.setattr(Speaker, "__setattr__", without_direction)
    page = opened("operator", locale="nl-NL", color_scheme=scheme)
    page.goto(KOFFIE)
    page.locator("#schedules").fill("altijd")
    page.locator("button.main").click()
    found = {"wrong": problems(page)}
    page.locator("#schedules").fill("ma 09:00-10:00")
    page.locator("button.main").click()
    found["saved"] = problems(page)
    assert page.locator("html").get_attribute("dir") == ("rtl" if right_to_left else "ltr")
    for path in SCREENS:
        page.goto(path or "./")
        found[path] = problems(page)
    page.goto(f"in?link={link(store, 'see', Clock()())}")
    found["in"] = problems(page)
    page.locator("button.main").click()
    page.goto(KOFFIE)
    found["only to look at"] = problems(page)
    page.locator("footer button").click()
    found["shut"] = problems(page)
    assert not {name: each for name, each in found.items() if each}
