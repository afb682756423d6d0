"""Telling: being heard comes before the next question; somebody may tell for as long as they like."""

from __future__ import annotations

from typing import Any

from dialogues.listening.hearing import hear
from dialogues.memory import write_down
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Typed, Words, _


def keep_more(session: Session, text: Any) -> None:
    """Keep what was told; the tap that ends it is no text."""
    if text != "enough":
        write_down(session, str(text))


LONG_STORY = 120
"""Characters from which on a text is a story, and not a sigh."""


def heard(session: Session) -> Words:
    """Answer to what was told, before anything else: to a story otherwise than to a sigh."""
    if session.notes and len(session.notes[-1]) >= LONG_STORY:
        return _(
            "I've read what you wrote, every word. That is a lot. Would you like to tell more, or see together "
            "what could be lighter?"
        )
    return _("That sounds heavy. Would you like to tell more, or see together what could be lighter?")


def who_notices(_session: Session, answer: Any) -> Words | None:
    """Say back who notices."""
    if answer == "nobody":
        return None
    if answer == "someone":
        return _("It is good that somebody sees it.")
    return _("“{words}”. I keep that in mind.", words=Typed(str(answer)[:200]))


def hope_heard(_session: Session, answer: Any) -> Words | None:
    """Say back what somebody hopes for."""
    if answer == "unknown":
        return None
    return _("“{hope}”. That may stay in view.", hope=Typed(str(answer)[:200]))


TELLING = chapter(
    "listening",
    _("Telling"),
    Question(
        "heard",
        heard,
        options=(
            Option("more", _("Tell more"), then="more"),
            Option("go_on", _("Look what helps"), then=RESUME),
            Option("people", _("Talk to a person"), then="help.people"),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "died",
        _("I am sorry for your loss. You don't have to fill in anything now. Would you like to tell about it?"),
        options=(
            Option("more", _("Tell more"), then="more"),
            Option("people", _("Talk to a person"), then="help.people"),
            Option("cared_for", _("The one I cared for"), then="changed.died"),
            Option("stop", _("Stop here for now"), then="stopped.here"),
            Option("go_on", _("Go on where we were"), then=RESUME),
        ),
        columns=2,
        skippable=False,
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "more",
        _("Go ahead, there is no hurry. I read everything, and answer when you say that was it."),
        options=(Option("enough", _("That was it"), then=RESUME),),
        typed=True,
        skippable=False,
        keep=keep_more,
        then="on",
    ),
    Question(
        "on",
        _("I am reading. Is there more?"),
        options=(Option("enough", _("That was it"), then=RESUME),),
        typed=True,
        skippable=False,
        keep=keep_more,
        then="on",
    ),
    Question(
        "managing",
        _("You manage. And when it gets worse: who notices?"),
        options=(
            Option("someone", _("Somebody does"), then=RESUME),
            Option("nobody", _("Nobody, I think"), then="tomorrow"),
        ),
        typed=True,
        read=lambda session, text: "nobody" if hear(text, session.language).nobody else text,
        columns=2,
        skippable=False,
        reply=who_notices,
        then=RESUME,
    ),
    Question(
        "tomorrow",
        _("Nobody, you think. And if you look a year ahead: what do you hope will be different then?"),
        options=(Option("unknown", _("I don't know"), then=RESUME),),
        typed=True,
        skippable=False,
        reply=hope_heard,
        then=RESUME,
    ),
    aside=True,
)
