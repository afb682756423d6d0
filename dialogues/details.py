"""What may be told of a person around the carer, each as choices of one tap; all of it may stay open.

The fields join those of the ecogram (source 001, 2012, lines 1792-1800), the network analysis of Maastricht
(lines 1916-1944), and the question which contacts give and which cost energy (lines 5166-5169).
"""

from __future__ import annotations

from dialogues.people import CIRCLES, RELATIONS, SUPPORT, around, cared_for
from dialogues.session import Person, Session
from dialogues.tasks import BY_CODE, KINDS
from dialogues.words import Joined, Listing, Typed, Words, _, paragraphs

LINE: dict[str, Words] = {
    "close": _("Very close"),
    "good": _("Good"),
    "distant": _("Distant"),
    "tense": _("Tense"),
    "conflict": _("Conflict"),
    "broken": _("Contact is broken"),
}

STRAINED = frozenset({"tense", "conflict", "broken"})
"""Where asking could hurt: whoever stands so is never proposed."""

GIVES: dict[str, Words] = {
    "me": _("Mostly I give"),
    "them": _("Mostly he or she"),
    "both": _("It goes both ways"),
}

ENERGY: dict[str, Words] = {
    "gives": _("Gives energy"),
    "neutral": _("Neither"),
    "costs": _("Costs energy"),
}

NEAR: dict[str, Words] = {
    "home": _("In the same house"),
    "street": _("Round the corner"),
    "town": _("In the same town"),
    "far": _("Far away"),
}

OFTEN: dict[str, Words] = {
    "daily": _("Nearly every day"),
    "weekly": _("Every week"),
    "monthly": _("Every month"),
    "rarely": _("Rarely"),
}

KNOWS: dict[str, Words] = {
    "all": _("May know everything"),
    "some": _("May know a part"),
    "nothing": _("Need know nothing"),
}

FROM_AFAR = ("call", "listen", "letters", "arranging", "money")
"""What can be done from a distance: by phone, by photo, at a computer (source 004, lines 1510-1512)."""

LIKED = tuple(kind for kind in KINDS if kind not in {"body", "nursing"})
"""What somebody may like to do or be good at; care near the body is not a matter of liking."""


def whose(session: Session) -> dict[str, Words]:
    """Name whose contact somebody is: the carer's, the cared-for person's, or of both."""
    name = cared_for(session)
    return {"mine": _("Mostly mine"), "theirs": _("Mostly of {name}", name=name), "both": _("Of us both")}


def can(code: str) -> Words | None:
    """Name what somebody can do: a kind of task, or one task."""
    return KINDS.get(code) or (BY_CODE[code].label if code in BY_CODE else None)


def described(session: Session, person: Person) -> Words:
    """Describe one person on the map: the name, and all that was told."""
    name, details = Typed(person.name), [each for each in _details(session, person) if each is not None]
    if not details:
        return _("• {name}", name=name)
    return _("• {name}: {details}", name=name, details=Joined(tuple(details), " · "))


def _details(session: Session, person: Person) -> list[Words | None]:
    return [
        RELATIONS.get(person.relation),
        *(SUPPORT.get(letter) for letter in person.support),
        _("helps with {what}", what=_listed(person.helps)) if person.helps else None,
        *(can(code) for code in person.can),
        NEAR.get(person.near),
        OFTEN.get(person.often),
        LINE.get(person.line) if person.line != "good" else None,
        ENERGY.get(person.energy) if person.energy != "neutral" else None,
        GIVES.get(person.gives) if person.gives != "both" else None,
        _("Has a lot to carry") if person.loaded else None,
        KNOWS.get(person.knows),
        whose(session)[person.whose] if person.whose in {"theirs", "both"} else None,
    ]


def _listed(words: list[str]) -> Words:
    return Listing(tuple(map(Typed, words)))


def map_in_words(session: Session) -> Words:
    """Draw the map as text: the circles from near to far, with who stands in them."""
    people = around(session)
    drawn: list[Words] = []
    for code, circle in {**CIRCLES, "": _("Not placed yet")}.items():
        inside = [described(session, each) for each in people if each.circle == code]
        if inside:
            drawn.append(Joined((_("{circle}:", circle=circle), *inside), "\n"))
    return paragraphs(*drawn)
