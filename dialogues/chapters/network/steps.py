"""The way through the walk: which question comes after which, for the circles, the cues and each new person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues.people import around, current_person, has_people, person_in_hand, several
from dialogues.script import When
from dialogues.session import Person, Session
from dialogues.wishes import wishes

MAYBE_MINOR = {"child", "sibling", "family", "neighbour", "friend", "colleague", "acquaintance"}
"""Relations in which somebody may be under 18 when the carer is young; for adults child and family."""

MAX_CUES = 2
"""At most two cues at a time: a third push would be one too many (scenario 11)."""

CUES = ("tickets", "round", "birthday", "phone", "moving", "chores", "areas")
"""The cues in the order in which they come."""


def stand(session: Session, at: str) -> None:
    """Note at which question names were asked for last; the walk goes on from there."""
    session.answers["network.at"] = at
    session.answers.pop("network.person", None)


def stands_at(*names: str) -> Callable[[Session], bool]:
    """Make the condition that names were asked for here last."""

    def standing(session: Session) -> bool:
        return session.answers.get("network.at") in names

    return standing


def and_people(condition: Callable[[Session], bool]) -> Callable[[Session], bool]:
    """Make the condition that this holds, and there is somebody on the map."""
    return lambda session: condition(session) and has_people(session)


def nobody_yet(session: Session) -> bool:
    """There is nobody on the map."""
    return not has_people(session)


def is_child(session: Session) -> bool:
    """A child walks a shorter way: no circles, and no names that are asked for."""
    return session.child


def childs_walk(session: Session) -> bool:
    """A child named somebody, and is asked once more."""
    return session.child and stands_at("name", "more")(session) and has_people(session)


def cues_given(session: Session) -> int:
    """Count the cues of this round."""
    return int(session.answers.get("network.cues", 0))


def next_cue(session: Session) -> str:
    """Give the cue whose turn it is, or "" when it is enough."""
    given = session.answers.get("network.cued", [])
    wanted = stands_at("remember", "cue")(session) or few_at_the_end(session)
    left = [cue for cue in CUES if cue not in given]
    return left[0] if wanted and left and cues_given(session) < MAX_CUES else ""


def few_at_the_end(session: Session) -> bool:
    """All circles were walked with few names, and no cue was given yet; routes the talk and is never shown."""
    return stands_at("services")(session) and not session.answers.get("network.cued") and not several(session)


def due(cue: str) -> Callable[[Session], bool]:
    """Make the condition that this cue's turn has come."""
    return lambda session: next_cue(session) == cue


def cues_left(session: Session) -> bool:
    """There is another way to remember somebody."""
    return has_people(session) and not session.child and set(CUES) > set(session.answers.get("network.cued", []))


def not_looked_back(session: Session) -> bool:
    """A grown-up was not asked yet for people of whom they lost sight."""
    return not session.child and not session.answers.get("network.looked_back")


def on_card(session: Session) -> bool:
    """One person is being told more about."""
    return "network.person" in session.answers


def of_new(condition: Callable[[Person], Any]) -> Callable[[Session], bool]:
    """Make the condition that this holds of the person whose turn it is."""

    def holds(session: Session) -> bool:
        person = current_person(session)
        return person is not None and bool(condition(person))

    return holds


def may_be_minor(session: Session) -> bool:
    """The person may be under 18, so we ask."""
    person = current_person(session)
    if person is None:
        return False
    return person.adult is None and person.relation in (MAYBE_MINOR if session.young else {"child", "family"})


def relation_untold(session: Session) -> bool:
    """The nickname does not tell who the next person is."""
    return of_new(lambda person: not person.relation)(session)


def minor_and_told(session: Session) -> bool:
    """It is known who the next person is, and that may be somebody under 18."""
    return may_be_minor(session) and not relation_untold(session)


def place_told(session: Session) -> bool:
    """A place was named with the next person, so it matters how near that is."""
    return of_new(lambda person: not person.near and person.name in session.answers.get("network.placed", []))(
        session
    )


def lives_far(session: Session) -> bool:
    """The person in hand lives far away, and was not asked what can be done from there."""
    person = person_in_hand(session)
    return person is not None and person.near == "far" and not person.can


def several_new(session: Session) -> bool:
    """Several new names wait to be asked about, so that it may be too much now."""
    return len([each for each in around(session) if not each.asked]) > 1 and not on_card(session)


def has_one_wish(session: Session) -> bool:
    """There is nothing to choose between."""
    return len(wishes(session)) == 1 and all(ask.wish != wishes(session)[0] for ask in session.asks)


Forks = tuple[When | str, ...]

WALK_ON: Forks = (
    When(stands_at("too_much"), "put_aside"),
    When(childs_walk, "more"),
    When(stands_at("closest"), "friends"),
    When(stands_at("friends"), "acquaintances"),
    When(and_people(stands_at("acquaintances")), "theirs"),
    When(stands_at("theirs"), "services"),
    *(When(due(cue), f"cue_{cue}") for cue in CUES),
    When(and_people(stands_at("faded")), "contact"),
    When(has_people, "map"),
    When(not_looked_back, "cue_faded"),
    "none",
)
"""Where the walk goes on when all names that were given have been asked about."""

AFTER_NEAR: Forks = (
    When(lives_far, "distance"),
    When(of_new(lambda person: not person.circle), "circle"),
    When(of_new(lambda person: person), "support"),
    *WALK_ON,
)
AFTER_GROWN_UP: Forks = (When(place_told, "near"), *AFTER_NEAR)
AFTER_RELATION: Forks = (When(may_be_minor, "grown_up"), *AFTER_GROWN_UP)
NEXT_PERSON: Forks = (When(stands_at("too_much"), "put_aside"), When(relation_untold, "relation"), *AFTER_RELATION)
"""Only what the talk needs is asked of a new person: who it is, how near, what for. All else is offered later."""
