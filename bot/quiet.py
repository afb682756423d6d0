"""When a reminder may come: never at night, and at most once a day for one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.handlers import in_daytime
from dialogues.session import Session

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours at which nobody is reminded, where the person lives: from the evening until the morning."""

    start: int = 21
    end: int = 9

    def later(self, session: Session, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Give the moment to which a reminder is put off; None when it may come now."""
        here = now.astimezone(zone)
        if session.reminded_on == here.date().isoformat():
            return self._on(here.date() + DAY, session, zone)
        if here.hour < self.end:
            return self._on(here.date(), session, zone)
        return self._on(here.date() + DAY, session, zone) if here.hour >= self.start else None

    def _on(self, day: date, session: Session, zone: ZoneInfo) -> datetime:
        return in_daytime(day, zone, young=session.young)
