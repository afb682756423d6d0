"""Take the pictures of the guide for a steunpunt, with an invented centre and invented counts: `make pictures`.

The posters and the page of the report are always made; the picture of that page with the system's Chromium.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bot import report
from bot.directory.services import Directory
from bot.pictures.rendering import png
from bot.posters.layout import SHAPES, poster
from bot.words import Speaker
from dialogues.languages import LANGUAGES
from tests.steunpunt import VOORBEELD

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
BOT = "naam-van-uw-bot"
"""No bot can have this name: a hyphen is not allowed in one. So the code in the pictures opens nobody's talk."""

WIDE = 480
"""Pixels across in the documentation."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SIZE = "760,2010"
"""The window in which the page of the report stands, in pixels."""

MONTH = "2026-10"
TALLIES = {
    ("started", ""): 143,
    ("agreed", ""): 118,
    ("chapter", "welcome"): 118,
    ("chapter", "situation"): 104,
    ("chapter", "strain"): 96,
    ("chapter", "wish"): 81,
    ("chapter", "network"): 63,
    ("chapter", "ask"): 52,
    ("chapter", "support"): 41,
    ("chapter", "home"): 14,
    ("chapter", "everyday"): 12,
    ("language", "nl"): 89,
    ("language", "en"): 29,
    ("register", "adult"): 101,
    ("register", "young"): 14,
    ("weighs", "body"): 37,
    ("weighs", "alone"): 24,
    ("weighs", "time"): 12,
    ("weighs", "mood"): 3,
    ("pointed", "steunpunt-voorbeeld"): 35,
    ("helped", "steunpunt-voorbeeld"): 11,
    ("open", "night"): 17,
    ("open", "listen"): 13,
    ("ask", "made"): 46,
    ("came", "asked"): 12,
    ("came", "agreed"): 23,
    ("came", "refused"): 4,
}
"""Invented counts of one month."""


def posters() -> None:
    """Draw the Dutch poster, and the one with several languages."""
    several = [Speaker(code, young=False) for code in LANGUAGES]
    for name, speakers in (("nl", several[:1]), ("all", several)):
        drawn = poster(VOORBEELD, BOT, SHAPES["a4"], speakers)
        (FOLDER / f"steunpunt-poster-{name}.png").write_bytes(png(drawn, WIDE))


def reports() -> Path:
    """Write the page of the report, in Dutch."""
    known = Directory({VOORBEELD.as_service().id: VOORBEELD.as_service()}, {VOORBEELD.code: VOORBEELD})
    page = FOLDER / "steunpunt-report.html"
    page.write_text(report.page(VOORBEELD, MONTH, TALLIES, known, Speaker("nl", young=False)), encoding="utf-8")
    return page


def taken(page: Path) -> bool:
    """Take a picture of a page, when there is a browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        return False
    how = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={SIZE}")
    target = f"--screenshot={page.with_suffix('.png')}"
    subprocess.run([browser, *how, target, page.as_uri()], check=True, capture_output=True)  # noqa: S603  our own page
    return True


def main() -> None:
    """Make all of them."""
    posters()
    if not taken(reports()):
        sys.stderr.write("There is no Chromium here: the picture of the report stays as it was.\n")


if __name__ == "__main__":
    main()
