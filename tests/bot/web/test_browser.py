"""The pages in a real Chromium: as somebody with a phone, a keyboard, or a bad connection meets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.words import Speaker
from tests import browser
from tests.browser import Opened, Served, begin, own, problems, say, tap, without_direction

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.skipif(browser.find() is None, reason=browser.NONE),
    pytest.mark.xdist_group("browser"),
]
FIRST_VIEW_BYTES = 100_000


def to_a_draft(page: Page) -> None:
    """Walk from the menu to a message to somebody who is trusted."""
    for label in ("16 tot en met 24", "Ja, dat mag"):
        tap(page, label)
    say(page, "/menu")
    tap(page, "4. Iemand die je vertrouwt")
    say(page, "tante Roos")
    for label in ("Gewoon luisteren", "Klaar", "Met een bericht"):
        tap(page, label)


def test_a_young_walk_in_dutch_ends_in_a_message_to_copy_and_share(opened: Opened) -> None:
    page = opened("?for=young", locale="nl-NL", permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("navigator.share = async (what) => { window.shared = what.text; }")
    begin(page, "Beginnen")
    to_a_draft(page)
    draft = page.locator(".bubble.draft .words").last.inner_text()
    assert draft.startswith("Hoi,")
    page.get_by_role("button", name="Kopiëren").last.click()
    page.get_by_text("Gekopieerd").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == draft
    page.get_by_role("button", name="Delen").last.click()
    assert page.evaluate("window.shared") == draft


def test_a_picture_is_drawn_in_the_page_and_told_below_it(opened: Opened) -> None:
    page = begin(opened())
    for label in ("25 or older", "Yes, keep it"):
        tap(page, label)
    say(page, "/menu")
    tap(page, "4. Who is around you")
    for text in ("nobody", "Marietje"):
        say(page, text)
    while not page.locator(".bubble.picture").count():
        tap(page, "Skip")
    page.wait_for_function("() => document.querySelector('.bubble.picture img').naturalWidth > 0")
    assert page.get_by_role("img", name="The people around me").is_visible()
    assert "Marietje" in page.locator(".bubble.picture p").inner_text()
    assert not problems(page)


def test_without_scripts_everything_works(opened: Opened) -> None:
    page = begin(opened(java_script_enabled=False))
    page.get_by_role("button", name="25 or older").click()
    page.locator("#text").fill("what for?")
    page.locator(".send").click()
    assert page.locator(".bubble.own").last.inner_text().endswith("what for?")
    page.get_by_role("button", name="Leave", exact=True).click()
    assert page.title() == "November 2026"


def test_an_answer_survives_a_restart_and_is_not_doubled(opened: Opened, served: Served) -> None:
    page = begin(opened())
    served.stop()
    page.get_by_role("button", name="25 or older").click()
    page.get_by_text("Your answer is not lost").wait_for()
    served.start()
    page.get_by_text("May I keep it?").wait_for()
    page.reload()
    assert own(page) == ["English", "25 or older"]


def test_typed_words_stay_in_the_field_until_they_have_arrived(opened: Opened, served: Served) -> None:
    page = begin(opened())
    tap(page, "25 or older")
    served.stop()
    page.locator("#text").fill("my mother fell")
    page.locator(".send").click()
    page.get_by_text("Your answer is not lost").wait_for()
    assert page.locator("#text").input_value() == "my mother fell"
    served.start()
    page.locator(".bubble.own", has_text="my mother fell").wait_for()
    page.wait_for_function("() => document.querySelector('#text').value === ''")


def test_a_double_tap_is_one_answer(opened: Opened) -> None:
    page = begin(opened())
    page.get_by_role("button", name="25 or older").dblclick()
    page.get_by_text("May I keep it?").wait_for()
    page.reload()
    assert own(page) == ["English", "25 or older"]


def test_two_tabs_show_one_talk(opened: Opened) -> None:
    first = begin(opened())
    second = first.context.new_page()
    second.goto(first.url)
    tap(first, "25 or older")
    second.locator("#text").fill("hello from here")
    second.locator(".send").click()
    second.locator(".bubble.own", has_text="hello from here").wait_for()
    assert own(second) == ["English", "25 or older", "hello from here"]


def test_what_is_new_is_read_from_its_beginning_also_when_it_is_long(opened: Opened) -> None:
    page = begin(opened(reduced_motion="reduce"))
    for label in ("25 or older", "Yes, keep it", "Talk to someone"):
        tap(page, label)
    page.wait_for_function(
        "() => { const from = document.querySelector('header').getBoundingClientRect().bottom;"
        " const all = [...document.querySelectorAll('.bubble')];"
        " const top = all.find(each => each.innerText.includes('112')).getBoundingClientRect().top;"
        " return top >= from && top < from + 60; }"
    )


def test_the_back_button_of_the_browser_brings_no_old_question(opened: Opened) -> None:
    page = begin(opened())
    tap(page, "25 or older")
    page.goto(page.url + "keep")
    page.go_back()
    page.get_by_text("May I keep it?").wait_for()
    assert page.locator("#choices").inner_text().startswith("Yes, keep it")


def test_leaving_quickly_leaves_nothing_behind(opened: Opened) -> None:
    page = begin(opened())
    tap(page, "25 or older")
    before = page.evaluate("history.length")
    page.get_by_role("button", name="Leave", exact=True).click()
    page.wait_for_url("**/calendar*")
    assert page.title() == "November 2026"
    assert page.evaluate("history.length") == before
    page.go_back()
    assert "May I keep" not in page.content()


def test_with_the_keyboard_alone(opened: Opened) -> None:
    page = opened(has_touch=False)
    page.get_by_role("button", name="Begin", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#log")
    page.get_by_role("button", name="25 or older").focus()
    page.keyboard.press("Enter")
    page.get_by_text("May I keep it?").wait_for()
    page.wait_for_function("() => document.activeElement.id === 'choices'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Yes, keep it"
    page.locator("#text").focus()
    page.keyboard.type("what for?")
    page.keyboard.press("Enter")
    page.locator(".bubble.own", has_text="what for?").wait_for()


def test_the_words_of_a_personal_link_never_leave_the_browser(opened: Opened, served: Served) -> None:
    page = begin(opened())
    tap(page, "25 or older")
    tap(page, "Yes, keep it")
    page.goto(f"{served.url}keep")
    page.get_by_role("button", name="Others use it too").click()
    link = page.locator("#link").input_value()
    asked: list[str] = []
    other = opened()
    other.on("request", lambda each: asked.append(each.url))
    other.goto(link)
    assert "#" not in other.url
    other.get_by_role("button", name="Go on with our talk").click()
    other.get_by_text("Who is it?").wait_for()
    assert not [each for each in asked if link.partition("#")[2] in each]


@pytest.mark.parametrize(
    "how", [{"width": 320, "height": 568}, {"width": 320, "height": 256}, {"width": 1280, "height": 800}]
)
def test_nothing_is_wider_than_the_screen(opened: Opened, how: dict[str, int]) -> None:
    page = begin(opened(viewport=how, locale="nl-NL"), "Beginnen")
    for label in ("25 of ouder", "Ja, dat mag", "Iemand spreken"):
        tap(page, label)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_first_view_is_small(opened: Opened) -> None:
    page = opened()
    sizes: list[int] = []
    page.on("response", lambda each: sizes.append(len(each.body())) if each.status == 200 else None)
    begin(page)
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) < FIRST_VIEW_BYTES


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_kind_of_screen_is_accessible(
    opened: Opened, served: Served, monkeypatch: pytest.MonkeyPatch, scheme: str, *, right_to_left: bool
) -> None:
    if right_to_left:
        monkeypatch.setattr(Speaker, "right_to_left", True, raising=False)
        monkeypatch.setattr(Speaker, "__setattr__", without_direction)
    page = opened(locale="nl-NL", color_scheme=scheme, reduced_motion="reduce")
    found = {"front": problems(page)}
    for path in ("people", "back", "gone", "calendar", "nothing"):
        page.goto(f"{served.url}{path}")
        found[path] = problems(page)
    page.goto(served.url)
    begin(page, "Beginnen")
    assert page.locator("html").get_attribute("dir") == ("rtl" if right_to_left else "ltr")
    found["question"] = problems(page)
    to_a_draft(page)
    found["draft"] = problems(page)
    page.locator("summary").click()
    found["menu"] = problems(page)
    page.goto(f"{served.url}keep")
    found["keep"] = problems(page)
    page.get_by_role("button", name="Anderen gebruiken").click()
    found["kept"] = problems(page)
    assert not {name: each for name, each in found.items() if each}
