"""A scene: one turn of one chat, with everything that its effects may need."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.stage import Stage
from bot.tally import Counted
from bot.words import Speaker
from dialogues.effects import FindServices, Screen
from dialogues.session import Session
from dialogues.turn import Turn


@dataclass(frozen=True, slots=True)
class Appointment:
    """A moment at which to come back to an ask."""

    reminder: str
    ask: int
    due: datetime


@dataclass(slots=True)
class Scene:
    """What a turn does: shown on its stage, and gathered here for the one transaction."""

    session: Session
    stage: Stage
    speaker: Speaker
    now: datetime
    zone: ZoneInfo
    appointments: list[Appointment] = field(default_factory=list)
    reminders_forgotten: bool = False
    forgotten: bool = False
    looking_for: str = ""
    searching: FindServices | None = None
    counted: list[Counted] = field(default_factory=list)
    crises: list[str] = field(default_factory=list)
    voices: frozenset[str] = frozenset()


def current_screen(session: Session) -> Screen:
    """Lay out the question at which a session stands, as it was last shown."""
    turn = Turn(session, datetime.min.replace(tzinfo=UTC))
    turn.settle()
    return turn.screen()
