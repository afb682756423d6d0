"""The calendar file is read by another library as what was agreed, also across the change of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from bot.agenda import ics
from dialogues.effects import SendEvent
from dialogues.words import Typed

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TITLE = Typed("Gezelschap houden (Marietje)")


def event(title: str = "Gezelschap houden (Marietje)", **agreed: str) -> vobject.base.Component:
    return vobject.readOne(ics(SendEvent(TITLE, **agreed), title, AMSTERDAM, NOW)).vevent


def test_a_moment_with_a_time_is_that_time_in_the_netherlands() -> None:
    agreed = event(day="2026-11-24", start="14:00", end="16:00")
    assert agreed.dtstart.value.astimezone(UTC) == datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert agreed.dtend.value.astimezone(UTC) == datetime(2026, 11, 24, 15, tzinfo=UTC)
    assert agreed.summary.value == "Gezelschap houden (Marietje)"


def test_in_summer_it_is_an_hour_earlier_by_the_sun() -> None:
    agreed = event(day="2027-07-06", start="14:00")
    assert agreed.dtstart.value.astimezone(UTC) == datetime(2027, 7, 6, 12, tzinfo=UTC)
    assert agreed.dtend.value - agreed.dtstart.value == timedelta(hours=1)


def test_without_a_time_it_takes_the_day() -> None:
    agreed = event(day="2026-11-24")
    assert (agreed.dtstart.value, agreed.dtend.value) == (date(2026, 11, 24), date(2026, 11, 25))


def test_every_week_stays_at_two_oclock_when_the_clock_changes_and_ends_with_the_trial() -> None:
    agreed = event(day="2027-03-16", start="14:00", end="16:00", every="weekly", until="2027-04-13")
    times = [each.astimezone(AMSTERDAM) for each in agreed.rruleset]
    assert [each.date().isoformat() for each in times] == [
        "2027-03-16",
        "2027-03-23",
        "2027-03-30",
        "2027-04-06",
        "2027-04-13",
    ]
    assert {each.hour for each in times} == {14}


@pytest.mark.parametrize(("every", "days"), [("weekly", 7), ("fortnightly", 14), ("monthly", 28)])
def test_it_comes_back_as_often_as_agreed(every: str, days: int) -> None:
    first, second, *_ = list(event(day="2026-11-24", every=every, until="2027-03-01").rruleset)
    assert second - first == timedelta(days=days)


def test_just_once_does_not_come_back() -> None:
    assert event(day="2026-11-24", start="14:00", every="once").rruleset is None


def test_what_was_typed_can_not_break_out_of_its_line() -> None:
    agreed = event("Ria, koffie; \\ en\nDTSTART:20200101", day="2026-11-24")
    assert agreed.summary.value == "Ria, koffie; \\ en\nDTSTART:20200101"
    assert agreed.dtstart.value == date(2026, 11, 24)


def test_the_same_moment_has_the_same_name_so_that_a_calendar_keeps_it_once() -> None:
    assert event(day="2026-11-24").uid.value == event(day="2026-11-24").uid.value
    assert event(day="2026-11-24").uid.value != event(day="2026-11-25").uid.value
