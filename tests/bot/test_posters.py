"""A poster is scanned back as its link, in every shape, language and register."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from bot.directory.steunpunten import Steunpunt, link, read_link
from bot.pictures.rendering import png
from bot.posters import layout
from bot.posters.making import choices, make, pdf
from bot.words import Speaker
from dialogues.languages import LANGUAGES
from tests.steunpunt import VOORBEELD

BOT = "een_bot_met_een_lange_naam_bot"
NAMED = {"code": "x" * 20, "name": "Steunpunt " + "Mantelzorg " * 10}
LONG = Steunpunt.model_validate({**VOORBEELD.model_dump(), **NAMED})


def scanned(picture: bytes) -> list[str]:
    return [each.text for each in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]


@pytest.mark.parametrize("shape", layout.SHAPES.values(), ids=layout.SHAPES)
@pytest.mark.parametrize(("name", "speakers"), list(choices()), ids=[name for name, _ in choices()])
def test_the_code_is_scanned_back_as_the_link(shape: layout.Shape, name: str, speakers: tuple[Speaker, ...]) -> None:
    picture = png(layout.poster(VOORBEELD, BOT, shape, speakers), 600)
    language = "" if name == "all" else speakers[0].language
    address = link(BOT, "voorbeeld", language, young=speakers[0].young)
    assert scanned(picture) == [address]
    assert read_link(address.partition("start=")[2], {"voorbeeld"}).steunpunt == "voorbeeld"


def test_the_longest_code_and_name_still_scan_and_fit() -> None:
    svg = layout.poster(LONG, BOT, layout.SHAPES["a6"], (Speaker("nl", young=True),))
    assert scanned(png(svg, 600)) == [link(BOT, "x" * 20, "nl", young=True)]


def test_what_is_read_from_the_right_is_drawn_from_the_right() -> None:
    told = layout.Block("هل تعتني بشخص قريب منك؟", "برنامج محادثة في Telegram", "امسح الرمز")
    drawn = "".join(layout._block(told, 0, 600, 1240))
    assert drawn.count("\u202b") >= 3
    assert "Noto Sans Arabic" in drawn


def test_every_file_is_made_and_the_pdf_has_the_size_of_the_paper(tmp_path: Path) -> None:
    made = make(VOORBEELD, BOT, tmp_path)
    assert len(made) == (2 * len(LANGUAGES) + 1) * (3 + 3 + 2)
    assert all(each.stat().st_size > 1000 for each in made)


def test_a_page_is_as_large_as_it_was_asked_to_be() -> None:
    picture = png(layout.poster(VOORBEELD, BOT, layout.SHAPES["a6"], (Speaker("nl", young=False),)), 300)
    page = pdf(picture, 105, 148)
    assert page.startswith(b"%PDF")
    assert b"/MediaBox [0 0 297.64 419.53]" in page
