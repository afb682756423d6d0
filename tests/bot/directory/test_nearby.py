"""A location becomes the municipalities around it, and is then forgotten."""

from __future__ import annotations

import pytest

from bot.directory.nearby import municipalities_around
from tests.person import Person

DOM = (52.0907, 5.1214)


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [(*DOM, "Utrecht"), (52.3508, 5.2647, "Almere"), (51.0543, 3.7174, "Gent"), (53.2012, 5.7999, "Leeuwarden")],
)
def test_the_town_where_one_stands_comes_first(latitude: float, longitude: float, expected: str) -> None:
    assert municipalities_around(latitude, longitude)[0].name == expected


@pytest.mark.parametrize("place", [(48.85, 2.35), (0.0, 0.0), (-52.09, 5.12), (1e308, -1e308)])
def test_far_away_there_is_nothing_to_propose(place: tuple[float, float]) -> None:
    assert municipalities_around(*place) == ()


def located(person: Person, latitude: object, longitude: object) -> None:
    person._message({"location": {"latitude": latitude, "longitude": longitude}})


def at_the_place(person: Person) -> None:
    person.tap("Yes, keep it")
    person.send("/menu")
    person.tap("6. Support nearby")


def test_a_location_is_asked_back_and_not_kept(person: Person) -> None:
    at_the_place(person)
    located(person, *DOM)
    assert person.sees("Which one do you mean?")
    person.tap("Utrecht (Utrecht)")
    assert person.sees("Municipality (gemeente) Utrecht")
    with person.talks.store.transaction() as work:
        kept = str(work.load([person.chat])[person.chat])
    assert "52.0" not in kept
    assert "5.12" not in kept


def test_a_location_elsewhere_in_the_talk_is_answered_kindly(person: Person) -> None:
    located(person, *DOM)
    assert person.sees("I haven't kept it.")


@pytest.mark.parametrize("broken", [(None, 5.1), ("52", "5"), ([], {})])
def test_a_location_that_makes_no_sense_is_something_sent(person: Person, broken: tuple[object, object]) -> None:
    at_the_place(person)
    located(person, *broken)
    assert person.sees("I can only read words.")
