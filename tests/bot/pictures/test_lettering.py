"""Every script that we draw has letters: no boxes, no gaps, and Arabic joined in the right order."""

from __future__ import annotations

import itertools
import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as some

from bot.pictures import lettering
from bot.pictures.lettering import FONTS, NAMELESS, clusters, font_of, shortened, showable, stretches, width, wrapped
from bot.pictures.rendering import png
from bot.pictures.svg import text

SCRIPTS = {
    "Latin": "Zoë Ångström Øyvind Łukasz Çiğdem Ömer Şükrü Jiří Ngô Đặng Thị Ơn ĳ ß þ ſ",
    "Greek": "Ελένη Σωκράτης",
    "Cyrillic": "Євгенія Їжак Ґалина Ђорђе Ўладзімір Щербак",
    "Arabic": "مريم يوسف فاطمة عبد الرحمن ٣٤",
    "Persian": "گیسو پدربزرگ چای ژاله ۱۲۳",
    "Kurdish and Pashto and Urdu": "ڕێژین ښځه ټولنه ڈاکٹر ہے",
    "Ethiopic": "ሰላም ዮናስ ፀሐይ ገብረ ማርያም ቄስ ጓደኛ ፣",
    "emoji": "🌻 👩🏽‍🦱 👨‍👩‍👧 🇳🇱 ❤️ ✨ 🫶🏾 ⚽ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_each_script_has_letters_for_all_of_it(script: str) -> None:
    cmaps = {file.stem: TTFont(file).getBestCmap() for file in FONTS.glob("*.ttf")}
    for cluster in clusters(SCRIPTS[script]):
        font = font_of(cluster)
        assert font, f"no font shows {cluster!r}"
        for weight in ("Regular",) if font == lettering.EMOJI else ("Regular", "SemiBold"):
            seen = (each for each in cluster if each not in lettering.UNSEEN)
            assert all(ord(each) in cmaps[f"{font}-{weight}"] for each in seen)


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    for file in FONTS.glob("*.ttf"):
        font = TTFont(file)
        name, _, weight = file.stem.partition("-")
        for code in itertools.islice(font.getBestCmap(), 0, None, 7):
            drawn = round(font["hmtx"][font.getBestCmap()[code]][0] * 1000 / font["head"].unitsPerEm)
            assert lettering.advance(name, chr(code), bold=weight == "SemiBold") == drawn


def test_each_font_has_its_licence_and_all_are_small() -> None:
    for file in FONTS.glob("*.ttf"):
        licence = FONTS / f"OFL-{file.stem.partition('-')[0]}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < 3_000_000


@pytest.mark.parametrize(
    ("name", "fonts"),
    [
        ("Oma 🌻", ["NotoSans", "NotoEmoji"]),
        ("زميلي Bram (12)", ["NotoSansArabic"]),
        ("ነርስ Els", ["NotoSansEthiopic"]),
        ("Els ነርስ Zoë", ["NotoSans", "NotoSansEthiopic", "NotoSans"]),
        ("12", ["NotoSans"]),
    ],
)
def test_a_name_keeps_to_the_font_of_its_first_letter(name: str, fonts: list[str]) -> None:
    assert [each.font for each in stretches(name)] == fonts
    assert "".join(each.text for each in stretches(name)) == name


def test_what_no_font_shows_is_left_out_and_never_a_box() -> None:
    assert showable("Jan 漢字") == "Jan"
    assert showable("漢字") == NAMELESS
    assert showable(" Jan\n\tde  Wit ") == "Jan de Wit"


def test_an_emoji_of_many_parts_is_one() -> None:
    assert list(clusters("a👨‍👩‍👧🇳🇱🇧🇪👍🏽é")) == ["a", "👨‍👩‍👧", "🇳🇱", "🇧🇪", "👍🏽", "é"]
    assert width("👨‍👩‍👧", 20) == width("👨", 20)


@given(some.text(max_size=40), some.floats(40, 300))
def test_a_name_is_never_wider_than_it_may_be(name: str, most: float) -> None:
    assert width(shortened(name, 20, most), 20) <= most
    assert all(width(line, 20) <= most for line in wrapped(name, 20, most))


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_is_rendered_is_not_empty(script: str) -> None:
    blank, drawn = (png(picture(content)) for content in (NAMELESS, SCRIPTS[script]))
    assert len(drawn) > len(blank)


def test_a_name_from_the_right_begins_at_the_right() -> None:
    written = text("ليلى 🌻", 100, 50, 20, fill="#000")
    letters, emoji = map(float, re.findall(r' x="([\d.]+)"', written))
    assert emoji < letters


def picture(content: str) -> str:
    inside = text(content, 500, 50, 20, fill="#000")
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="80">{inside}</svg>'
