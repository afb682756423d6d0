"""Taking turns with the engine alone: by codes, without words and without a store."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dialogues.effects import FindPlace
from dialogues.engine import step
from dialogues.inputs import Place, PlacesFound, Tapped
from dialogues.session import SCHEMA, Session

NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
UTRECHT = Place("GM0344", "Utrecht", "NL", "Utrecht")


def after(session: Session, *inputs: Any) -> tuple[Session, list[Any]]:
    """Take turns: a code is a tap, anything else an input; gives all that was shown."""
    shown: list[Any] = []
    for each in inputs:
        given = Tapped(each, session.turn, SCHEMA) if isinstance(each, str) else each
        session, effects = step(session, given, NOW)
        shown += effects
        if any(isinstance(effect, FindPlace) for effect in effects):
            session, effects = step(session, PlacesFound("Utrecht", (UTRECHT,)), NOW)
            shown += effects
    return session, shown
