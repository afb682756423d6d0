"""Told: may I ask whether it was told; and a kind answer, whatever came of it.

"Not yet" and "no longer needed" are good endings, as in the talk for adults (source 003, lines 5796-5799).
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.young.trusted import adult_in_words
from dialogues.effects import Effect, Remind
from dialogues.script import RESUME, Option, Question, chapter, nothing
from dialogues.session import Session
from dialogues.words import Words, _

REMINDER = "told"
"""The kind of the agreed moment at which is asked whether it was told."""

DAYS = {"tomorrow": 1, "three_days": 3, "week": 7}


def to_be_told(session: Session) -> bool:
    """There are words that are good, and it was not asked yet when we may come back to it."""
    ready = session.answers.get("message.draft") == "good" and "told.may" not in session.answers
    return session.young and ready and not session.violence


def remind(_session: Session, answer: Any) -> list[Effect]:
    """Come back on the day that was chosen."""
    days = DAYS.get(str(answer))
    return [Remind(REMINDER, 0, days)] if days else []


def agreed(_session: Session, answer: Any) -> Words:
    """Say what is agreed."""
    if answer == "no":
        return _("Then I don't ask. You can always tell me yourself, if you like.")
    return _(
        "Then I ask you, late in the afternoon. Rather not after all? Type /stop and tap “Don't come back to it”."
    )


def after_telling(_session: Session, answer: Any) -> Words | None:
    """Answer to how it was; what fell short has a question of its own."""
    if answer == "good":
        return _("Now somebody knows. You don't have to do anything more.")
    if answer == "strange":
        return _("Telling can feel strange, also when it was good. That may take a few days.")
    return None


def held_heard(_session: Session, answer: Any) -> Words | None:
    """Not daring is no reason to push: there is a way without speaking."""
    if answer == "dare":
        return _("You needn't dare it all at once. Showing your screen is enough, or half a sentence.")
    return None


TOLD = chapter(
    "told",
    _("How it went"),
    Question(
        "may",
        lambda session: _(
            "When may I ask whether you told it to {adult}? It is no homework.", adult=adult_in_words(session)
        ),
        options=(
            Option("tomorrow", _("Tomorrow")),
            Option("three_days", _("In three days")),
            Option("week", _("In a week")),
            Option("no", _("Rather not")),
        ),
        columns=2,
        reply=agreed,
        does=remind,
        then=RESUME,
    ),
    Question(
        "did",
        lambda session: _("You wanted to tell {adult} how it is. Has that happened?", adult=adult_in_words(session)),
        options=(
            Option("yes", _("Yes, I told it"), then="went"),
            Option("not_yet", _("Not yet"), then="held"),
            Option("no_need", _("No longer needed"), then=RESUME),
        ),
        reply=lambda _session, answer: (
            _("Then that is fine. If it changes, I am here.") if answer == "no_need" else None
        ),
        then=RESUME,
    ),
    Question(
        "went",
        _("You told it. How was that?"),
        options=(
            Option("good", _("Good"), then=RESUME),
            Option("strange", _("A bit strange"), then=RESUME),
            Option("short", _("It didn't go well"), then="fell_short"),
        ),
        columns=3,
        reply=after_telling,
        then=RESUME,
    ),
    Question(
        "fell_short",
        _(
            "It didn't go well. That hurts, when you had dared it. It says something about that moment. "
            "What would you like?"
        ),
        options=(
            Option("other", _("Choose another"), then="trusted.who"),
            Option("outside", _("See who is there for me"), then="support.place"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        keep=nothing,
        then=RESUME,
    ),
    Question(
        "held",
        _("Not yet. That is fine. What made it hard?"),
        options=(
            Option("moment", _("No good moment"), then="may"),
            Option("words", _("The words"), then="message.how"),
            Option("person", _("Rather somebody else"), then="trusted.who"),
            Option("dare", _("I don't dare yet"), then="may"),
            Option("leave", _("Leave it for now"), then=RESUME),
        ),
        columns=2,
        reply=held_heard,
        then=RESUME,
    ),
    side_steps=("did", "went", "fell_short", "held"),
)
