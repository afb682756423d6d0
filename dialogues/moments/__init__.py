"""Moments: a day and a time in somebody's own words, understood and shown back as a date."""

from __future__ import annotations

from dialogues.moments.reading import read
from dialogues.moments.showing import on_day, shown
from dialogues.moments.value import Moment, today

__all__ = ["Moment", "on_day", "read", "shown", "today"]
