"""A whole walk that runs right to left, in a real Chromium: the one of the transcript in Arabic."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import browser
from tests.browser import Opened, begin, say, tap
from tests.visitor import Clock

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.skipif(browser.find() is None, reason=browser.NONE),
    pytest.mark.xdist_group("browser"),
]
WALK = Path(__file__).parents[2] / "transcripts" / "ar" / "whole_walk.txt"


def steps() -> list[str]:
    """What the person taps and types, from their age on, until they ask for everything; a page takes no stickers."""
    lines = [line.removeprefix("» ") for line in WALK.read_text("utf-8").splitlines() if line.startswith("»")]
    return [line for line in takewhile(lambda line: line != "/export", lines[4:]) if not line.startswith("(")]


def test_a_whole_walk_in_arabic_ends_in_a_message_to_copy(opened: Opened, clock: Clock) -> None:
    page = begin(opened(locale="ar"), "البدء")
    assert page.locator("html").get_attribute("dir") == "rtl"
    drafts = 0
    for step in steps():
        clock.wait(seconds=5)
        do(page, step)
        drafts += page.locator(".bubble.draft .words").count()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), step
    assert drafts


def do(page: Page, step: str) -> None:
    if step.startswith("["):
        tap(page, step.strip("[]"))
    else:
        say(page, step)
