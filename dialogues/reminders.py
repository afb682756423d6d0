"""Coming back: which moments there are, when one still makes sense, and which question it opens.

Nobody is reminded who did not ask for it, at most once a day, and at most twice of the same unasked question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dialogues.moments import Moment
from dialogues.session import AskPlan, Session

EXPIRY = "expiry"
"""The reminder that warns two weeks before a talk is erased."""

MONTH = "month"
"""The monthly question how somebody holds up."""

MOST_NUDGES = 2
"""How often we come back to one ask that was not answered: more would be pushing."""

Sense = Callable[[AskPlan, date], bool]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A kind of reminder about an ask: the question it opens, and whether it still makes sense on a day."""

    opens: str
    makes_sense: Sense
    nudges: bool = False


def _with_status(*status: str) -> Sense:
    return lambda ask, _today: ask.status in status


def _tomorrow(ask: AskPlan, today: date) -> bool:
    """The agreed moment is tomorrow; one that came late would say something untrue."""
    moment = Moment.of(ask.agreed_on)
    if ask.status != "agreed" or moment is None or not moment.day:
        return False
    return date.fromisoformat(moment.day) == today + timedelta(days=1)


REMINDERS: Mapping[str, Reminder] = {
    "eve": Reminder("followup.eve", _tomorrow),
    "went": Reminder("followup.went", _with_status("agreed")),
    "look_back": Reminder("followup.look_back", _with_status("agreed")),
    "said": Reminder("followup.answered", _with_status("asked"), nudges=True),
    "asked": Reminder("followup.asked", _with_status("ready"), nudges=True),
    "slept": Reminder("ask.draft", _with_status("draft"), nudges=True),
}
"""The kinds of reminders about an ask; where two fall on one day the earlier in this list goes first."""

AGREED: Mapping[str, str] = {
    "check": "again.due",
    "after_crisis": "again.after_crisis",
    "told": "told.did",
    "support": "support.how",
}
"""Agreed moments that are not about an ask, and the question that each opens."""

ORDER = (EXPIRY, *REMINDERS, MONTH)


def urgency(kind: str) -> int:
    """Give the place of a reminder among others that fall on the same day: the lowest first."""
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def can_nudge(session: Session) -> bool:
    """We have not come back to this ask too often yet."""
    return session.ask is None or session.ask.nudges < MOST_NUDGES


def opened_by(session: Session, kind: str, number: int, today: date) -> str:
    """Give the question that a reminder opens; "" when it makes no sense any more."""
    if kind == EXPIRY:
        return "privacy.expiring"
    if kind == MONTH:
        return "holding.how" if session.answers.get("holding.monthly") == "yes" else ""
    if kind in AGREED:
        return AGREED[kind]
    if kind not in REMINDERS or number >= len(session.asks):
        return ""
    reminder, ask = REMINDERS[kind], session.asks[number]
    if not reminder.makes_sense(ask, today) or (reminder.nudges and ask.nudges >= MOST_NUDGES):
        return ""
    session.current_ask = number
    ask.nudges += reminder.nudges
    return reminder.opens
