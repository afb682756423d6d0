"""A month on a page: what is seen by who looks over a shoulder after somebody left quickly."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names


@dataclass(frozen=True, slots=True)
class Month:
    """A month as it is shown: its name, the day, the names of the days, and the weeks."""

    name: str
    today: date
    told: str
    days: list[str]
    weeks: list[list[date]]


def month(today: date, locale: Locale) -> Month:
    """Lay out the month of a day, as weeks that begin where the language begins them."""
    first = locale.first_week_day
    names = get_day_names("abbreviated", locale=locale)
    return Month(
        name=format_skeleton("yMMMM", today, locale=locale),
        today=today,
        told=format_date(today, "full", locale=locale),
        days=[names[(first + day) % 7] for day in range(7)],
        weeks=calendar.Calendar(first).monthdatescalendar(today.year, today.month),
    )
