"""Strain (draaglast en draagkracht): how long this can go on, where it weighs, and what gives strength.

Twelve questions of our own, two for each of six areas (dialogues/areas.py); opening with how long it can
go on follows Kraijo's perseverance time (volhoudtijd). That caring also gives something is asked as well
(sources 001, 2012, lines 540-542; 002, 2016, lines 362-364). It is a signal to talk about: no test, no score
that is shown, no validity claimed.
"""

from __future__ import annotations

from typing import Any

from dialogues.areas import (
    AREAS,
    ASKED_FROM,
    begin_anew,
    keep_check,
    level,
    levels,
    stands_out,
)
from dialogues.care_phase import ENDED, OWN_SAYING, cannot_wait, has_ended, is_balanced, is_repeat, proposed
from dialogues.effects import DrawStrain, Levels
from dialogues.listening.amounts import how_often
from dialogues.outcome import STRENGTHS, what_i_hear
from dialogues.people import cared_for
from dialogues.risks import first_areas, humans, ticked
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Joined, Text, Typed, Words, _, lines, paragraphs

BARS = ("○○○○", "●○○○", "●●○○", "●●●○", "●●●●")
LEVELS: tuple[Text, ...] = (
    _("{area}: calm"),
    _("{area}: a little"),
    _("{area}: some weight"),
    _("{area}: weighs"),
    _("{area}: weighs a lot"),
)

HOW_OFTEN = (
    Option("never", _("Hardly ever")),
    Option("sometimes", _("Sometimes")),
    Option("often", _("Often")),
)


def bar(session: Session, area: str) -> Words | None:
    """Draw one area as a line: its name, in words how heavy, and four dots."""
    found = level(session, area)
    if found is None:
        return None
    return Joined((Text(LEVELS[found].msgid, {"area": AREAS[area]}), Typed(BARS[found])), " ")


def picture(session: Session) -> Words:
    """Draw all areas that were asked about, below each other."""
    drawn = [bar(session, area) for area in AREAS]
    return lines(*drawn) if any(drawn) else _("You skipped these questions, so I have no picture. That is fine.")


HEAVY_TIME = {"days", "weeks"}
"""How short it can go on when a human is offered first, and again at the end."""


def no_picture(session: Session) -> bool:
    """Every question was skipped, so there is nothing to confirm."""
    return not levels(session)


def draw(session: Session) -> list[DrawStrain]:
    """Show the six areas as a picture, beside those of earlier checks, with the words that tell the same."""
    if no_picture(session):
        return []
    today = session.heard_at[:10]
    earlier = tuple(Levels(tuple(each.levels.items()), each.date) for each in session.checks if each.date != today)
    return [DrawStrain(Levels(tuple(levels(session).items())), earlier, picture(session))]


def begin(session: Session, answer: Any) -> None:
    """Begin a check; at a second one the earlier answers make room."""
    if session.checks:
        begin_anew(session)
    session.answers.pop("strain.perseverance", None)
    if answer is not None:
        session.answers["strain.perseverance"] = answer


def only_days(session: Session) -> bool:
    """It lasts a few days more: nobody is led through twelve questions first."""
    return session.answers.get("strain.perseverance") == "days"


def after_perseverance(session: Session, answer: Any) -> Words | None:
    """A few weeks: a human is offered first. With only days the talk goes there at once."""
    if answer != "weeks":
        return None
    return paragraphs(
        _("A few more weeks. Then it is good to have a person look along soon:"),
        humans(session),
        _("I stay here, and we can go on."),
    )


def settle(session: Session, answer: Any) -> None:
    """What was confirmed is kept, with its day: what weighs most need not be asked for again."""
    if answer != "yes":
        return
    session.answers["strain.summary"] = answer
    session.answers["strain.phase"] = proposed(session)
    session.answers.pop("strain.heaviest", None)
    if area := stands_out(session):
        session.answers["strain.heaviest"] = area
    keep_check(session)


def settle_phase(session: Session, answer: Any) -> None:
    """Keep how the person says that it stands."""
    if answer is not None:
        session.answers["strain.phase"] = answer
        if answer != ENDED:
            keep_check(session)


def people_again(session: Session, answer: Any) -> Words | None:
    """Heavy answers get a human once more at the end."""
    heavy = session.answers.get("strain.perseverance") in HEAVY_TIME
    if answer != "yes" or not heavy or cannot_wait(session):
        return None
    return paragraphs(_("You don't have to carry this by yourself. You can call today:"), humans(session))


def offered_areas(session: Session) -> tuple[Option, ...]:
    """Offer the six areas; those that the situation points to come first."""
    first = first_areas(session)
    ordered = sorted(AREAS, key=lambda area: first.index(area) if area in first else len(first))
    return tuple(Option(code, AREAS[code]) for code in ordered)


def no_work(session: Session) -> bool:
    """Of who told what is so, and did not name work or study, work is not asked."""
    return bool(session.answers.get("situation.so")) and not ticked(session, "work")


BY_PHASE = (
    When(is_repeat, "again.compared"),
    When(has_ended, "phase.ended"),
    When(cannot_wait, "phase.plainly"),
    When(is_balanced, "phase.balanced"),
)
"""Each phase leads somewhere else; too much is the ordinary road."""


