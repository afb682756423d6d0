"""Reading aloud: somebody who would rather hear the talk chooses how much of it."""

from __future__ import annotations

from typing import Any

from dialogues.aloud import EVERY, ONCE
from dialogues.script import RESUME, Option, Question, chapter
from dialogues.session import Session
from dialogues.words import _


def keep_how(session: Session, answer: Any) -> None:
    """Read from now on, only the question that comes back now, or nothing any more."""
    session.aloud = answer if answer in {EVERY, ONCE} else ""


ALOUD = chapter(
    "aloud",
    _("Listen"),
    Question(
        "choose",
        _("Shall I read to you what I write? It is the voice of a computer. It stays here in writing too."),
        options=(
            Option(EVERY, _("Read every message")),
            Option(ONCE, _("Only our question")),
            Option("no", _("Don't read aloud")),
        ),
        keep=keep_how,
        skippable=False,
        then=RESUME,
        source="own: who reads with difficulty, or sees little, can hear the talk",
    ),
    aside=True,
)
