"""Managing: "we manage", said by a young person, is believed; one concrete question about what we don't know yet.

A child is asked about the evening first (source 002, about 2016, lines 761-763; source 004, 2025, lines 1181-1191).
"""

from __future__ import annotations

from dialogues.script import Option
from dialogues.session import Session
from dialogues.words import Words, _

EVENING, SLEEP, LAUGHING = "evening", "sleep", "laughing"

QUESTIONS: dict[str, Words] = {
    EVENING: _("You all manage. And in the evening: is there somebody with you then?"),
    SLEEP: _("You manage. And the nights: do you sleep through?"),
    LAUGHING: _("You manage. And laughing: when did you last laugh out loud?"),
}

ANSWERS: dict[str, tuple[Words, Words]] = {
    EVENING: (_("Yes, mostly"), _("Not always")),
    SLEEP: (_("Yes, I do"), _("Not really")),
    LAUGHING: (_("Lately"), _("Long ago")),
}


def unknown_yet(session: Session) -> str:
    """Choose what was not told yet."""
    if session.child and "everyday.night" not in session.answers:
        return EVENING
    return LAUGHING if "everyday.sleep" in session.answers else SLEEP


def concretely(session: Session) -> Words:
    """Ask it."""
    return QUESTIONS[unknown_yet(session)]


def answers(session: Session) -> tuple[Option, ...]:
    """Offer the two answers that fit."""
    well, not_well = ANSWERS[unknown_yet(session)]
    return Option("well", well), Option("not_well", not_well)