def areas(_session: Session) -> tuple[Option, ...]:
    """Offer the six areas."""
    return tuple(Option(code, label) for code, label in AREAS.items())


def correct(session: Session, answer: Any) -> None:
    """Put the person's own view in the place of ours."""
    area = session.answers.get("strain.which")
    if area in AREAS and answer is not None:
        session.answers[f"strain.corrected.{area}"] = int(answer)


def heaviest_heard(_session: Session, answer: Any) -> Words:
    """Say back what weighs most."""
    return _("What weighs most: “{what}”. I keep that with me.", what=AREAS.get(answer, Typed(str(answer)[:120])))


def in_words(_session: Session, text: str) -> str | None:
    """Understand who types how often, instead of tapping it."""
    return how_often(text)


def never_sometimes_often(name: str, words: Words) -> Question:
    """Ask one of the twelve."""
    return Question(name, words, options=HOW_OFTEN, columns=3, read=in_words, source=ASKED_FROM[name])


STRAIN = chapter(
    "strain",
    _("How it weighs"),
    Question(
        "perseverance",
        _("Suppose everything stays as it is now. How long can you keep this up?"),
        options=(
            Option("days", _("A few days")),
            Option("weeks", _("A few weeks")),
            Option("months", _("A few months")),
            Option("years", _("A year or longer")),
            Option("unknown", _("I don't know")),
        ),
        keep=begin,
        reply=after_perseverance,
        then=(When(only_days, "phase.plainly"), "sleep"),
        skip_to="sleep",
        source="kraijo; 004:1187-1191",
    ),
    never_sometimes_often("sleep", _("Twelve short questions now. Do you sleep badly, or are you up at night?")),
    never_sometimes_often("tired", _("Are you already tired when you get up, or does your body hurt?")),
    never_sometimes_often("worry", _("Do you worry, also when you are somewhere else?")),
    never_sometimes_often("sadness", _("Are you sad, or angry sooner than you used to be?")),
    never_sometimes_often("hobby", _("Do you miss time for something you like doing?")),
    never_sometimes_often("away", _("Is it difficult to be away from home for an afternoon?")),
    Question(
        "tension",
        lambda session: _("Is there tension between you and {name}?", name=cared_for(session)),
        options=HOW_OFTEN,
        columns=3,
        read=in_words,
        source=ASKED_FROM["tension"],
    ),
    Question(
        "before",
        lambda session: _("Do you miss how it used to be with {name}?", name=cared_for(session)),
        options=HOW_OFTEN,
        columns=3,
        read=in_words,
        then=(When(no_work, "money"), "work"),
        source=ASKED_FROM["before"],
    ),
    never_sometimes_often("work", _("Does work, school or study suffer because you care?")),
    never_sometimes_often("money", _("Do you have worries about money?")),
    never_sometimes_often("on_me", _("Does it feel as if everything comes down to you?")),
    Question(
        "listener",
        _("Do you miss somebody who asks how you are?"),
        options=HOW_OFTEN,
        columns=3,
        read=in_words,
        source=ASKED_FROM["listener"],
    ),
    Question(
        "strength",
        _("And what gives you something good, in between? Tap one, or type it."),
        options=tuple(Option(code, label) for code, label in STRENGTHS.items()),
        columns=2,
        typed=True,
        read=lambda _session, text: " ".join(text.split())[:120] or None,
        then=(When(no_picture, "heaviest"), "summary"),
        source="001:540-542; 002:362-364; 004:154-156; 001:4968-4974",
    ),
    Question(
        "summary",
        what_i_hear,
        options=(
            Option("yes", _("Yes, that's right")),
            Option("no", _("Something weighs otherwise"), then="which"),
            Option("phase", _("I see it otherwise"), then="phase"),
        ),
        opening=draw,
        keep=settle,
        reply=people_again,
        then=(*BY_PHASE, "reluctance.asking"),
        skip_to="heaviest",
        source="001:4980-4986; 000:574-596",
    ),
    Question(
        "phase",
        _("How would you say it yourself?"),
        options=tuple(Option(code, label) for code, label in OWN_SAYING.items()),
        keep=settle_phase,
        then=(*BY_PHASE, "heaviest"),
        skip_to="heaviest",
        source="000:574-596; 000:616-630",
    ),
    Question(
        "which",
        _("Which one is different?"),
        options=areas,
        columns=2,
        then="how",
        skip_to="summary",
        source="own: the person corrects what was heard",
    ),
    Question(
        "how",
        lambda session: _("How is it then? {area}", area=AREAS[session.answers.get("strain.which", "body")]),
        options=(
            Option("0", _("Calm")),
            Option("2", _("Some weight")),
            Option("4", _("Weighs a lot")),
        ),
        columns=3,
        keep=correct,
        then="summary",
        source="own: the person corrects what was heard",
    ),
    Question(
        "heaviest",
        _("What weighs most, for you? Tap one, or put it in your own words."),
        options=offered_areas,
        columns=2,
        typed=True,
        reply=heaviest_heard,
        then="reluctance.asking",
        source="001:4980-4986",
    ),
    side_steps=("phase", "which", "how", "heaviest"),
)
