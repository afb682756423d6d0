"""Unsaid: who knows how it is for you, and what makes telling hard. It never pushes."""

from __future__ import annotations

from typing import Any

from dialogues.chapters.young.barriers import BARRIERS, BY_CODE
from dialogues.effects import Effect, Say
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Typed, Words, _

MOST = 2
"""Each reason gets an answer of its own; more than two at once nobody reads."""


def knowing_heard(_session: Session, answer: Any) -> Words | None:
    """Say a word to who knows."""
    if answer == "yes":
        return _("Good that there is somebody who knows.")
    return None


def replies(_session: Session, chosen: Any) -> list[Effect]:
    """Answer each reason that was recognised."""
    return [Say(BY_CODE[code].reply) for code in chosen if code in BY_CODE] if isinstance(chosen, list) else []


def own_reason_heard(_session: Session, answer: Any) -> Words | None:
    """Take a reason in somebody's own words for what it is."""
    if isinstance(answer, list):
        return None
    return _("“{words}”. That is a reason, and it may be there.", words=Typed(str(answer)[:200]))


UNSAID = chapter(
    "unsaid",
    _("To tell or not"),
    Question(
        "knows",
        lambda session: (
            _("Is there a grown-up who knows how it is for you?")
            if session.child
            else _("Is there somebody who knows how it is for you?")
        ),
        options=(
            Option("yes", _("Yes"), then="trusted.who"),
            Option("a_bit", _("A little")),
            Option("no", _("No")),
        ),
        columns=3,
        reply=knowing_heard,
    ),
    Question(
        "barriers",
        _("What makes telling hard? Tap one or two, or type it yourself. Then tap Done."),
        options=tuple(Option(each.code, each.label) for each in BARRIERS),
        many=True,
        most=MOST,
        typed=True,
        columns=2,
        reply=own_reason_heard,
        does=replies,
        then="trusted.who",
    ),
)
