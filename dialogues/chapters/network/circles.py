"""The circles, from near to far: whom rather not, and then who stands where. Each can be left out.

The circles are Lensink's (source 001, 2012, lines 1967-1980); their usual numbers are no norm and are not used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dialogues import everyday
from dialogues.chapters.network.steps import (
    NEXT_PERSON,
    cues_given,
    cues_left,
    is_child,
    nobody_yet,
    stand,
)
from dialogues.listening.hearing import hear, short_answer
from dialogues.naming import Told, add_people, all_said, nobody_here, told_people
from dialogues.people import cared_for, has_people, person_named
from dialogues.script import Option, Question, Route, When
from dialogues.session import Person, Session
from dialogues.words import Words, _

ONE_WORD = _("What shall I call this person? One word is enough.")

NOBODY_COMES = Option("nobody", _("Nobody comes to mind"))
ENOUGH = Option("enough", _("This is enough"), then="map", only=has_people)
CIRCLE_CHOICES = (
    Option("nobody", _("Nobody here")),
    Option("no_more", _("I have nobody"), then="cue_faded", only=nobody_yet),
    Option("think", _("Help me think"), only=cues_left),
    ENOUGH,
)


def people_or_nobody(session: Session, text: str) -> list[Told] | str | None:
    """Read names; "I have nobody" or "no" is an answer too, and no name."""
    if TOO_MUCH.search(text) and session.state in WALKED:
        return "too_much"
    if all_said(text) and session.state != "network.rather_not":
        return "enough" if has_people(session) else "nobody"
    if short_answer(text, session.language) == "no" or nobody_here(text):
        return "no_one" if session.state == "network.rather_not" else "nobody"
    if hear(text, session.language).nobody:
        return run_out(session)
    return told_people(text)


def run_out(session: Session) -> str:
    """Tell what it means here that no names come any more."""
    if session.state == "network.rather_not":
        return "no_one"
    if session.state not in WALKED:
        return "nobody"
    return "no_more" if nobody_yet(session) else "think" if cues_left(session) else "nobody"


TOO_MUCH = re.compile(rf"\b({everyday.one_of('people', 'too_much')})\b", re.IGNORECASE)
"""Words that tell that the map itself has become a burden: then it is put aside (scenario 2)."""

WALKED = {f"network.{name}" for name in ("closest", "friends", "acquaintances", "theirs", "services")}


def keep_rather_not(session: Session, found: Any) -> None:
    """Note people who are to be left out, everywhere."""
    for told in found if isinstance(found, list) else ():
        if (person := person_named(session, told.name)) is None:
            session.people.append(Person(told.name, rather_not=True, asked=True))
        else:
            person.rather_not = True


def keep_people(at: str, **known: str) -> Callable[[Session, Any], None]:
    """Put the names that were given on the map, with what the question itself tells of them."""

    def keep(session: Session, found: Any) -> None:
        stand(session, at)
        told = found if isinstance(found, list) else []
        if found == "too_much":
            session.answers["network.at"] = "too_much"
        if found == "think" or (found == "nobody" and session.child and at in {"name", "more"}):
            session.answers |= {"network.cues": 0, "network.at": "remember"}
        if placed := [each.name for each in told if each.place]:
            session.answers["network.placed"] = placed
        for each in told:
            add_people(session, [each], **_unless_told(each, known))
        leave_children(session)

    return keep


def leave_children(session: Session) -> None:
    """Of a child nothing more is asked once it is known who it is and how near: a child is no help to count on."""
    for person in session.people:
        if person.adult is False and person.relation and person.circle:
            person.asked = True


def _unless_told(told: Told, known: dict[str, str]) -> dict[str, str]:
    """The carer's own word for somebody goes before what the question tells."""
    return {field: value for field, value in known.items() if field != "relation" or not told.relation}


