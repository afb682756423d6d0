"""A moment as it is kept with an ask: plain strings, so that it can be stored."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Self

from dialogues.session import Session


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with a time: all ISO. ``week`` is the Monday of a week when no day was named.

    ``relative`` words ("tomorrow") mean something else when they are read on another day; ``whole``
    tells that nothing else was said, so that the date can stand for the words in another language.
    """

    day: str = ""
    week: str = ""
    start: str = ""
    end: str = ""
    part: str = ""
    weekly: bool = False
    relative: bool = False
    whole: bool = False

    def stored(self) -> dict[str, str | bool]:
        """Give what is kept: only what is known."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of(cls, stored: dict[str, str | bool]) -> Self | None:
        """Read what was kept; None when there is nothing."""
        return cls(**stored) if stored else None  # type: ignore[arg-type]  # written by ``stored``


def today(session: Session) -> date | None:
    """Give the day on which the person last said something, where they live.

    The host gives the moment of each turn in the time zone of the person.
    """
    return datetime.fromisoformat(session.heard_at).date() if session.heard_at else None
