"""The outcome of the check in words: where it weighs, what would help with that, what gives strength.

These are the three things that a list of signals should give (source 001, 2012, lines 4980-4986), with what is
good in it beside them (source 001, lines 540-542, 4968-4974). It is put as something to correct.
"""

from __future__ import annotations

from dialogues.areas import ASKS_FOR, IN_A_SENTENCE, heaviest
from dialogues.care_phase import OBSERVED, proposed
from dialogues.session import Session
from dialogues.words import Joined, Listing, Typed, Words, _, paragraphs

STRENGTHS: dict[str, Words] = {
    "together": _("Being together"),
    "laughing": _("Laughing together"),
    "doing_well": _("That I do it well"),
    "faith": _("My faith"),
    "outside": _("Going outside"),
    "people": _("Other people"),
    "little": _("Little at the moment"),
}


def where(session: Session) -> Words:
    """Say where it weighs most, and what helps with that."""
    found = heaviest(session)
    if not found:
        return _("Nothing weighs very much now.")
    return Joined(
        (
            _("It weighs most: {areas}.", areas=Listing(tuple(IN_A_SENTENCE[each] for each in found))),
            _("What would help with that: {support}.", support=ASKS_FOR[found[0]]),
        ),
        " ",
    )


def strength(session: Session) -> Words | None:
    """Say back what gives strength."""
    given = session.answers.get("strain.strength")
    if given in {None, "little"}:
        return None
    return _("And this gives you something: “{what}”.", what=STRENGTHS.get(given, Typed(str(given)[:120])))


def what_i_hear(session: Session) -> Words:
    """Put what was heard before the person, as something to correct."""
    return paragraphs(where(session), strength(session), OBSERVED[proposed(session)], _("Is that right?"))
