"""Somebody new: only what the talk needs is asked - who it is, how near, what for. All else stands on the card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues import tasks
from dialogues.chapters.network.circles import leave_children
from dialogues.chapters.network.steps import (
    AFTER_GROWN_UP,
    AFTER_NEAR,
    AFTER_RELATION,
    NEXT_PERSON,
    lives_far,
    on_card,
    several_new,
)
from dialogues.details import FROM_AFAR, NEAR
from dialogues.people import (
    CIRCLES,
    RELATIONS,
    SUPPORT,
    around,
    person_in_hand,
    to_carer,
)
from dialogues.script import Option, Question, Route, When
from dialogues.session import Session
from dialogues.words import Text, Typed, Words, _


def keep_of_person(field: str) -> Callable[[Session, Any], None]:
    """Keep something about the person in hand; leaving a question changes nothing."""

    def keep(session: Session, answer: Any) -> None:
        person = person_in_hand(session)
        if person and answer is not None:
            setattr(person, field, answer)

    return keep


def keep_relation(session: Session, answer: Any) -> None:
    """Note who somebody is, which is enough of people from earlier; or leave all new names for later."""
    if answer != "later":
        person = person_in_hand(session)
        keep_of_person("relation")(session, answer)
        if person and person.often == "rarely":
            person.asked = True
        return
    for person in around(session):
        person.asked = True


def keep_grown_up(session: Session, answer: Any) -> None:
    """Note whether somebody is 18 or older; not knowing counts as not."""
    keep_of_person("adult")(session, None if answer is None else answer == "yes")
    leave_children(session)


def keep_support(session: Session, chosen: Any) -> None:
    """Note what somebody is good for; with this a new person has been asked about."""
    keep_of_person("support")(session, chosen)
    if person := person_in_hand(session):
        person.asked = True


def keep_can(offered: tuple[str, ...]) -> Callable[[Session, Any], None]:
    """Note what somebody can do, as far as it was offered; what was told elsewhere stays."""

    def keep(session: Session, chosen: Any) -> None:
        person = person_in_hand(session)
        if person and chosen is not None:
            person.can = [*(code for code in person.can if code not in offered), *chosen]

    return keep


def about_person(question: Text) -> Callable[[Session], Words]:
    """Put a question about the person in hand."""

    def wording(session: Session) -> Words:
        person = person_in_hand(session)
        return Text(question.msgid, {"name": to_carer(person.name) if person else Typed("")})

    return wording


def choices(labels: dict[str, Words]) -> tuple[Option, ...]:
    """Offer one tap for each."""
    return tuple(Option(code, label) for code, label in labels.items())


def of_new_or_card(name: str, words: Text, then: Route, **more: Any) -> Question:
    """Ask about a person whose turn it is; from the card, the talk goes back to the card."""
    rest = (then,) if isinstance(then, str) else then
    return Question(name, about_person(words), then=(When(on_card, "card"), *rest), **{"columns": 2, **more})


YES_NO_UNKNOWN = (
    Option("yes", _("Yes")),
    Option("no", _("No")),
    Option("unknown", _("I don't know")),
)

NEW_PERSON = (
    of_new_or_card(
        "relation",
        _("Who is {name} to you?"),
        AFTER_RELATION,
        options=(*choices(RELATIONS), Option("later", _("Tell more later"), only=several_new)),
        keep=keep_relation,
    ),
    of_new_or_card(
        "grown_up",
        _("Is {name} 18 or older?"),
        NEXT_PERSON,
        skip_to=(When(on_card, "card"), *AFTER_GROWN_UP),
        options=YES_NO_UNKNOWN,
        columns=3,
        keep=keep_grown_up,
    ),
    Question(
        "near",
        about_person(_("How near does {name} live?")),
        options=choices(NEAR),
        columns=2,
        keep=keep_of_person("near"),
        then=(When(lives_far, "distance"), When(on_card, "card"), *AFTER_NEAR),
    ),
    of_new_or_card(
        "distance",
        _("{name} lives far away. Some things can be done from there. Tap what might fit, then Done."),
        AFTER_NEAR[1:],
        options=choices({code: tasks.BY_CODE[code].label for code in FROM_AFAR}),
        many=True,
        keep=keep_can(FROM_AFAR),
    ),
    of_new_or_card(
        "circle",
        _("How near is {name} to you?"),
        AFTER_NEAR[2:],
        options=choices(CIRCLES),
        keep=keep_of_person("circle"),
    ),
    of_new_or_card(
        "support",
        _("What can you go to {name} for? Tap what fits, then Done."),
        NEXT_PERSON,
        options=choices(SUPPORT),
        many=True,
        keep=keep_support,
    ),
)
