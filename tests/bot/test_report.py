"""What a report tells, and what nobody can work out from it."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import report
from bot.directory.services import Directory
from bot.suppression import BAND, LEAST_DOUBT, Band, band, narrowed, published
from bot.words import Speaker
from tests.steunpunt import VOORBEELD

DIRECTORY = Directory({VOORBEELD.as_service().id: VOORBEELD.as_service()}, {VOORBEELD.code: VOORBEELD})
TALLIES = {
    ("started", ""): 143,
    ("agreed", ""): 118,
    ("chapter", "strain"): 96,
    ("chapter", "support"): 41,
    ("language", "nl"): 109,
    ("language", "en"): 9,
    ("weighs", "body"): 37,
    ("weighs", "alone"): 3,
    ("pointed", "steunpunt-voorbeeld"): 35,
    ("wrong", "steunpunt-voorbeeld"): 1,
}


def possible(told: Band) -> range:
    return range(told.low, told.high + 1)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12))
def test_no_number_under_ten_can_be_worked_out_from_the_parts_and_the_whole(parts: list[int]) -> None:
    told = published({str(at): number for at, number in enumerate(parts)}, sum(parts))
    if told is not None:
        known = narrowed(list(told.values()), band(sum(parts)))
        for number, each in zip(parts, known, strict=True):
            assert each.low <= number <= each.high
            assert number >= BAND or len(possible(each)) >= LEAST_DOUBT


@pytest.mark.parametrize("parts", list(product((0, 1, 9, 10, 19), repeat=3)))
def test_an_attacker_who_tries_every_possibility_learns_no_more(parts: tuple[int, ...]) -> None:
    told = published({str(at): number for at, number in enumerate(parts)}, sum(parts))
    if told is None:
        return
    ranges, whole = [possible(each) for each in told.values()], band(sum(parts))
    for at, number in enumerate(parts):
        if number < BAND:
            fitting = {tried[at] for tried in product(*ranges) if whole.low <= sum(tried) <= whole.high}
            assert len(fitting) >= LEAST_DOUBT


def test_parts_that_a_total_would_give_away_are_held_back() -> None:
    assert published({str(at): 9 for at in range(10)}, 90) is None


@given(st.integers(0, 500), st.integers(0, 9))
def test_the_difference_of_two_published_numbers_leaves_a_doubt(number: int, fewer: int) -> None:
    """Two centres, two months, or two steps of the road: who subtracts them knows no number under ten."""
    one, other = band(number + fewer), band(number)
    differences = {a - b for a in possible(one) for b in possible(other) if 0 <= a - b < BAND}
    assert len(differences) >= LEAST_DOUBT


def test_a_month_that_is_not_over_has_no_report() -> None:
    """Two editions of one month, a day apart, would tell what one day added."""
    today = date(2026, 11, 22)
    assert report.month_of("2026-10", today) == "2026-10"
    for early in ("2026-11", "2027-01"):
        with pytest.raises(report.TooEarly):
            report.month_of(early, today)
    for wrong in ("2026-13", "october", "2026-1", "2026-10-01"):
        with pytest.raises(ValueError, match="written as"):
            report.month_of(wrong, today)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_and_the_csv_hold_bands_and_no_count(language: str) -> None:
    told = (VOORBEELD, "2026-10", TALLIES, DIRECTORY, Speaker(language, young=False))
    page, sheet = report.page(*told), report.as_csv(*told)
    for text in (page, sheet):
        assert "140\N{EN DASH}149" in text
        assert "143" not in text
        assert "109" not in text.replace("100\N{EN DASH}109", "")
    assert "<10" in sheet
    assert "&lt;10" in page
    assert "Steunpunt Het Voorbeeld" in page


def test_an_empty_month_gives_a_page_too() -> None:
    page = report.page(VOORBEELD, "2026-10", {}, DIRECTORY, Speaker("nl", young=False))
    assert "&lt;10" in page
