"""Whole walks in a real Chromium: the one of the transcript in Arabic, right to left, and the young one in Dutch."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"


class Walk(NamedTuple):
    """The folder of a transcript, how a page is opened for it, the first choice on it, and the direction."""

    folder: str
    locale: str
    link: str
    start: str
    age: str
    direction: str


def steps(walk: Walk) -> list[str]:
    """What the person taps and types from their age on; a page takes no stickers, and time does not pass in it."""
    text = (TRANSCRIPTS / walk.folder / "whole_walk.txt").read_text("utf-8")
    lines = [line.removeprefix("» ") for line in text.splitlines() if line.startswith("»")]
    told = takewhile(lambda line: line != "/export" and not line.endswith("later)"), lines[lines.index(walk.age) :])
    return [line for line in told if not line.startswith("(")]


ARABIC = Walk("ar", "ar", "", "البدء", "[25 أو أكثر]", "rtl")
YOUNG = Walk("nl@young", "nl-NL", "?for=young", "Beginnen", "[Jonger dan 16]", "ltr")


@pytest.mark.parametrize("walk", [ARABIC, YOUNG], ids=["Arabic", "young, in Dutch"])
def test_a_whole_walk_ends_in_a_message_to_copy(opened: Opened, clock: Clock, walk: Walk) -> None:
    page = begin(opened(walk.link, locale=walk.locale), walk.start)
    assert page.locator("html").get_attribute("dir") == walk.direction
    drafts = 0
    for step in steps(walk):
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
