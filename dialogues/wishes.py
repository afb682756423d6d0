"""Wishes: what the carer would like to share, as they stand in the answers."""

from __future__ import annotations

from dialogues import tasks
from dialogues.care import still_fits
from dialogues.session import Session, Wish
from dialogues.words import Typed, Words

OWN = "own"
"""The code of the wish in the carer's own words."""

TOP = 3
"""More than three is a list to work through (source 001, lines 4040-4048)."""


def wishes(session: Session) -> list[Wish]:
    """Give all wishes: the tasks that were ticked, then the carer's own words."""
    ticked = [
        code for kind in tasks.KINDS for code in session.answers.get(f"wish.{kind}", []) if code in tasks.BY_CODE
    ]
    fitting = [code for code in ticked if still_fits(session, tasks.BY_CODE[code])]
    own = session.answers.get("wish.own")
    return _top_first(session, [*(Wish(task=code) for code in fitting), *([Wish(words=own)] if own else [])])


def _top_first(session: Session, found: list[Wish]) -> list[Wish]:
    """Put the wishes that matter most in front, in the order in which they were chosen."""
    top = session.answers.get("wish.top") or []
    place = {code: index for index, code in enumerate(top)}
    return sorted(found, key=lambda wish: place.get(code_of(wish), len(top)))


def code_of(wish: Wish) -> str:
    """Give the code by which a wish is chosen."""
    return wish.task or OWN


def name_of(wish: Wish) -> Words:
    """Name a wish as the carer knows it."""
    task = tasks.BY_CODE.get(wish.task)
    return task.label if task else Typed(wish.words)
