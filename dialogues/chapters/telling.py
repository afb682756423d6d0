"""Telling: being heard comes before the next question; somebody may tell for as long as they like.

What was told is said back in themes, and then the person chooses: tell on, see what could help, or talk
to somebody (source 001, 2012, lines 4151-4155). Who makes light of it is not contradicted: one concrete
question about now, and then one about the future, which opened the talk with meneer K. (source 004, 2025,
lines 1181-1191). Habitual "it's fine" is named in source 001 (lines 3371-3374, 5112-5125).
"""

from __future__ import annotations

from typing import Any

from dialogues.effects import Effect
from dialogues.listening.hearing import hear
from dialogues.memory import write_down
from dialogues.mirror import SINCE, go_on_listening, mirrored, told
from dialogues.script import RESUME, Option, Question, chapter
from dialogues.session import Session
from dialogues.words import Typed, Words, _

LONG_STORY = 120
"""Characters from which on a text is a story, and not a sigh."""


def keep_more(session: Session, text: Any) -> None:
    """Keep what was told; the tap that ends it is no text."""
    if text != "enough":
        write_down(session, str(text))


def note_beginning(session: Session) -> list[Effect]:
    """Remember where the telling began."""
    go_on_listening(session)
    return []


def close_telling(session: Session, _answer: Any) -> None:
    """What was told has been said back; what comes next is said back by itself."""
    session.answers.pop(SINCE, None)


def heard(session: Session) -> Words:
    """Answer to what was told, before anything else: with its themes, or to a story otherwise than to a sigh."""
    text = told(session)
    if back := mirrored(text, session.language):
        return _("{back} Would you like to tell more, or see together what could be lighter?", back=back)
    if len(text) >= LONG_STORY:
        return _(
            "I've read what you wrote, every word. That is a lot. Would you like to tell more, or see together "
            "what could be lighter?"
        )
    if hear(text, session.language).heavy:
        return _("That sounds heavy. Would you like to tell more, or see together what could be lighter?")
    return _("I have read it. Would you like to tell more, or see together what could be lighter?")


def concretely(session: Session) -> Words:
    """Take "it's fine" as it is, and ask one concrete thing that we do not know yet."""
    if "strain.sleep" not in session.answers:
        return _("You manage. And the nights: do you sleep through?")
    if "strain.tired" not in session.answers:
        return _("You manage. And your body: does anything hurt?")
    return _("You manage. And laughing: when did you last laugh out loud?")


def well_or_not(session: Session) -> tuple[Option, ...]:
    """Offer the two ways to answer it, in words that fit what was asked."""
    well, not_well = _("Yes, I do"), _("Not really")
    if "strain.sleep" in session.answers:
        asked_of_body = "strain.tired" not in session.answers
        well, not_well = (_("No, nothing"), _("Yes, it does")) if asked_of_body else (_("Lately"), _("Long ago"))
    return Option("well", well), Option("not_well", not_well)


def small_answer(_session: Session, answer: Any) -> Words | None:
    """Say back what was answered, without a verdict."""
    known: dict[str, Words | None] = {
        "well": _("Good to know."),
        "not_well": _("I keep that in mind."),
    }
    return known.get(answer, _("“{words}”. I keep that in mind.", words=Typed(str(answer)[:200])))


def who_notices(_session: Session, answer: Any) -> Words | None:
    """Say back who notices."""
    if answer == "nobody":
        return _("Nobody, you think. Then it is good that I know it now.")
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
        keep=close_telling,
        then=RESUME,
        source="001:4151-4155; 001:5230-5236; 000:635-639",
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
        keep=close_telling,
        then=RESUME,
        source="001:5196-5209",
    ),
    Question(
        "more",
        _("Go ahead, there is no hurry. I read everything, and answer when you say that was it."),
        options=(Option("enough", _("That was it"), then=RESUME),),
        opening=note_beginning,
        typed=True,
        skippable=False,
        keep=keep_more,
        then="on",
        source="001:4151-4155; 000:635-639",
    ),
    Question(
        "on",
        _("I am reading. Is there more?"),
        options=(Option("enough", _("That was it"), then="heard"),),
        typed=True,
        skippable=False,
        keep=keep_more,
        then="on",
        source="001:4151-4155; 000:635-639",
    ),
    Question(
        "managing",
        concretely,
        options=well_or_not,
        typed=True,
        columns=2,
        skippable=False,
        reply=small_answer,
        then="tomorrow",
        source="001:3371-3374; 001:5112-5125; 001:5157-5158",
    ),
    Question(
        "tomorrow",
        _("And if you look a year ahead: what do you hope will be different then?"),
        options=(Option("unknown", _("I don't know"), then=RESUME),),
        typed=True,
        skippable=False,
        reply=hope_heard,
        then=RESUME,
        source="004:1181-1191",
    ),
    Question(
        "notices",
        _("All right. And when it gets worse: who notices?"),
        options=(
            Option("someone", _("Somebody does"), then=RESUME),
            Option("nobody", _("Nobody, I think"), then=RESUME),
        ),
        typed=True,
        read=lambda session, text: "nobody" if hear(text, session.language).nobody else text,
        columns=2,
        skippable=False,
        reply=who_notices,
        then=RESUME,
        source="003:4805-4807; 003:5070-5072",
    ),
    aside=True,
)
