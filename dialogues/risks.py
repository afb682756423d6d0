"""Combinations that make caring heavier, and what each changes in the talk. Nobody is told a score.

The table below is read from top to bottom: the first that fits gives the sentence that is said, all that
fit decide which reasons for not asking and which area stand in front, and which human comes first.
"""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.people import about
from dialogues.script import Condition
from dialogues.session import Session
from dialogues.words import Fact, Joined, Words, _, paragraphs

HUISARTS = "huisarts"
"""The human who comes first where it is about the carer's own health; else a line of the kind that is named."""


@dataclass(frozen=True, slots=True)
class Risk:
    """One combination: when it holds, where that is said, and what it changes."""

    code: str
    source: str
    holds: Condition
    reply: Words
    barriers: tuple[str, ...] = ()
    area: str = ""
    human: str = "talk"


def ticked(session: Session, *codes: str) -> bool:
    """Tell whether the carer said that all of these are so."""
    so = session.answers.get("situation.so")
    return isinstance(so, list) and set(codes) <= set(so)


def many_hours(session: Session) -> bool:
    """More than eight hours a week: from there on the sources speak of a real threat."""
    return session.answers.get("situation.hours") in {"many", "most", "always"}


def close_by(session: Session) -> bool:
    """It is about a partner or a child of one's own."""
    return session.answers.get("welcome.whom") in {"partner", "child"}


def several(session: Session) -> bool:
    """There is more than one person to care for."""
    return ticked(session, "several") or session.answers.get("welcome.whom") == "several"


RISKS: tuple[Risk, ...] = (
    Risk(
        "interprets",
        "004:202-210; 004:570-583",
        lambda session: ticked(session, "interprets"),
        _(
            "You are family and interpreter at once. What the news does to you easily gets lost. In a hospital you "
            "may ask for a professional interpreter, so that you can just be there as family."
        ),
        ("duty", "care"),
        "mood",
    ),
    Risk(
        "vulnerable_for_vulnerable",
        "000:474-478; 003:5185-5186; 003:5455-5456",
        lambda session: ticked(session, "health"),
        _("You care, and your own body asks for care too. Your huisarts (GP) is there for that too."),
        ("energy", "burden"),
        "body",
        HUISARTS,
    ),
    Risk(
        "ill_mind",
        "001:995-999; 001:4465-4473; 001:4747-4754",
        lambda session: ticked(session, "mind"),
        _(
            "Others hardly see an illness of the mind, and you live with it every day. You don't have to explain "
            "anything here."
        ),
        ("shame", "care"),
        "mood",
        "mental_health",
    ),
    Risk(
        "not_shared",
        "001:1093-1094; 001:1130-1132; 001:4455-4457",
        lambda session: ticked(session, "alone") and not ticked(session, "shared"),
        _("You do it alone. Of all carers, those who can't share it feel it most. That is no fault of yours."),
        ("nobody", "strangers", "self"),
        "alone",
    ),
    Risk(
        "clash",
        "001:1005-1011; 001:4469-4470; 004:139-141",
        lambda session: ticked(session, "clash"),
        _("When it clashes with the care workers, you carry that on top of the caring."),
        ("care", "quality"),
        "alone",
        "carer",
    ),
    Risk(
        "behaviour",
        "001:991-993; 001:4990-5010",
        lambda session: ticked(session, "behaviour"),
        _("Behaviour that is hard to live with wears you out, also when you know that it is the illness."),
        ("strangers", "shame"),
        "relation",
    ),
    Risk(
        "grows",
        "002:372-375; 004:1175-1213",
        lambda session: ticked(session, "memory"),
        _("With forgetting, the load moves up a little each time. One hardly notices how far it has come."),
        ("strangers", "duty"),
        "time",
        "dementia",
    ),
    Risk(
        "own_partner_or_child",
        "001:994-995",
        lambda session: close_by(session) and many_hours(session),
        _("Caring for somebody of your own house doesn't stop when the door closes."),
        ("duty", "burden"),
        "time",
    ),
    Risk(
        "several",
        "001:3306-3313; 004:444-450",
        several,
        _("More than one person needs you. Then one thing is not done before the next begins."),
        ("energy",),
        "time",
    ),
    Risk(
        "work_and_children",
        "004:1520-1522; 004:578-580; 001:3588-3593",
        lambda session: ticked(session, "work") or ticked(session, "children"),
        _("Caring comes on top of a day that was full already."),
        ("energy",),
        "work",
    ),
    Risk(
        "long_and_much",
        "001:971-981; 002:372-375",
        lambda session: many_hours(session) and session.answers.get("situation.since") in {"years", "longer"},
        _("That is a lot, and for a long time. It often grows so slowly that one hardly notices."),
        area="body",
    ),
)


def present(session: Session) -> list[Risk]:
    """Give the combinations that hold for this person, the weightiest first."""
    return [each for each in RISKS if each.holds(session)]


def first_barriers(session: Session) -> list[str]:
    """Give the reasons for not asking that are offered first."""
    return list(dict.fromkeys(code for each in present(session) for code in each.barriers))


def first_areas(session: Session) -> list[str]:
    """Give the areas that are offered first."""
    return list(dict.fromkeys(each.area for each in present(session) if each.area))


SIDES: dict[tuple[bool, bool], Words] = {
    (True, True): _(
        "So you care, everything in the family goes through you, and your own life has changed. Those are three "
        "things at once."
    ),
    (True, False): _("So you care, and everything in the family goes through you as well."),
    (False, True): _("So you care, and your own life has changed with it. That is a side of its own."),
}
"""The three sides of one role (source 001, 2012, lines 4939-4942): I care, I am the hinge, my life has changed."""


def recognised(session: Session) -> Words | None:
    """Say back what is so: the sides of the role, and the weightiest combination."""
    sides = SIDES.get((ticked(session, "hinge"), ticked(session, "changed")))
    found = present(session)
    said = [each for each in (sides, found[0].reply if found else None) if each is not None]
    return Joined(tuple(said), " ") if said else None


def humans(session: Session) -> Words:
    """Give the people to talk to now, the one that fits first."""
    if session.child:
        return Fact("helplines", {"kind": "talk", "most": "1", **about(session)})
    doctor = _("Your own huisarts (GP): call in the daytime and say that it is about you as a carer.")
    wanted = [each.human for each in present(session)]
    kind = next((each for each in wanted if each not in {HUISARTS, "talk"}), "talk")
    line = Fact("helplines", {"kind": kind, "most": "1", **about(session)})
    return paragraphs(doctor, line) if HUISARTS in wanted else paragraphs(line, doctor)
