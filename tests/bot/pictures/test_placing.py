"""Where people stand on the map: nobody over another, everybody inside, and each where they were before."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bot.pictures.ecogram import BEARINGS, Drawing
from bot.pictures.examples import example_map
from bot.pictures.placing import CORE, GAP, Plan, Tag, place
from bot.pictures.told import MapTold, Somebody

CAPTIONS = ((150.0, 31.0), (190.0, 31.0), (160.0, 31.0), (180.0, 31.0))
MOST = 60

tags = some.builds(
    Tag,
    wide=some.floats(50, 260),
    high=some.floats(45, 110),
    ring=some.integers(0, 3),
    bearing=some.sampled_from([turn * each for each in BEARINGS.values() for turn in (1.0, -1.0)]),
)
crowds = some.lists(tags, min_size=1, max_size=MOST)
names = some.one_of(
    some.text(max_size=40),
    some.sampled_from(["مريم", "ابن عمي (٣٤)", "گیسو Bram 12", "አስቴር", "Oma 🌻", "👩🏽‍🦱", "W" * 40, "漢字"]),
)
people = some.builds(
    Somebody,
    name=names,
    circle=some.sampled_from(["closest", "friends", "acquaintances", "services", ""]),
    area=some.sampled_from([*BEARINGS, ""]),
    line=some.sampled_from(["close", "good", "distant", "tense", "conflict", "broken", ""]),
    gives=some.sampled_from(["me", "them", "both", ""]),
    support=some.lists(some.sampled_from("PGAE"), unique=True).map(tuple),
    energy=some.sampled_from(["gives", "neutral", "costs", ""]),
    whose=some.sampled_from(["mine", "theirs", "both", ""]),
)


def told(language: str, found: list[Somebody]) -> MapTold:
    given_words = example_map(language, 1)
    return MapTold(**{name: getattr(given_words, name) for name in MapTold.__slots__} | {"people": tuple(found)})


def stand_well(plan: Plan, count: int) -> None:
    assert len(plan.spots) == count
    assert plan.is_clear()
    for spot, ring in zip(plan.spots, plan.rings, strict=True):
        assert plan.inner(ring) < spot.distance < plan.edges[ring]


@settings(max_examples=60)
@given(crowds)
def test_nobody_stands_over_another_or_outside_their_ring(crowd: list[Tag]) -> None:
    stand_well(place(crowd, CAPTIONS), len(crowd))


@settings(max_examples=40)
@given(some.lists(tags, min_size=2, max_size=30))
def test_a_name_that_is_added_turns_nobody_else(crowd: list[Tag]) -> None:
    before, after = place(crowd[:-1], CAPTIONS), place(crowd, CAPTIONS)
    for was, now in zip(before.spots, after.spots, strict=False):
        assert math.isclose(math.cos(math.radians(was.bearing - now.bearing)), 1, abs_tol=1e-6)
        assert now.distance >= was.distance - 1e-6
    if before.edges == after.edges:
        assert after.spots[:-1] == before.spots


@pytest.mark.parametrize("ring", range(4))
def test_sixty_people_fit_in_any_one_ring_and_direction(ring: int) -> None:
    plan = place([Tag(200.0, 90.0, ring, 0.0)] * MOST, CAPTIONS)
    stand_well(plan, MOST)
    assert all(spot.nearest >= CORE - 1e-6 for spot in plan.spots)


@settings(max_examples=30)
@given(some.sampled_from(["nl", "ar"]), some.lists(people, min_size=1, max_size=30))
def test_all_that_is_drawn_lies_on_the_paper_and_apart(language: str, found: list[Somebody]) -> None:
    drawing = Drawing(told(language, found))
    solid = [*drawing.plan.spots, *drawing.plan.taken(), *(spot for _name, spot in drawing.areas)]
    for at, spot in enumerate(solid):
        assert abs(spot.x) + spot.wide / 2 <= drawing.half
        assert -drawing.top <= spot.y - spot.high / 2
        assert spot.y + spot.high / 2 <= drawing.bottom
        assert all(spot.gap(other) >= min(GAP, 6) - 1e-6 for other in solid[at + 1 :])


def test_the_map_is_mirrored_for_who_reads_from_the_right() -> None:
    there = [Somebody("A", "friends", "friends"), Somebody("A", "friends", "care")]
    left, right = (Drawing(told(language, there)).plan.spots for language in ("nl", "ar"))
    assert [round(spot.x) for spot in left] == [-round(spot.x) for spot in right]
    assert left[0].x > 0 > left[1].x
