"""When something is open: hours by weekday in its own country's time, and public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ZONES = {"NL": "Europe/Amsterdam", "BE": "Europe/Brussels"}
_LONGEST_PAUSE = 14
_BELGIAN_AFTER_EASTER = (0, 1, 39, 49, 50)
_DUTCH_AFTER_EASTER = (0, 1, 39, 49, 50)
_DUTCH = ((1, 1), (12, 25), (12, 26))
_LIBERATION, _LIBERATION_YEARS = (5, 5), 5
_SUNDAY = 6
_BELGIAN = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one day in local time; closing at midnight is ``time(0)``."""

    opens: time
    closes: time

    def holds(self, moment: time) -> bool:
        """Tell whether a time of day lies in it; the closing time itself does not."""
        return self.opens <= moment and (moment < self.closes or self.closes == time.min)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours: the stretches of each weekday from Monday, or day and night.

    ``country`` (NL or BE) gives the time zone and the public holidays.
    """

    country: str
    always: bool = False
    week: tuple[tuple[Span, ...], ...] = ()
    closed_on_holidays: bool = False

    def open_at(self, moment: datetime) -> bool:
        """Tell whether it is open at a moment, which must have a time zone (else ValueError)."""
        local = _local(moment, self.country)
        return self.always or any(span.holds(local.time()) for span in self.on(local.date()))

    def next_opening(self, moment: datetime) -> datetime | None:
        """Give the first opening after a moment, in local time; None when it never closes."""
        local = _local(moment, self.country)
        days = (local.date() + timedelta(days=ahead) for ahead in range(_LONGEST_PAUSE))
        openings = (
            datetime.combine(day, span.opens, ZoneInfo(_ZONES[self.country])) for day in days for span in self.on(day)
        )
        return next((opening for opening in openings if opening > local), None)

    def on(self, day: date) -> tuple[Span, ...]:
        """Give the stretches of one day; none for day and night, and none on a closed day."""
        shut = self.closed_on_holidays and _IS_HOLIDAY[self.country](day)
        return () if self.always or shut else self.week[day.weekday()]


def hours(written: str | dict[str, str], country: str, *, closed_on_holidays: bool = False) -> Hours:
    """Read hours as the table writes them: "always", or {"mon tue": "09:00-12:00 13:00-17:00"}."""
    if isinstance(written, str):
        return Hours(country, always=True)
    by_day = {day: _spans(times) for days, times in written.items() for day in _named(days)}
    return Hours(country, week=tuple(by_day.get(day, ()) for day in _DAYS), closed_on_holidays=closed_on_holidays)


def is_belgian_holiday(day: date) -> bool:
    """Tell whether a day is one of the ten legal holidays of Belgium, or the Sunday of two of them.

    Source: Royal Decree of 18 April 1974, article 1.
    """
    moving = {_easter(day.year) + timedelta(days=after) for after in _BELGIAN_AFTER_EASTER}
    return (day.month, day.day) in _BELGIAN or day in moving


def is_dutch_holiday(day: date) -> bool:
    """Tell whether a day is a public holiday of the Netherlands; 5 May only once in five years.

    Source: Algemene termijnenwet, article 3; King's Day is kept on the Saturday when it falls on a Sunday.
    """
    moving = {_easter(day.year) + timedelta(days=after) for after in _DUTCH_AFTER_EASTER}
    kings = date(day.year, 4, 27)
    return (
        (day.month, day.day) in _DUTCH
        or day in moving
        or day == (kings - timedelta(days=1) if kings.weekday() == _SUNDAY else kings)
        or ((day.month, day.day) == _LIBERATION and day.year % _LIBERATION_YEARS == 0)
    )


_IS_HOLIDAY = {"NL": is_dutch_holiday, "BE": is_belgian_holiday}


def _named(days: str) -> tuple[str, ...]:
    return _DAYS if days == "daily" else tuple(days.split())


def _spans(times: str) -> tuple[Span, ...]:
    return tuple(Span(*map(_time, span.split("-"))) for span in times.split())


def _time(written: str) -> time:
    return time.min if written == "24:00" else time.fromisoformat(written)


def _local(moment: datetime, country: str) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("A moment needs a time zone.")
    return moment.astimezone(ZoneInfo(_ZONES[country]))


def _easter(year: int) -> date:
    # The Gregorian computus in the form of Meeus, Jones and Butcher.
    century, of_century = divmod(year, 100)
    golden = year % 19
    moon = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
