"""An agreed moment as a calendar file (iCalendar, RFC 5545), in the time zone of the bot."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dialogues.effects import SendEvent

# A month is four weeks here, so that it stays on the same day of the week.
EVERY: dict[str, dict[str, object]] = {
    "weekly": {"freq": "weekly"},
    "fortnightly": {"freq": "weekly", "interval": 2},
    "monthly": {"freq": "weekly", "interval": 4},
}

YEAR = timedelta(days=366)

USUAL = timedelta(hours=1)
"""How long something takes in the calendar when no end was said."""


def ics(effect: SendEvent, title: str, zone: ZoneInfo, now: datetime) -> str:
    """Write the calendar file of one agreed moment, with the time zone's own rules in it."""
    from icalendar import Calendar, Event, vRecur  # noqa: PLC0415  few need it, and reading it takes a tenth of a second

    calendar = Calendar()
    calendar.add("prodid", "-//Vraagkracht//vraagkracht//")
    calendar.add("version", "2.0")
    event = Event()
    event.add("uid", _uid(effect, title))
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", title)
    for name, moment in zip(("dtstart", "dtend"), _span(effect, zone), strict=True):
        event.add(name, moment)
    if effect.every in EVERY:
        event.add("rrule", vRecur({**EVERY[effect.every], **_until(effect, zone)}))
    calendar.add_component(event)
    day = date.fromisoformat(effect.day)
    calendar.add_missing_timezones(first_date=day - YEAR, last_date=day + 2 * YEAR)
    return str(calendar.to_ical().decode())


def _span(effect: SendEvent, zone: ZoneInfo) -> tuple[date, date]:
    day = date.fromisoformat(effect.day)
    if not effect.start:
        return day, day + timedelta(days=1)
    start = datetime.combine(day, time.fromisoformat(effect.start), zone)
    if not effect.end:
        return start, start + USUAL
    return start, datetime.combine(day, time.fromisoformat(effect.end), zone)


def _until(effect: SendEvent, zone: ZoneInfo) -> dict[str, object]:
    """End a repeating moment: in UTC when it has a time, as the standard asks."""
    if not effect.until:
        return {}
    last = date.fromisoformat(effect.until)
    return {"until": datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC) if effect.start else last}


def _uid(effect: SendEvent, title: str) -> str:
    """Name the moment the same each time, so that a calendar does not keep it twice."""
    return hashlib.sha256(f"{effect}{title}".encode()).hexdigest()[:32] + "@vraagkracht"
