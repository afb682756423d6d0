"""Showing a moment back: the host writes days and times as each language does."""

from __future__ import annotations

from dialogues.moments.value import Moment
from dialogues.words import Clock, Day, Words, _


def shown(moment: Moment) -> Words:
    """Name a moment on its own: "Tuesday 24 November, 14:00 to 16:00"."""
    day = Day(moment.day or moment.week)
    if not moment.day:
        return _("the week of {day}", day=day)
    if moment.start and moment.end:
        return _("{day}, {start} to {end}", day=day, start=Clock(moment.start), end=Clock(moment.end))
    if moment.start:
        return _("{day}, {start}", day=day, start=Clock(moment.start))
    return _of_day(moment, day)


def _of_day(moment: Moment, day: Day) -> Words:
    return {
        "morning": _("{day}, in the morning", day=day),
        "afternoon": _("{day}, in the afternoon", day=day),
        "evening": _("{day}, in the evening", day=day),
        "night": _("{day}, at night", day=day),
    }.get(moment.part, day)


def on_day(moment: Moment) -> Words:
    """Name a moment within a sentence: "on Tuesday 24 November from 14:00 to 16:00"."""
    day = Day(moment.day or moment.week)
    if not moment.day:
        return _("in the week of {day}", day=day)
    if moment.start and moment.end:
        return _("on {day} from {start} to {end}", day=day, start=Clock(moment.start), end=Clock(moment.end))
    if moment.start:
        return _("on {day} at {start}", day=day, start=Clock(moment.start))
    return {
        "morning": _("on {day} in the morning", day=day),
        "afternoon": _("on {day} in the afternoon", day=day),
        "evening": _("on {day} in the evening", day=day),
        "night": _("on {day} at night", day=day),
    }.get(moment.part, _("on {day}", day=day))
