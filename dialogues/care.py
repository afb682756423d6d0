"""Whether the care goes on as it was: after an admission or a death the asks for care end."""

from __future__ import annotations

from dialogues.session import Session
from dialogues.tasks import Task

OPEN = frozenset({"draft", "ready", "asked", "agreed"})
"""What may still come of an ask."""

ABOUT_THE_CARER = frozenset(
    {"listen", "groceries", "cooking", "cleaning", "laundry", "letters", "arranging", "repairs"}
)
"""Tasks that one may still want, for oneself."""

VISITING = frozenset({"sit", "call", "ride", "outing"})
"""What others may still do for somebody who lives elsewhere now."""


def care_now(session: Session) -> str:
    """Tell how the care is: "" as it was, "admitted" or "died"."""
    return str(session.answers.get("changed.now") or "")


def still_fits(session: Session, task: Task | None) -> bool:
    """Tell whether a task may still be asked for; own words always may."""
    now = care_now(session)
    if not now or task is None:
        return True
    return task.code in ABOUT_THE_CARER or task.code == "pet" or (now == "admitted" and task.code in VISITING)


def end_care(session: Session, now: str) -> None:
    """Note that the care ended, and with it every ask that is still open."""
    session.answers["changed.now"] = now
    session.answers.pop("holding.monthly", None)
    for ask in session.asks:
        if ask.status in OPEN:
            ask.status = "ended"
