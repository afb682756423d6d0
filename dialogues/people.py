"""How the talk names people: the carer's own word, the cared-for person, and those around."""

from __future__ import annotations

import re

from dialogues.session import Person, Session
from dialogues.words import Typed, Words, _

RELATIONS: dict[str, Words] = {
    "partner": _("Partner"),
    "parent": _("Father or mother"),
    "child": _("Child"),
    "sibling": _("Brother or sister"),
    "family": _("Other family"),
    "friend": _("Friend"),
    "neighbour": _("Neighbour"),
    "colleague": _("Colleague"),
    "acquaintance": _("Someone I know a bit"),
    "professional": _("Care worker or volunteer"),
}

CIRCLES: dict[str, Words] = {
    "closest": _("Closest to me"),
    "friends": _("Friends and family"),
    "acquaintances": _("People I know"),
    "services": _("Care and services"),
}
"""The circles from near to far (Lensink's network circles; source 001, 2012)."""

SUPPORT: dict[str, Words] = {
    "P": _("Practical help"),
    "G": _("Company"),
    "A": _("Advice"),
    "E": _("A listening ear"),
}
"""The support letters of the ecogram (source 001, 2012, lines 1796-1800)."""

MAX_NAME = 40
"""Characters of a nickname: long enough for "neighbour with the red door", too short for a story."""

MAX_PEOPLE = 60
"""People on one map: more than anybody names, and a bound on the session."""


POSSESSIVES = frozenset({"mijn", "m'n", "mn", "my"})
"""How people begin when they name somebody by what they are: "my sister"."""


def to_carer(name: str) -> Words:
    """Name somebody when we speak to the carer: "my sister" becomes "your sister"."""
    first, _space, rest = name.partition(" ")
    return _("your {who}", who=Typed(rest)) if rest and first.casefold() in POSSESSIVES else Typed(name)


def cared_for(session: Session) -> Words:
    """Name the cared-for person as the carer does, when we speak to the carer."""
    name = session.answers.get("welcome.cared_name")
    return to_carer(name) if name else _("the one you care for")


def cared_for_in_draft(session: Session) -> Words:
    """Name the cared-for person when the carer speaks to somebody else."""
    if name := session.answers.get("welcome.cared_name"):
        return Typed(name)
    return {
        "partner": _("my partner"),
        "child": _("my child"),
    }.get(session.answers.get("welcome.whom", ""), _("the one I care for"))


def about(session: Session) -> dict[str, str]:
    """Give what chooses a helpline for this person: country ("" when it is not known), age, language."""
    place = session.answers.get("support.place") or {}
    country = str(place.get("country") or session.country)
    age = "under16" if session.child else str(session.answers.get("welcome.age", ""))
    return {"country": country, "age": age, "language": session.language}


FILLERS = re.compile(r"^(er is|ik heb|misschien|ik denk( aan)?|there('s| is)|i have|maybe|perhaps)\s+", re.IGNORECASE)
"""What people begin with when they name somebody, in the languages of the talk."""

ASIDE = re.compile(r"^(die|dat|who|that|which)\b", re.IGNORECASE)
"""How a part begins that tells something of the person just named."""

MOST_WORDS = 6
"""More words than this are a sentence, and no name."""

TOLD_RELATIONS: dict[str, str] = {
    **dict.fromkeys(("man", "vrouw", "partner", "husband", "wife"), "partner"),
    **dict.fromkeys(("broer", "zus", "zusje", "broertje", "brother", "sister"), "sibling"),
    **dict.fromkeys(("moeder", "vader", "mama", "papa", "mother", "father", "mum", "mom", "dad"), "parent"),
    **dict.fromkeys(("zoon", "dochter", "son", "daughter"), "child"),
    **dict.fromkeys(("oma", "opa", "tante", "oom", "neef", "nicht", "grandma", "grandpa", "aunt", "uncle"), "family"),
    **dict.fromkeys(("buurvrouw", "buurman", "buur", "buren", "neighbour", "neighbor"), "neighbour"),
    **dict.fromkeys(("vriend", "vriendin", "friend"), "friend"),
    **dict.fromkeys(("collega", "colleague"), "colleague"),
}
"""Words in a nickname that tell who somebody is, in the languages of the talk; "the mother of Sanne" does not."""


def told_relation(name: str) -> str:
    """Give the relation that a nickname tells: "my sister An" is a sister; "" when it tells none."""
    words = [word.casefold() for word in name.split()]
    if not words or words[0] not in (POSSESSIVES | TOLD_RELATIONS.keys()):
        return ""
    found = [TOLD_RELATIONS[word] for word in words[:2] if word in TOLD_RELATIONS]
    return found[0] if found and not {"van", "of"} & set(words) else ""


AGE = re.compile(r"\b(\d{1,2})\b")
GROWN_UP = 18


def is_young(name: str) -> bool:
    """Tell whether a name tells an age under 18: "Fenna (12)", "my daughter of 15"."""
    return any(int(age) < GROWN_UP for age in AGE.findall(name))


def names(text: str) -> list[str] | None:
    """Read nicknames from one message: "Marietje, Jan and my sister" are three. None if there are none."""
    for word in (" en ", " and ", " & ", ";", "\n"):
        text = text.replace(word, ",")
    parts = [" ".join(FILLERS.sub("", part.strip()).split()).rstrip(".!") for part in text.split(",")]
    found = [part for part in parts if any(letter.isalpha() for letter in part) and not ASIDE.match(part)]
    too_long = any(len(part.split()) > MOST_WORDS for part in found)
    return None if too_long or not found else [part[:MAX_NAME] for part in found]


def add_people(session: Session, found: list[str]) -> None:
    """Put new people on the map; a name that stands there already is not added twice."""
    for name in found:
        if person_named(session, name) is None and len(session.people) < MAX_PEOPLE:
            young = False if is_young(name) else None
            session.people.append(Person(name, told_relation(name), adult=young))


def person_named(session: Session, name: str) -> Person | None:
    """Find somebody by nickname, whatever the capitals."""
    return next((each for each in session.people if each.name.casefold() == name.casefold()), None)


def current_person(session: Session) -> Person | None:
    """Give the first person about whom we have not asked yet."""
    return next((each for each in session.people if not each.asked and not each.rather_not), None)


def around(session: Session) -> list[Person]:
    """Give the people who may be shown and asked: all but those the carer would rather not."""
    return [each for each in session.people if not each.rather_not]
