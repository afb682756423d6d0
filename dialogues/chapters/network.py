"""Network: who is around you, one by one, in circles; whom you would rather not ask; a map in words.

The cues for when names run out are two of the questions on weak ties in source 001 (2012, lines
1855-1861 and 2983-2987), in our own words. Numbers of people are never held against anybody.
"""

from __future__ import annotations

from typing import Any

from dialogues.effects import DrawMap
from dialogues.listening.hearing import hear, short_answer
from dialogues.people import (
    CIRCLES,
    RELATIONS,
    SUPPORT,
    add_people,
    around,
    current_person,
    names,
    person_named,
    to_carer,
)
from dialogues.picture import contact, the_map
from dialogues.script import Option, Question, When, chapter, nothing
from dialogues.session import Person, Session
from dialogues.wishes import wishes
from dialogues.words import Joined, Text, Typed, Words, _, paragraphs

MAYBE_MINOR = {"child", "sibling", "family", "neighbour", "friend", "colleague", "acquaintance"}
"""Relations in which somebody may be under 18 when the carer is young; for adults child and family."""


MAX_CUES = 2
"""A third push would be one too many (scenario 11)."""


def cues_given(session: Session) -> int:
    """Give how many memory cues this person had."""
    return int(session.answers.get("network.cues", 0))


def has_new_people(session: Session) -> bool:
    """There are names about whom we have not asked yet."""
    return current_person(session) is not None


def has_people(session: Session) -> bool:
    """There is somebody on the map."""
    return bool(around(session))


def cue_left(session: Session) -> bool:
    """No memory cue was given yet."""
    return cues_given(session) < 1


def second_cue_left(session: Session) -> bool:
    """One memory cue was given, one is left."""
    return cues_given(session) < MAX_CUES


def may_be_minor(session: Session) -> bool:
    """The person may be under 18, so we ask."""
    person = current_person(session)
    if person is None:
        return False
    return person.adult is None and person.relation in (MAYBE_MINOR if session.young else {"child", "family"})


def told_who_it_is(session: Session) -> bool:
    """The nickname itself tells who the next person is, so that is not asked."""
    person = current_person(session)
    return person is not None and bool(person.relation)


def told_and_maybe_minor(session: Session) -> bool:
    """The nickname tells who it is, and that may be somebody under 18."""
    return told_who_it_is(session) and may_be_minor(session)


def has_one_wish(session: Session) -> bool:
    """There is nothing to choose between."""
    return len(wishes(session)) == 1 and all(ask.wish != wishes(session)[0] for ask in session.asks)


def who_is_there(session: Session) -> Words:
    """Ask for people; a child is asked for no names."""
    if session.child:
        return _("Who is around you, at home, at school or further away? No names needed: my aunt, my mentor.")
    return _("Who is around you, near or far? Type a first name or a nickname. No surnames needed.")


def names_or_nobody(session: Session, text: str) -> list[str] | str | None:
    """Read names; "I have nobody" or "no" is an answer too, and no name."""
    if hear(text, session.language).nobody or short_answer(text, session.language) == "no":
        return "no_one" if session.state == "network.rather_not" else "nobody"
    return names(text)


def keep_rather_not(session: Session, found: Any) -> None:
    """Note people who are to be left out, everywhere."""
    for name in found if isinstance(found, list) else ():
        if (person := person_named(session, name)) is None:
            session.people.append(Person(name, rather_not=True, asked=True))
        else:
            person.rather_not = True


def keep_names(session: Session, found: Any) -> None:
    """Put names on the map; a tap brings none."""
    add_people(session, found if isinstance(found, list) else [])


def keep_cue(session: Session, found: Any) -> None:
    """Count the cue, and put the names that it brought on the map."""
    session.answers["network.cues"] = cues_given(session) + 1
    keep_names(session, found)


def keep_of_person(field: str) -> Any:
    """Keep something about the person we are asking about."""

    def keep(session: Session, answer: Any) -> None:
        person = current_person(session)
        if person and answer is not None:
            setattr(person, field, answer)

    return keep


def keep_grown_up(session: Session, answer: Any) -> None:
    """Note whether somebody is 18 or older; not knowing counts as not."""
    person = current_person(session)
    if person and answer is not None:
        person.adult = answer == "yes"


def keep_support(session: Session, chosen: Any) -> None:
    """Note what somebody is good for; with this the person has been asked about."""
    if person := current_person(session):
        person.support = list(chosen or [])
        person.asked = True


def about_current(question: Text) -> Any:
    """Put a question about the person whose turn it is."""

    def wording(session: Session) -> Words:
        person = current_person(session)
        return Text(question.msgid, {"name": to_carer(person.name) if person else Typed("")})

    return wording


def described(person: Person) -> Words:
    """Describe one person on the map: name, relation, what for."""
    details = [RELATIONS[person.relation]] if person.relation in RELATIONS else []
    details += [*contact(person), *(SUPPORT[letter] for letter in person.support if letter in SUPPORT)]
    name = Typed(person.name)
    return (
        _("• {name}: {details}", name=name, details=Joined(tuple(details), " · "))
        if details
        else _("• {name}", name=name)
    )


def map_in_words(session: Session) -> Words:
    """Draw the map as text: the circles from near to far, with who stands in them."""
    people = around(session)
    drawn: list[Words] = []
    for code, circle in {**CIRCLES, "": _("Not placed yet")}.items():
        inside = [described(each) for each in people if each.circle == code]
        if inside:
            drawn.append(Joined((_("{circle}:", circle=circle), *inside), "\n"))
    return paragraphs(*drawn)


