"""Whom a part of the talk is for: young people have a talk of their own, and children the shortest one."""

from __future__ import annotations

from dialogues.session import Session

FROM_16 = ("ask.", "followup.", "thanks.")
"""Parts of the adults' talk that stand open from 16 on; in words of young people."""

FROM_25 = (
    *("situation.", "strain.", "phase.", "reluctance.", "wish.", "network.", "together.", "again.", "messages."),
    *("revive.", "update.", "boundary.", "gathering.", "note.", "table.", "plan.", "holding.", "fallback."),
    *("changed.", "overview.checks", "welcome.whom", "welcome.indirect", "welcome.looking", "welcome.cared_name"),
    "welcome.own_word",
)
"""Parts of the talk for adults alone; nobody is led there who is young, also not by an age that was changed."""


def young(session: Session) -> bool:
    """Somebody who said to be under 25, or came by the link for young people."""
    return session.young


def grown(session: Session) -> bool:
    """Somebody to whom the talk for adults belongs."""
    return not session.young


def older(session: Session) -> bool:
    """A young person of 16 or more."""
    return session.young and not session.child


def no_child(session: Session) -> bool:
    """Anybody of 16 or more."""
    return not session.child


def closed(session: Session, state: str) -> bool:
    """Tell whether a part of the talk is not for somebody of this age."""
    not_yet = (*FROM_25, *FROM_16) if session.child else FROM_25
    return session.young and state.startswith(not_yet)


def own_place(session: Session) -> str:
    """Give where the talk of a young person goes on instead: at its beginning, or at rest."""
    return "rest.open" if "home" in session.done else "home.who"
