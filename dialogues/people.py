"""How the talk names people: the carer's own word, the cared-for person, and those around."""

from __future__ import annotations

import re

from dialogues import everyday
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

MOST_IN_SMALL_CIRCLE = 4

MAX_PEOPLE = 60
"""People on one map: more than anybody names, and a bound on the session."""


POSSESSIVES = everyday.words("people", "possessives")
"""How people begin when they name somebody by what they are: "my sister"."""


KIN: dict[str, tuple[Words, Words]] = {
    "mother": (_("your mother"), _("my mother")),
    "father": (_("your father"), _("my father")),
    "husband": (_("your husband"), _("my husband")),
    "wife": (_("your wife"), _("my wife")),
    "brother": (_("your brother"), _("my brother")),
    "sister": (_("your sister"), _("my sister")),
    "son": (_("your son"), _("my son")),
    "daughter": (_("your daughter"), _("my daughter")),
    "grandmother": (_("your grandmother"), _("my grandmother")),
    "grandfather": (_("your grandfather"), _("my grandfather")),
}
"""Those nearest: as we name them to the carer, and the carer to a helper, who may read another language."""

_KIN_MEANT = {word: kin for kin in KIN for word in everyday.words("mine", kin)}


def to_carer(name: str) -> Words:
    """Name somebody when we speak to the carer: "my sister" becomes "your sister", and "annem Elif" is Elif."""
    if kin := _KIN_MEANT.get(name.casefold()):
        return KIN[kin][0]
    first, _space, rest = name.partition(" ")
    if rest and first.casefold() in _KIN_MEANT:
        return Typed(rest)
    return _("your {who}", who=Typed(rest)) if rest and first.casefold() in POSSESSIVES else Typed(name)


def cared_for(session: Session) -> Words:
    """Name the cared-for person as the carer does, when we speak to the carer."""
    name = session.answers.get("welcome.cared_name")
    return to_carer(name) if name else _("the one you care for")


def cared_for_in_draft(session: Session) -> Words:
    """Name the cared-for person when the carer speaks to somebody else."""
    if name := session.answers.get("welcome.cared_name"):
        kin = _KIN_MEANT.get(name.casefold())
        return KIN[kin][1] if kin else Typed(name)
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


AGE = re.compile(r"\b(\d{1,2})\b")
GROWN_UP = 18


def is_young(name: str) -> bool:
    """Tell whether a name tells an age under 18: "Fenna (12)", "my daughter of 15"."""
    return any(int(age) < GROWN_UP for age in AGE.findall(name))


def person_named(session: Session, name: str) -> Person | None:
    """Find somebody by nickname, whatever the capitals."""
    return next((each for each in session.people if each.name.casefold() == name.casefold()), None)


def current_person(session: Session) -> Person | None:
    """Give the first person about whom we have not asked yet."""
    return next((each for each in session.people if not each.asked and not each.rather_not), None)


def around(session: Session) -> list[Person]:
    """Give the people who may be shown and asked: all but those the carer would rather not."""
    return [each for each in session.people if not each.rather_not]


def has_people(session: Session) -> bool:
    """There is somebody on the map."""
    return bool(around(session))


def person_in_hand(session: Session) -> Person | None:
    """Give the person that was chosen to tell more about, or else the first of whom nothing was asked."""
    chosen = person_named(session, str(session.answers.get("network.person", "")))
    return chosen or current_person(session)


def several(session: Session) -> bool:
    """Enough people around for a talk together; routes the talk, and is never shown.

    Between four and five people lies the breakpoint of Fischer's exchange method, partner counted
    (source 000, lines 425-439, after Hortulanus, Machielse & Meeuwesen 2003).
    """
    return sum(each.relation != "professional" for each in around(session)) > MOST_IN_SMALL_CIRCLE
