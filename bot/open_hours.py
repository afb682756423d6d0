"""When something is open and when it was checked, in words."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from babel.dates import get_day_names

from bot.directory.opening import Hours, Span
from bot.words import clock, short_day
from dialogues.words import Listing, Typed, Words, _

if TYPE_CHECKING:
    from bot.words import Speaker


def checked(day: date | None, speaker: Speaker) -> Words:
    """Say when an entry was checked, or that it was not."""
    if day is None:
        return _("Not checked yet by a person.")
    return _("Checked on {date}.", date=short_day(day, speaker))


def when_open(hours: Hours | None, speaker: Speaker) -> Words:
    """Say when a line is open, days with equal hours together; nothing when it is not known."""
    if hours is None:
        return Typed("")
    if hours.always:
        return _("Day and night")
    stretches = [list(days) for _spans, days in groupby(range(7), key=lambda day: hours.week[day])]
    return Listing(tuple(_stretch(days, hours, speaker) for days in stretches if hours.week[days[0]]))


def _stretch(days: list[int], hours: Hours, speaker: Speaker) -> Words:
    names = get_day_names("abbreviated", locale=speaker.locale)
    which = names[days[0]] if len(days) == 1 else f"{names[days[0]]}\N{EN DASH}{names[days[-1]]}"
    times = ", ".join(_span(span, speaker) for span in hours.week[days[0]])
    return Typed(f"{which} {times}")


def _span(span: Span, speaker: Speaker) -> str:
    opens, closes = (clock(each, speaker) for each in (span.opens, span.closes))
    return f"{opens}\N{EN DASH}{closes}"
