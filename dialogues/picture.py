"""What the pictures show of the people around the carer, and the words that stand in them.

The map is an ecogram: circles from near to far (Lensink's network circles), lines whose style tells
how a contact is, arrows for who gives, and letters for the support (source 001, 2012, lines
1728-1731, 1792-1800, 1960-1980, 2318-2340). The energy of a contact follows lines 5166-5169.
"""

from __future__ import annotations

from dialogues.effects import DrawMap, MapPerson
from dialogues.people import around, cared_for_in_draft
from dialogues.session import Person, Session
from dialogues.words import Text, Words, _

AREAS: dict[str, Words] = {
    "family": _("Family"),
    "friends": _("Friends"),
    "neighbours": _("Neighbours"),
    "work": _("Work and school"),
    "others": _("Club, faith, others"),
    "care": _("Care"),
}
"""The areas of life around the map."""

AREA_OF_RELATION: dict[str, str] = {
    **dict.fromkeys(("partner", "parent", "child", "sibling", "family"), "family"),
    "friend": "friends",
    "neighbour": "neighbours",
    "colleague": "work",
    "professional": "care",
}

LINES: dict[str, Words] = {
    "close": _("Close"),
    "good": _("Good"),
    "distant": _("More distant"),
    "tense": _("Tense"),
    "conflict": _("Quarrel"),
    "broken": _("Broken off"),
}

GIVES: dict[str, Words] = {
    "me": _("I give"),
    "them": _("Gives to me"),
    "both": _("We both give"),
}

ENERGY: dict[str, Words] = {
    "gives": _("Gives energy"),
    "neutral": _("Neither gives nor takes"),
    "costs": _("Takes energy"),
}

LETTERS: dict[str, Text] = {
    "P": _("P"),
    "G": _("C"),
    "A": _("A"),
    "E": _("L"),
}
"""The support letter that stands beside a name: what the word for it begins with in the language.

In English practical help, company, advice, listening; in Dutch P, G, A and E."""

WEIGHTS: tuple[Words, ...] = (_("calm"), _("a little"), _("some weight"), _("weighs"), _("weighs a lot"))
"""How heavy an area of the strain is, from 0 to 4."""


def on_map(person: Person) -> MapPerson:
    """Give what the picture shows of a person."""
    return MapPerson(
        name=person.name,
        circle=person.circle,
        area="care" if person.circle == "services" else AREA_OF_RELATION.get(person.relation, "others"),
        line=person.line,
        gives=person.gives,
        support=tuple(person.support),
        energy=person.energy,
        whose=person.whose,
    )


def the_map(session: Session, words: Words) -> DrawMap:
    """Give the picture of everybody who may be shown; ``words`` tell the same."""
    return DrawMap(tuple(on_map(each) for each in around(session)), cared_for_in_draft(session), words)
