"""An invitation to a family talk, with the questions and an agenda (familienetwerk-beraad).

Written invitation, questions, a round, private time and agreements follow source 001 (lines 3667-3704);
who can't do anything can still think along (lines 3700-3702).
"""

from __future__ import annotations

from typing import Any

from dialogues.chapters.ask.plan import stored_moment
from dialogues.chapters.messages.ready import READY_STEPS, Kind, name_typed, ready, typed
from dialogues.drafting.tones import closing, greeting
from dialogues.drafting.typed import in_mid_sentence, own, whole_sentence
from dialogues.moments import Moment, shown
from dialogues.script import Option, Question, chapter
from dialogues.session import Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Joined, Words, _

PLACES: dict[str, tuple[Words, Words]] = {
    "home": (_("At our home"), _("at our home")),
    "elsewhere": (_("At another home"), _("at the home of one of us")),
    "video": (_("By video"), _("by video")),
}


def keep_when(session: Session, answer: Any) -> None:
    """Keep the moment in the person's words, and as we understand it."""
    session.answers["gathering.when"] = answer or ""
    session.answers["gathering.moment"] = stored_moment(session, str(answer or ""))


def moment_heard(session: Session, _answer: Any) -> Words | None:
    """Show the moment back as a date."""
    moment = Moment.of(session.answers.get("gathering.moment") or {})
    return _("That is {moment}. Is it another day? Tap Back.", moment=shown(moment)) if moment else None


def questions(session: Session, *, marked: bool) -> list[Words]:
    """Give the questions that are to be talked about."""
    chosen = GATHERING_KIND.answer(session, "questions")
    if isinstance(chosen, str):
        return [own(chosen, marked=marked)]
    named = dict(zip((each.code for each in wish_options(session)), wishes(session), strict=False))
    found = [named[code] for code in chosen or [] if code in named]
    return [own(each.words, marked=marked) if each.words else name_of(each) for each in found]


def wish_options(session: Session) -> tuple[Option, ...]:
    """Offer the wishes that were named."""
    return tuple(Option(f"w{index}", name_of(wish)) for index, wish in enumerate(wishes(session)[:10]))


def _when_and_where(session: Session, *, marked: bool) -> Words | None:
    when, where = (GATHERING_KIND.answer(session, field) for field in ("when", "where"))
    moment = Moment.of(session.answers.get("gathering.moment") or {})
    day = shown(moment) if moment and moment.whole else own(in_mid_sentence(when), marked=marked) if when else None
    place = (PLACES[where][1] if where in PLACES else own(where, marked=marked)) if where else None
    if day and place:
        return _("When and where: {when}, {where}.", when=day, where=place)
    return _("When: {when}.", when=day) if day else _("Where: {where}.", where=place) if place else None


def _agenda(session: Session, *, marked: bool) -> list[Words]:
    asked = Joined(tuple(questions(session, marked=marked)), " · ")
    points: list[Words] = [
        _("How everybody is, one by one."),
        _("How it is now, and what is coming."),
        *([_("My questions: {questions}", questions=asked)] if asked.parts else []),
        _("Who can do what; small things count, and thinking along too."),
        _("What we agree, and when we look back."),
    ]
    return [_("{number}. {point}", number=number, point=point) for number, point in enumerate(points, 1)]


def compose(session: Session, marked: bool) -> Words:  # noqa: FBT001  the shape that all kinds share
    """Write the invitation."""
    answer = GATHERING_KIND.answer
    tone, who = answer(session, "tone") or GATHERING_KIND.tone, answer(session, "who")
    everybody = _("Dear all,") if tone == "formal" else _("Hello everybody,")
    parts = (
        everybody if who in {None, "", "all"} else greeting(who, tone),
        _("I would like to talk together about how we go on at home."),
        whole_sentence(answer(session, "why"), marked=marked) if answer(session, "why") else None,
        _when_and_where(session, marked=marked),
        _("What we talk about:"),
        *_agenda(session, marked=marked),
        _("Whoever can't be there can send thoughts beforehand. Nobody has to promise anything."),
        closing(tone),
    )
    return Joined(tuple(each for each in parts if each is not None), "\n")


GATHERING_KIND = Kind("gathering", _("A talk with the family"), compose)

GATHERING = chapter(
    "gathering",
    GATHERING_KIND.title,
    Question(
        "who",
        _("You choose who is invited. To whom is the invitation?"),
        options=(Option("all", _("Everybody at once")),),
        typed=True,
        read=name_typed,
    ),
    Question("why", _("Why now? One sentence, only what everybody may know."), typed=True, read=typed),
    Question(
        "when",
        _("When would it be? Type a day and a time: “Sunday at three”."),
        typed=True,
        read=typed,
        keep=keep_when,
        reply=moment_heard,
    ),
    Question(
        "where",
        _("And where?"),
        options=tuple(Option(code, label) for code, (label, _sentence) in PLACES.items()),
        columns=2,
        typed=True,
        read=typed,
    ),
    Question(
        "questions",
        lambda session: (
            _("Which questions do you want to put? Tap one or more, or type one in your own words.")
            if wishes(session)
            else _("Which question do you want to put? Type it in your own words.")
        ),
        options=wish_options,
        many=True,
        most=3,
        typed=True,
        read=typed,
    ),
    *ready(
        GATHERING_KIND,
        "who",
        _(
            "This could be your invitation. If a care worker comes, let them first tell what is possible, and "
            "then let you talk among yourselves."
        ),
    ),
    side_steps=READY_STEPS,
)
