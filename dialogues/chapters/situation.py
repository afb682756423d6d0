"""Situation: since when, how much, and what is so with you; a few taps, each of which can be left.

What is asked are the conditions under which caring weighs more (dialogues/risks.py). They shape what
follows and are never added up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogues.effects import Effect, Say
from dialogues.people import cared_for
from dialogues.risks import recognised, ticked
from dialogues.script import Option, Question, When, chapter
from dialogues.session import Session
from dialogues.words import Words, _


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing that may be so: its code, its button, and where the sources speak of it."""

    code: str
    label: Words
    source: str


TICKS: tuple[Tick, ...] = (
    Tick("together", _("We live together"), "001:917-933; 001:994-995"),
    Tick("alone", _("I do it alone"), "001:1093-1094; 001:4455-4457"),
    Tick("shared", _("Others share it"), "001:1089-1093"),
    Tick("several", _("I care for more people"), "001:3306-3313"),
    Tick("behaviour", _("Behaviour that is hard"), "001:991-993"),
    Tick("memory", _("Forgetting, dementia"), "002:372-375; 004:1175-1183"),
    Tick("mind", _("An illness of the mind"), "001:995-999"),
    Tick("work", _("Work or study as well"), "001:750-753; 004:1520-1522"),
    Tick("children", _("Children at home"), "001:3504-3593; 004:1520-1522"),
    Tick("health", _("My own health"), "000:64-71; 003:5455-5456"),
    Tick("interprets", _("I interpret, read letters"), "004:202-210; 004:574-579"),
    Tick("professionals", _("Care workers come"), "001:1083-1087"),
    Tick("clash", _("Clashes with the care"), "001:1005-1011; 004:139-141"),
    Tick("hinge", _("It all goes through me"), "001:4939-4942"),
    Tick("changed", _("My own life has changed"), "001:4939-4942"),
)


def since_when(session: Session) -> Words:
    """Ask since when, with the name if there is one."""
    if "welcome.cared_name" not in session.answers:
        return _("How long have you been caring?")
    return _("How long have you been caring for {name}?", name=cared_for(session))


def asks_safety(session: Session) -> bool:
    """Behaviour is hard, so it is asked whether home is safe (source 001, lines 4909-4916: aggression)."""
    return ticked(session, "behaviour")


def say_back(session: Session, _answer: Any) -> list[Effect]:
    """Say what was recognised, before the next question."""
    words = recognised(session)
    return [Say(words)] if words else []


def note_unsafe(session: Session, answer: Any) -> None:
    """Not safe at home comes before everything else; afterwards the talk goes on where it was."""
    session.answers["situation.safe"] = answer or ""
    if answer == "not_always":
        session.answers["crisis.kind"] = "violence"
        session.violence = True
        session.home = "strain.perseverance"


SITUATION = chapter(
    "situation",
    _("How it is with you"),
    Question(
        "since",
        since_when,
        options=(
            Option("months", _("Less than three months")),
            Option("year", _("Up to a year")),
            Option("years", _("One to five years")),
            Option("longer", _("Longer than that")),
            Option("ended", _("It is over now"), then="phase.ended"),
        ),
        columns=2,
        source="001:971-981; 000:616-630",
    ),
    Question(
        "hours",
        _("And about how much time does it take you?"),
        options=(
            Option("few", _("Up to 8 hours a week")),
            Option("many", _("8 to 20 hours a week")),
            Option("most", _("More than 20 hours")),
            Option("always", _("Day and night")),
        ),
        columns=2,
        source="001:750-753; 001:971-981",
    ),
    Question(
        "so",
        _("What is so with you? Tap what fits, then Done."),
        options=tuple(Option(each.code, each.label) for each in TICKS),
        many=True,
        most=len(TICKS),
        columns=2,
        does=say_back,
        then=(When(asks_safety, "safe"), "strain.perseverance"),
        skip_to="strain.perseverance",
        source="001:4939-4942; 004:145-148",
    ),
    Question(
        "safe",
        _("Behaviour like that can also frighten. Do you feel safe at home?"),
        options=(
            Option("yes", _("Yes")),
            Option("not_always", _("Not always"), then="crisis.now"),
        ),
        columns=2,
        keep=note_unsafe,
        then="strain.perseverance",
        source="001:4909-4916; 001:4990-5010",
    ),
    side_steps=("safe",),
)