def draw_map(session: Session) -> list[DrawMap]:
    """Show the picture of the map, with the words that tell the same."""
    return [the_map(session, map_in_words(session))] if has_people(session) else []


def people_to_remove(session: Session) -> tuple[Option, ...]:
    """Offer everybody on the map."""
    return tuple(Option(f"p{index}", Typed(each.name)) for index, each in enumerate(around(session)))


def remove(session: Session, answer: Any) -> None:
    """Take somebody off the map."""
    people = around(session)
    index = int(str(answer)[1:]) if answer else len(people)
    if index < len(people):
        session.people = [each for each in session.people if each is not people[index]]


NEXT_PERSON = (
    When(told_and_maybe_minor, "grown_up"),
    When(told_who_it_is, "circle"),
    When(has_new_people, "relation"),
)
"""The way to the next person about whom we have not asked yet."""

ONE_WORD = _("What shall I call this person? One word is enough.")

NOBODY_COMES = Option("nobody", _("Nobody comes to mind"))

NETWORK = chapter(
    "network",
    _("Who is around you"),
    Question(
        "rather_not",
        _("Is there anybody you would rather not ask? Type the name, and I leave them out everywhere."),
        options=(Option("no_one", _("No, nobody")),),
        typed=True,
        read=names_or_nobody,
        unclear=ONE_WORD,
        keep=keep_rather_not,
    ),
    Question(
        "name",
        who_is_there,
        options=(NOBODY_COMES,),
        typed=True,
        read=names_or_nobody,
        unclear=ONE_WORD,
        keep=keep_names,
        then=(
            *NEXT_PERSON,
            When(cue_left, "cue_tickets"),
            When(has_people, "map"),
            "none",
        ),
        skip_to=(When(has_people, "map"), "ask.wish"),
    ),
    Question(
        "relation",
        about_current(_("Who is {name} to you?")),
        options=tuple(Option(code, label) for code, label in RELATIONS.items()),
        columns=2,
        keep=keep_of_person("relation"),
        then=(When(may_be_minor, "grown_up"), "circle"),
    ),
    Question(
        "grown_up",
        about_current(_("Is {name} 18 or older?")),
        options=(
            Option("yes", _("Yes")),
            Option("no", _("No")),
            Option("unknown", _("I don't know")),
        ),
        columns=3,
        keep=keep_grown_up,
    ),
    Question(
        "circle",
        about_current(_("How near is {name} to you?")),
        options=tuple(Option(code, label) for code, label in CIRCLES.items()),
        columns=2,
        keep=keep_of_person("circle"),
    ),
    Question(
        "support",
        about_current(_("What can you go to {name} for? Tap what fits, then Done.")),
        options=tuple(Option(letter, label) for letter, label in SUPPORT.items()),
        many=True,
        columns=2,
        keep=keep_support,
        then=(*NEXT_PERSON, "more"),
    ),
    Question(
        "more",
        _("Who else? Type a name. One good contact is already a lot, so this may be enough."),
        options=(NOBODY_COMES, Option("enough", _("This is enough"), then="map")),
        typed=True,
        read=names_or_nobody,
        unclear=ONE_WORD,
        keep=keep_names,
        then=(
            *NEXT_PERSON,
            When(cue_left, "cue_tickets"),
            When(second_cue_left, "cue_round"),
            "map",
        ),
        skip_to="map",
    ),
    Question(
        "cue_tickets",
        _("Suppose you get five tickets for something nice next week. Whom would you take along?"),
        options=(NOBODY_COMES,),
        typed=True,
        read=names_or_nobody,
        unclear=ONE_WORD,
        keep=keep_cue,
        then=(*NEXT_PERSON, "cue_round"),
        skip_to="cue_round",
    ),
    Question(
        "cue_round",
        _(
            "Whom do you meet on an ordinary day? In the street, the shop, at the school gate, at the club, "
            "at church or the mosque?"
        ),
        options=(NOBODY_COMES,),
        typed=True,
        read=names_or_nobody,
        unclear=ONE_WORD,
        keep=keep_cue,
        then=(*NEXT_PERSON, When(has_people, "map"), "none"),
        skip_to=(When(has_people, "map"), "none"),
    ),
    Question(
        "map",
        paragraphs(_("These are the people around you, as you told me."), _("Shall we go on?")),
        opening=draw_map,
        options=(
            Option("go_on", _("Go on")),
            Option("add", _("Add somebody"), then="name"),
            Option("remove", _("Take somebody off"), then="remove"),
        ),
        keep=nothing,
        then=(When(has_one_wish, "ask.who"), "ask.wish"),
    ),
    Question(
        "remove",
        _("Whom shall I take off the map?"),
        options=people_to_remove,
        columns=2,
        keep=remove,
        then=(When(has_people, "map"), "none"),
        skip_to=(When(has_people, "map"), "none"),
    ),
    Question(
        "none",
        _(
            "At this moment there is nobody you can ask. I hear that more often after years of caring. "
            "There are people who then look along with you. Shall I show who does that near you?"
        ),
        options=(
            Option("yes", _("Yes, show me"), then="support.place"),
            Option("later", _("Not now"), then="rest.open"),
        ),
        keep=nothing,
        then="support.place",
        skip_to="rest.open",
    ),
    side_steps=("relation", "circle", "support", "grown_up", "cue_tickets", "cue_round", "remove", "none"),
)
