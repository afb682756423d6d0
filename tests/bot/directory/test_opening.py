"""Opening hours: when a line is open, in its own country's time, and when it opens next."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.directory.helplines import Helpline, helpline, helplines, next_opening, open_at
from bot.directory.opening import is_belgian_holiday

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BRUSSELS = ZoneInfo("Europe/Brussels")
UTC = ZoneInfo("UTC")

# 23 November 2026 is a Monday.


def line(identity: str) -> Helpline:
    found = helpline(identity)
    assert found is not None
    return found


@pytest.mark.parametrize("identity", ["nl-112", "nl-113", "nl-luisterlijn", "nl-veiligthuis", "be-1813", "be-106"])
def test_day_and_night_is_always_open_and_never_opens(identity: str) -> None:
    night = datetime(2026, 12, 25, 3, 30, tzinfo=AMSTERDAM)
    assert open_at(line(identity), night) is True
    assert next_opening(line(identity), night) is None


@pytest.mark.parametrize(
    ("identity", "day", "clock", "expected"),
    [
        ("nl-mind", 23, "08:59", False),
        ("nl-mind", 23, "09:00", True),
        ("nl-mind", 23, "20:59", True),
        ("nl-mind", 23, "21:00", False),
        ("nl-mind", 28, "12:00", False),
        ("nl-kindertelefoon", 29, "11:00", True),
        ("nl-dementielijn", 29, "22:00", False),
        ("nl-ypsilon", 24, "12:00", True),
        ("nl-ypsilon", 25, "12:00", False),
        ("be-102", 23, "15:00", False),
        ("be-102", 25, "15:00", True),
        ("be-102", 28, "14:00", True),
        ("be-102", 29, "17:00", False),
        ("be-1712", 27, "17:59", True),
        ("be-1712", 28, "12:00", False),
    ],
)
def test_a_line_is_open_within_its_hours(identity: str, day: int, clock: str, *, expected: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=AMSTERDAM)
    assert open_at(line(identity), moment) is expected


@pytest.mark.parametrize(
    ("identity", "day", "clock", "expected"),
    [
        ("be-1813", 23, "23:59", True),
        ("be-1813", 24, "00:00", False),
        ("be-1813", 25, "12:00", True),
        ("be-106", 29, "15:00", True),
        ("be-106", 28, "15:00", False),
        ("be-1712", 23, "17:30", False),
        ("be-1712", 23, "18:00", True),
        ("be-1712", 27, "18:00", False),
        ("nl-luisterlijn", 23, "07:59", False),
        ("nl-113", 23, "04:00", True),
    ],
)
def test_a_chat_has_its_own_hours(identity: str, day: int, clock: str, *, expected: bool) -> None:
    moment = datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=BRUSSELS)
    assert open_at(line(identity), moment, chat=True) is expected


@pytest.mark.parametrize("identity", ["nl-mantelzorglijn", "be-1733", "nl-meldpunt", "nl-huisartsenpost"])
def test_hours_that_are_not_known_are_said_to_be_unknown(identity: str) -> None:
    moment = datetime(2026, 11, 23, 12, tzinfo=AMSTERDAM)
    assert open_at(line(identity), moment) is None
    assert next_opening(line(identity), moment) is None


def test_chat_hours_that_are_not_known_are_said_to_be_unknown() -> None:
    assert open_at(line("nl-veiligthuis"), datetime(2026, 11, 23, 12, tzinfo=AMSTERDAM), chat=True) is None


@pytest.mark.parametrize(("moment", "expected"), [((2026, 7, 6, 7), True), ((2026, 11, 23, 7), False)])
def test_hours_are_local_in_summer_and_winter(moment: tuple[int, int, int, int], *, expected: bool) -> None:
    assert open_at(line("nl-mind"), datetime(*moment, tzinfo=UTC)) is expected


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 12)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        open_at(line("nl-mind"), naive)


@pytest.mark.parametrize(
    ("identity", "moment", "expected"),
    [
        ("nl-mind", (2026, 11, 23, 8), (2026, 11, 23, 9)),
        ("nl-mind", (2026, 11, 27, 22), (2026, 11, 30, 9)),
        ("nl-mind", (2026, 11, 23, 9), (2026, 11, 24, 9)),
        ("nl-ypsilon", (2026, 11, 24, 18), (2026, 11, 26, 10)),
        ("be-102", (2026, 11, 28, 23), (2026, 11, 30, 16)),
        ("be-102", (2026, 12, 24, 23), (2026, 12, 26, 14)),
        ("nl-mind", (2027, 3, 26, 22), (2027, 3, 29, 9)),
    ],
)
def test_the_next_opening_is_the_first_after_the_moment(
    identity: str, moment: tuple[int, int, int, int], expected: tuple[int, int, int, int]
) -> None:
    opening = next_opening(line(identity), datetime(*moment, tzinfo=AMSTERDAM))
    assert opening == datetime(*expected, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-04-05",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-25",
        "2026-07-21",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25",
        "2027-03-29",
        "2027-05-06",
        "2024-04-01",
        "2025-04-21",
    ],
)
def test_awel_is_closed_on_belgian_holidays(day: str) -> None:
    assert is_belgian_holiday(date.fromisoformat(day))
    assert open_at(line("be-102"), datetime.fromisoformat(f"{day}T18:00").replace(tzinfo=BRUSSELS)) is False


@pytest.mark.parametrize("day", ["2026-04-27", "2026-12-26", "2026-05-05", "2026-04-03"])
def test_dutch_holidays_and_good_friday_are_ordinary_days_in_belgium(day: str) -> None:
    assert not is_belgian_holiday(date.fromisoformat(day))


def test_only_belgian_lines_close_on_holidays() -> None:
    closing = {each.country for each in helplines() if each.hours and each.hours.closed_on_holidays}
    assert closing == {"BE"}
