"""Every question, area, reason and figure can be looked up where it comes from."""

from __future__ import annotations

import pytest

from dialogues.areas import AREAS, ASKED, ASKED_FROM
from dialogues.barriers import BARRIERS, BY_CODE, covered
from dialogues.book import CHAPTERS
from dialogues.figures import FIGURES
from dialogues.risks import RISKS
from dialogues.sources import DOCUMENTS, TRACED, Row, rows, wrong

ROWS = list(rows())

THE_23 = {f"B{number:02}" for number in range(1, 24)}

MOST_CHOICES = 16


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.kind}-{row.name}" for row in ROWS])
def test_it_has_a_source_that_can_be_looked_up(row: Row) -> None:
    assert wrong(row.source) == ""


@pytest.mark.parametrize(
    "source", ["", "own: ", "005:1-2", "001", "001:5432", "001:20-10", "001:x", "flynn-lake:3", "001:1-2;004:3-4"]
)
def test_a_source_that_cannot_be_looked_up_is_noticed(source: str) -> None:
    assert wrong(source)


def test_every_traced_chapter_exists_and_each_of_its_questions_has_a_row() -> None:
    traced = [each for each in CHAPTERS if each.name in TRACED]
    assert {each.name for each in traced} == set(TRACED)
    asked = {question.name for chapter in traced for question in chapter.questions}
    assert asked == {row.name for row in ROWS if row.kind == "question"}


def test_every_area_has_two_questions_and_each_its_source() -> None:
    assert set(ASKED) == set(AREAS)
    assert {name for pair in ASKED.values() for name in pair} == set(ASKED_FROM)


def test_all_23_coded_reasons_are_covered_by_at_most_16_choices() -> None:
    assert covered() >= THE_23
    assert len(BARRIERS) <= MOST_CHOICES
    assert set(BY_CODE) == {each.code for each in BARRIERS}


def test_every_reason_does_something_to_the_ask() -> None:
    assert all(each.eases for each in BARRIERS)
    assert all(side.eases for each in BARRIERS for side in each.sides)
    assert all(bool(each.covers) != bool(each.sides) for each in BARRIERS)


def test_what_a_combination_puts_in_front_exists() -> None:
    for risk in RISKS:
        assert set(risk.barriers) <= set(BY_CODE)
        assert risk.area in {"", *AREAS}


def test_a_figure_carries_the_year_of_its_publication() -> None:
    for figure in FIGURES:
        assert DOCUMENTS[figure.source].year == figure.year
        assert figure.words.values["year"] == figure.year  # type: ignore[union-attr]
