"""Wishes: what the carer would like to share, as they stand in the answers."""

from __future__ import annotations

from dialogues import tasks
from dialogues.session import Session, Wish
from dialogues.words import Typed, Words


def wishes(session: Session) -> list[Wish]:
    """Give all wishes: the tasks that were ticked, then the carer's own words."""
    ticked = [
        code for kind in tasks.KINDS for code in session.answers.get(f"wish.{kind}", []) if code in tasks.BY_CODE
    ]
    own = session.answers.get("wish.own")
    return [*(Wish(task=code) for code in ticked), *([Wish(words=own)] if own else [])]


def name_of(wish: Wish) -> Words:
    """Name a wish as the carer knows it."""
    task = tasks.BY_CODE.get(wish.task)
    return task.label if task else Typed(wish.words)
