"""What is drawn: as it was when somebody looked at it, and everything that the legend must explain."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bot.pictures import strokes
from bot.pictures.bars import CHECKS, bars
from bot.pictures.drawing import drawn
from bot.pictures.ecogram import ecogram
from bot.pictures.examples import LEVELS, WORDS, example_map, example_strain, pictures
from bot.pictures.marks import mark
from bot.pictures.rendering import WIDE, png
from bot.pictures.told import Check, MapTold, StrainTold

GOLDEN = Path(__file__).parent / "golden"
DOCS = Path(__file__).parents[3] / "docs"
KEPT = {
    "people-nl": lambda: ecogram(example_map("nl", 4)),
    "people-ar": lambda: ecogram(example_map("ar", 4)),
    "strain-nl": lambda: bars(example_strain("nl", 2)),
}


@pytest.mark.parametrize("name", KEPT)
def test_the_picture_is_as_it_was_when_it_was_looked_at(name: str, request: pytest.FixtureRequest) -> None:
    file, now = GOLDEN / f"{name}.svg", KEPT[name]()
    if request.config.getoption("--update"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", WORDS)
def test_the_picture_says_in_words_what_its_signs_mean(language: str) -> None:
    told = example_map(language)
    shown = said(ecogram(told))
    for kind in ("circles", "areas", "lines", "gives", "energy", "support"):
        for code, words in told.words[kind].items():
            assert not code or words in shown
    assert told.title in shown
    assert told.date in shown


def test_the_legend_explains_only_what_is_used() -> None:
    told = example_map("nl", 1)
    shown = said(ecogram(told))
    assert "Hecht" in shown
    assert "Ruzie" not in shown


def test_no_two_lines_and_no_two_marks_look_the_same_without_colour() -> None:
    lines = ("close", "good", "distant", "tense", "conflict", "broken")
    looks = [strokes.drawn((0, 0), (100, 0), replace(strokes.stroke(line, 1), colour="#000")) for line in lines]
    marks = [re.sub("#[0-9A-F]{6}", "", mark(energy, 0, 0, 12)) for energy in ("gives", "neutral", "costs")]
    assert len(set(looks)) == len(lines)
    assert len(set(marks)) == len(marks)


def test_a_line_is_thicker_the_nearer_somebody_is() -> None:
    thick = [strokes.stroke("good", ring).thickness for ring in range(5)]
    assert thick == sorted(set(thick), reverse=True)


def test_what_was_typed_is_shown_as_it_is_and_read_as_nothing_else() -> None:
    told = example_map("nl", 1)
    evil = '</text><image href="file:///etc/passwd"/>&amp;"'
    picture = ecogram(replace(told, title=evil, people=(replace(told.people[0], name="<b>&"),)))
    assert "image" not in {each.tag.rpartition("}")[2] for each in ET.fromstring(picture).iter()}  # noqa: S314
    assert "<b>&" in said(picture)


def test_the_bars_say_in_words_how_heavy_each_area_is() -> None:
    told = example_strain("nl", 1)
    shown = said(bars(told))
    for area, level in zip(told.areas, LEVELS[-1], strict=True):
        assert area in shown
        assert told.weights[level or 0] in shown
    assert told.trend not in shown


def test_after_a_second_check_the_dates_stand_below() -> None:
    told = example_strain("nl")
    shown = said(bars(told))
    assert told.trend in shown
    for check in told.checks:
        assert check.date in shown


def test_of_many_checks_the_newest_are_shown() -> None:
    told = replace(example_strain("nl"), checks=tuple(Check(f"nr{at}", LEVELS[0]) for at in range(9)))
    shown = said(bars(told))
    assert [f"nr{at}" in shown for at in range(9)] == [at >= 9 - CHECKS for at in range(9)]


def test_what_is_told_survives_being_stored() -> None:
    for told in (example_map("ar"), example_strain("nl")):
        stored = json.loads(json.dumps(told.to_json()))
        assert type(told).from_json(stored) == told
        assert drawn(stored) == (ecogram(told) if isinstance(told, MapTold) else bars(told))


def test_the_words_for_who_cannot_see_it_are_in_the_picture() -> None:
    told: MapTold | StrainTold
    for told, draw in ((example_map("nl"), ecogram), (example_strain("nl"), bars)):
        picture = ET.fromstring(draw(replace(told, telling="In woorden")))  # noqa: S314
        assert picture.findtext("{http://www.w3.org/2000/svg}desc") == "In woorden"


def test_a_picture_is_as_wide_as_a_phone() -> None:
    made = png(ecogram(example_map("nl", 30)))
    assert int.from_bytes(made[16:20]) == WIDE


def test_the_page_shows_every_example_and_each_is_small() -> None:
    page = (DOCS / "pictures.md").read_text(encoding="utf-8")
    for name, _svg in pictures():
        assert f"pictures/{name}.png" in page
        assert (DOCS / "pictures" / f"{name}.png").stat().st_size < 200_000


def said(svg: str) -> str:
    """Give all that stands in a picture, without what directs it; a text of two lines reads as one."""
    texts = (each for each in ET.fromstring(svg).iter() if each.tag.endswith("}text"))  # noqa: S314  our own
    return " ".join(re.sub("[\u202a-\u202e]", "", "".join(each.itertext())) for each in texts)