def keep_cue(cue: str, **known: str) -> Callable[[Session, Any], None]:
    """Count the cue, and put the names that it brought on the map."""
    keep_names = keep_people("cue", **known)

    def keep(session: Session, found: Any) -> None:
        given = session.answers.get("network.cued", [])
        session.answers |= {"network.cues": cues_given(session) + 1, "network.cued": [*given, cue]}
        keep_names(session, found)

    return keep


def keep_companion(session: Session, found: Any) -> None:
    """Put somebody on the map without asking more about them."""
    keep_people("put_aside")(session, found)
    for person in session.people:
        person.asked = True


def asking(
    name: str,
    words: Words | Callable[[Session], Words],
    keep: Callable[[Session, Any], None],
    options: tuple[Option, ...] = CIRCLE_CHOICES,
    skip_to: Route = "",
) -> Question:
    """Ask for one name or several in one message."""
    return Question(
        name,
        words,
        options=options,
        typed=True,
        read=people_or_nobody,
        unclear=ONE_WORD,
        keep=keep,
        then=NEXT_PERSON,
        skip_to=skip_to,
    )


def who_is_there(session: Session) -> Words:
    """Ask for people; a child is asked for no names."""
    if session.child:
        return _("Who is around you, at home, at school or further away? No names needed: my aunt, my mentor.")
    return _("Who is around you, near or far? Type a first name or a nickname. No surnames needed.")


def closest(session: Session) -> Words:
    """Ask for the nearest circle; the first time, say how it goes."""
    if has_people(session):
        return _("Who stands closest to you? Type a name, or several with a comma.")
    return _("Now from near to far. Who stands closest to you? First names or nicknames, several with a comma.")


def around_them(session: Session) -> Words:
    """Ask for the people of the cared-for person, who are not always the carer's."""
    if session.answers.get("welcome.whom") == "child":
        return _("And who is there around {name}? Parents of friends, the school, a club.", name=cared_for(session))
    return _("And who belongs more to {name}? Old friends, colleagues, people from a club.", name=cared_for(session))


CIRCLES = (
    Question(
        "rather_not",
        _("Is there anybody you would rather not ask? Type the name, and I leave them out everywhere."),
        options=(Option("no_one", _("No, nobody")),),
        typed=True,
        read=people_or_nobody,
        unclear=ONE_WORD,
        keep=keep_rather_not,
        then=(When(is_child, "name"), "closest"),
    ),
    asking("closest", closest, keep_people("closest", circle="closest")),
    asking(
        "friends",
        _("And further friends and family? Also those who live far away, or whom you rarely see."),
        keep_people("friends", circle="friends"),
    ),
    asking(
        "acquaintances",
        _(
            "And people you know a bit? Neighbours, colleagues, people of the club, the school gate, "
            "the church or the mosque."
        ),
        keep_people("acquaintances", circle="acquaintances"),
        skip_to=(When(has_people, "theirs"), "ask.wish"),
    ),
    asking(
        "theirs",
        around_them,
        keep_people("theirs", whose="theirs"),
    ),
    asking(
        "services",
        _("Last circle: who comes for work or as a volunteer? “The nurse” or “Ans of the day care” is enough."),
        keep_people("services", circle="services", relation="professional"),
    ),
    asking(
        "name",
        who_is_there,
        keep_people("name"),
        options=(NOBODY_COMES,),
        skip_to=(When(has_people, "map"), "ask.wish"),
    ),
    asking(
        "more",
        _("Who else? Type a name. One good contact is already a lot, so this may be enough."),
        keep_people("more"),
        options=(NOBODY_COMES, ENOUGH),
        skip_to="map",
    ),
    Question(
        "put_aside",
        _("Then we put this aside. One question instead: with whom would you like to do something nice?"),
        options=(Option("nobody", _("Nobody comes to mind")),),
        typed=True,
        read=people_or_nobody,
        unclear=ONE_WORD,
        keep=keep_companion,
        then=(When(has_people, "ask.wish"), "rest.open"),
        skip_to="rest.open",
    ),
)
