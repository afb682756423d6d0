"""Take the pictures of the page that stand in the README: `make portraits`, with the system's Chromium."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bot import export
from bot.facts import facts
from bot.settings import Settings
from bot.words import Speaker
from dialogues.session import Person, Session
from dialogues.words import Text
from tests import browser
from tests.browser import Served
from tests.colleague import desk, link
from tests.visitor import Clock, pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parents[1] / "docs" / "page"
PHONE, DESKTOP = {"width": 360, "height": 640}, {"width": 1000, "height": 640}


def press(page: Page, *labels: str) -> None:
    """Tap one thing after another, each when the one before is answered."""
    for label in labels:
        page.get_by_role("button", name=label, exact=True).last.click()
        settle(page)


def say(page: Page, *texts: str) -> None:
    """Type one thing after another."""
    for text in texts:
        page.locator("#text").fill(text)
        page.locator(".send").click()
        settle(page)


def settle(page: Page) -> None:
    """Wait until the answer is there."""
    page.wait_for_timeout(100)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
    page.wait_for_timeout(300)


def draft(page: Page) -> None:
    press(page, "Begin", "25 or older", "Yes, keep it")
    say(page, "/menu")
    press(page, "5. One clear question")
    say(page, "sit with Ria so that I can go out", "Marietje")
    while not page.locator(".bubble.draft").count():
        page.locator("#choices button").first.click()
        settle(page)


def question(page: Page) -> None:
    press(page, "Begin", "25 or older", "Yes, keep it")


def arabic(page: Page) -> None:
    """Begin the talk in Arabic: it runs from the right."""
    say_it = Speaker("ar", young=False).say
    press(page, *(say_it(Text(label)) for label in ("Begin", "25 or older", "Yes, keep it")))


def exported() -> str:
    """Give what /export shows to somebody who talks in Arabic."""
    people = [
        Person("أختي مريم", "sibling", circle="closest", support=["P", "E"], adult=True, asked=True),
        Person("Marietje", "neighbour", circle="friends", support=["G"], adult=True, asked=True),
    ]
    answers = {"welcome.age": "25plus", "welcome.cared_name": "أمي", "wish.company": ["sit"]}
    told = Session("rest.open", language="ar", people=people, answers=answers, done=["network"])
    told.notes = ["تعبت كثيراً هذا الأسبوع، ولم تتصل Sanne."]
    return export.readable(told, Speaker("ar", young=False, facts=facts(Settings())), Clock()().date())


def main() -> None:
    """Take each picture in a browser of its own."""
    if browser.find() is None:
        sys.exit(browser.NONE)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser.chromium() as chromium:
        app, store = pages(Path(folder), Clock())
        with Served(app) as served:
            for name, size, scheme, locale, walk in (
                ("front", PHONE, "light", "en-GB", None),
                ("question", PHONE, "light", "en-GB", question),
                ("draft", PHONE, "dark", "en-GB", draft),
                ("desktop", DESKTOP, "light", "en-GB", draft),
                ("arabic", PHONE, "light", "ar", arabic),
            ):
                page = chromium.new_page(viewport=size, color_scheme=scheme, locale=locale, reduced_motion="reduce")
                page.goto(served.url)
                if walk:
                    walk(page)
                page.screenshot(path=FOLDER / f"{name}.png")
                page.close()
        store.close()
        page = chromium.new_page(viewport=DESKTOP)
        page.set_content(exported())
        page.screenshot(path=FOLDER / "export-arabic.png", full_page=True)
        page.close()
        _desk(Path(folder) / "desk", chromium)


def _desk(folder: Path, chromium: Browser) -> None:
    """Take the page of a support centre, with an entry that is being changed."""
    folder.mkdir()
    app, store = desk(folder, Clock())
    with Served(app) as served:
        page = chromium.new_page(viewport=DESKTOP, locale="nl-NL", reduced_motion="reduce")
        page.goto(f"{served.url}desk/in?link={link(store, 'edit', Clock()())}")
        page.locator("button.main").click()
        page.goto(f"{served.url}desk/entry?kind=steunpunt&id=voorbeeld")
        page.locator("#application_process").fill("Bel en vraag naar een mantelzorgconsulent.")
        page.locator("#expect").fill("Een gesprek van een half uur, met koffie.")
        page.get_by_role("button", name="Bekijk het").click()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=FOLDER / "steunpunt.png")
        page.close()
    store.close()


if __name__ == "__main__":
    main()
