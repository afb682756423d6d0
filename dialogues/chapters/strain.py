"""Strain (draaglast en draagkracht): how long this can go on, and where it weighs.

Twelve questions of our own, two for each of six areas. The areas follow the signals named in
sources 001 (2012, lines 3582-3593, 4130-4134, 5121-5125) and 004 (lines 1175-1213); opening with
how long it can go on follows Kraijo's perseverance time (volhoudtijd). It is a signal to talk
about: no test, no score that is shown, no validity claimed.
"""

from __future__ import annotations

from typing import Any

from dialogues.effects import DrawStrain, Levels
from dialogues.people import about, cared_for
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Fact, Joined, Text, Typed, Words, _, lines, paragraphs

AREAS: dict[str, Words] = {
    "body": _("Body and sleep"),
    "mood": _("Worry and mood"),
    "time": _("Time for yourself"),
    "relation": _("Between you"),
    "work": _("Work, school, money"),
    "alone": _("Standing alone"),
}

ASKED: dict[str, tuple[str, str]] = {
    "body": ("sleep", "tired"),
    "mood": ("worry", "sadness"),
    "time": ("hobby", "away"),
    "relation": ("tension", "before"),
    "work": ("work", "money"),
    "alone": ("on_me", "listener"),
}
"""Which two questions belong to which area."""

WEIGHT = {"never": 0, "sometimes": 1, "often": 2}
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


def level(session: Session, area: str) -> int | None:
    """Give how heavy an area is, 0 to 4; None when neither of its questions was answered."""
    corrected = session.answers.get(f"strain.corrected.{area}")
    if corrected is not None:
        return int(corrected)
    given = [session.answers.get(f"strain.{name}") for name in ASKED[area]]
    weights = [WEIGHT[answer] for answer in given if answer in WEIGHT]
    return round(sum(weights) * 2 / len(weights)) if weights else None


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


def no_picture(session: Session) -> bool:
    """Every question was skipped, so there is nothing to confirm."""
    return all(level(session, area) is None for area in AREAS)


def levels(session: Session) -> Levels:
    """Give how heavy each area is now, as far as it was answered."""
    found = ((area, level(session, area)) for area in AREAS)
    return Levels(tuple((area, weight) for area, weight in found if weight is not None))


def draw(session: Session) -> list[DrawStrain]:
    """Show the six areas as a picture, with the words that tell the same."""
    return [] if no_picture(session) else [DrawStrain(levels(session), (), picture(session))]


def after_perseverance(session: Session, answer: Any) -> Words | None:
    """Heavy answers get a human first."""
    if answer != "days":
        return None
    return paragraphs(
        _(
            "A few more days. Then it is good to have a person look along soon. You can call your "
            "huisarts (general practitioner) about this. You can also talk to someone now:"
        ),
        Fact("helplines", {"kind": "talk", "most": "1", **about(session)}),
        _("I stay here, and we can go on."),
    )


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


def never_sometimes_often(name: str, words: Words) -> Question:
    """Ask one of the twelve."""
    return Question(name, words, options=HOW_OFTEN, columns=3)


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
        reply=after_perseverance,
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
    ),
    Question(
        "before",
        lambda session: _("Do you miss how it used to be with {name}?", name=cared_for(session)),
        options=HOW_OFTEN,
        columns=3,
    ),
    never_sometimes_often("work", _("Does work, school or study suffer because you care?")),
    never_sometimes_often("money", _("Do you have worries about money?")),
    never_sometimes_often("on_me", _("Does it feel as if everything comes down to you?")),
    Question(
        "listener",
        _("Do you miss somebody who asks how you are?"),
        options=HOW_OFTEN,
        columns=3,
        then=(When(no_picture, "heaviest"), "summary"),
    ),
    Question(
        "summary",
        paragraphs(_("This is what I take from your answers."), _("Is that right?")),
        opening=draw,
        options=(
            Option("yes", _("Yes, that's right"), then="heaviest"),
            Option("no", _("Not quite"), then="which"),
        ),
        then="heaviest",
    ),
    Question("which", _("Which one is different?"), options=areas, columns=2, then="how", skip_to="summary"),
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
    ),
    Question(
        "heaviest",
        _("What weighs most, for you? Tap one, or put it in your own words."),
        options=areas,
        columns=2,
        typed=True,
        reply=heaviest_heard,
        then="reluctance.asking",
    ),
    side_steps=("which", "how"),
)
