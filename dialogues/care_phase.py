"""The care phase: in balance, too much, cannot wait, over. Proposed as an observation; the person decides.

The four phases, and that each asks for other support, are those of source 000 (2012, lines 574-630).
"""

from __future__ import annotations

from dialogues.areas import HEAVY, checked_before, levels
from dialogues.session import Session
from dialogues.words import Words, _

BALANCED, OVERLOADED, CRISIS, ENDED = "balanced", "overloaded", "crisis", "ended"

OBSERVED: dict[str, Words] = {
    BALANCED: _("It seems to be in balance for now."),
    OVERLOADED: _("It seems more than one person can carry for long."),
    CRISIS: _("It seems that this can't wait."),
    ENDED: _("It seems that the caring is over."),
}
"""How each phase is put before the person."""

OWN_SAYING: dict[str, Words] = {
    BALANCED: _("It is in balance"),
    OVERLOADED: _("It is too much"),
    CRISIS: _("It can't wait any longer"),
    ENDED: _("The caring is over"),
}
"""How the person says it."""

SOURCES: dict[str, str] = {
    BALANCED: "000:582-596; 000:616-630",
    OVERLOADED: "000:582-596; 000:616-630",
    CRISIS: "000:582-596; 000:616-630",
    ENDED: "000:616-630; 001:5196-5204",
}

MANY = 2
"""Areas that weigh, from which on we observe that it is much; no norm, and the person corrects it."""


def proposed(session: Session) -> str:
    """Propose a phase from how long it can go on and how many areas weigh."""
    if session.answers.get("situation.since") == ENDED:
        return ENDED
    lasts = session.answers.get("strain.perseverance")
    if lasts == "days":
        return CRISIS
    weighing = sum(weight >= HEAVY for weight in levels(session).values())
    return OVERLOADED if lasts == "weeks" or weighing >= MANY else BALANCED


def phase(session: Session) -> str:
    """Give the phase: as the person said it, or else as it is proposed."""
    return str(session.answers.get("strain.phase") or proposed(session))


def is_balanced(session: Session) -> bool:
    """It is in balance: keep it so, and be ready; young people have another road."""
    return phase(session) == BALANCED and not session.young


def cannot_wait(session: Session) -> bool:
    """It can't wait: arrange fast, with a person at hand."""
    return phase(session) == CRISIS


def has_ended(session: Session) -> bool:
    """The caring is over: no tasks, and no end to the talk."""
    return phase(session) == ENDED


def is_repeat(session: Session) -> bool:
    """There is an earlier check to hold this one beside."""
    return checked_before(session)
