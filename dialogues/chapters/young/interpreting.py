"""Interpreting: a child or student who puts things into words for a parent, and who may ask for an interpreter.

From source 004 (2025): two roles at once, and no room for your own grief (lines 202-210); it is a duty of the heart,
and no is hardly an option (570-583), so nothing here tells anybody to stop. "This is a child and no interpreter" is a
campaign of doctors (line 1165, 2021). Who pays an interpreter is not in the sources, so it is not said.
"""

from __future__ import annotations

from dialogues.chapters.young.situations import whom
from dialogues.effects import Effect, OfferDraft
from dialogues.script import RESUME, Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Typed, Words, _

TO_SHOW = Typed("Ik vertaal dit liever niet zelf. Kunt u een tolk regelen? Dan kan ik er gewoon bij zijn.")
"""What can be shown at the desk: in Dutch in every language of the talk, for a Dutch doctor reads it."""

REPLIES: dict[str, Words] = {
    "fine": _("You like to do it. That may stay so, also with an interpreter beside you for the hard talks."),
    "hard": _("The words are difficult there, also for grown-ups. It is not because of you when it doesn't work."),
    "heavy": _(
        "Then you hear it first, and you have to bring it as well. That is two things at once, and your own feeling "
        "has to wait."
    ),
}


def feels(session: Session) -> Words:
    """Ask how it is, for the one who interprets."""
    return _("How is that for you, interpreting for {who}?", who=whom(session))


def may_be_asked(session: Session) -> Words:
    """Say that an interpreter can be asked for, and by whom it is arranged."""
    if session.child:
        return _(
            "You may ask for an interpreter: somebody whose work it is. The doctor or the hospital arranges that. "
            "Doctors themselves said in {year} that a child need not be an interpreter. "
            "Above are words to show or say.",
            year="2021",
        )
    return _(
        "You may ask for an interpreter: somebody whose work it is. The doctor or the hospital arranges that. "
        "It takes nothing from {who}: you are still there, as family. Above are words to show or say.",
        who=whom(session),
    )


def words_to_show(_session: Session) -> list[Effect]:
    """Put the words ready that can be shown at the desk."""
    return [OfferDraft(TO_SHOW)]


def told_before(session: Session) -> bool:
    """The page was opened from the menu, after the rest was told."""
    return "everyday.good" in session.answers


INTERPRETING = chapter(
    "interpreting",
    _("Interpreting"),
    Question(
        "where",
        _("Where do you interpret? Tap what fits, then Done."),
        options=(
            Option("doctor", _("At the doctor's")),
            Option("letters", _("Letters and phone calls")),
            Option("school", _("At school")),
            Option("everywhere", _("Nearly everywhere")),
        ),
        many=True,
        columns=2,
    ),
    Question(
        "feels",
        feels,
        options=(
            Option("fine", _("I like doing it")),
            Option("hard", _("Difficult sometimes")),
            Option("heavy", _("Too heavy sometimes")),
        ),
        reply=lambda _session, answer: REPLIES.get(str(answer)),
    ),
    Question(
        "interpreter",
        may_be_asked,
        options=(Option("go_on", _("Go on")),),
        opening=words_to_show,
        then=(When(told_before, RESUME), "everyday.alone"),
    ),
)
