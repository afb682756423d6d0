"""Whom a part of the talk is for: young people have a talk of their own, and children the shortest one."""

from __future__ import annotations

from dialogues.session import Session


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
