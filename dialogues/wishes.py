"""Wishes: what the carer would like to share, as they stand in the answers."""

from __future__ import annotations

from dialogues import tasks
from dialogues.care import still_fits
from dialogues.easing import NOT_THE_CARE, eased
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
    """Put the wishes that matter most in front, in the order in which they were chosen.

    For whom the care itself is not to be shared, what lies outside it comes first.
    """
    top = session.answers.get("wish.top") or []
    place = {code: index for index, code in enumerate(top)}
    outside = NOT_THE_CARE in eased(session)
    return sorted(found, key=lambda wish: (place.get(code_of(wish), len(top)), outside and _is_care(wish)))


def _is_care(wish: Wish) -> bool:
    """Tell whether somebody would come near the cared-for person for it."""
    task = tasks.BY_CODE.get(wish.task)
    return task is not None and "{name}" in task.ask.msgid


def code_of(wish: Wish) -> str:
    """Give the code by which a wish is chosen."""
    return wish.task or OWN


def name_of(wish: Wish) -> Words:
    """Name a wish as the carer knows it."""
    task = tasks.BY_CODE.get(wish.task)
    return task.label if task else Typed(wish.words)
