"""What somebody's reasons for not asking do to the ask: an easy no, a line about giving back, another helper.

Each name below is declared with the reasons (dialogues/barriers.py); the draft and the choice of people read
them here. The easiest first ask is the one that the asking grid gave (source 002, 2016, lines 475-486).
"""

from __future__ import annotations

from dialogues.session import Person, Session
from dialogues.words import Typed, Words, _

EASY_NO = "easy_no"
"""The message says in so many words that a no is all right."""
GIVE_BACK = "give_back"
"""The message offers something in return."""
NO_REASON = "no_reason"
"""The message does not tell why."""
SAID_FIRST = "said_first"
"""The message says that it was not said before."""
NEUTRAL_HELPER = "neutral_helper"
"""Rather somebody outside the family."""
WITHIN_FAMILY = "within_family"
"""Rather somebody of the family."""
DEVICE_OR_SERVICE = "device_or_service"
"""A thing or a service instead of a person."""
ONCE = "once"
"""One time only, with an end."""
NOT_THE_CARE = "not_the_care"
"""Something outside the care itself."""
SECOND_PERSON = "second_person"
"""Somebody in reserve, thought of beforehand."""
READY_WORDS = "ready_words"
"""The words are put ready."""
THINKING_ALONG = "thinking_along"
"""The message says that thinking along is help too."""
ACCEPT = "accept"
"""Saying yes to what is offered, rather than asking."""

GRID = "reluctance.grid"
"""The easy cells of the asking grid, as "support.role", the latest last."""

ROLES: dict[str, Words] = {
    "family": _("Family"),
    "friend": _("A friend"),
    "acquaintance": _("An acquaintance"),
    "colleague": _("A colleague"),
    "neighbour": _("A neighbour"),
}

FAMILY = frozenset({"partner", "parent", "child", "sibling", "family"})

LIKED = 3
"""How much a wish for family, or for an outsider, weighs when people are put in order."""


def eased(session: Session) -> frozenset[str]:
    """Give all that this person's reasons ask of the ask."""
    from dialogues.barriers import BY_CODE, SIDES  # noqa: PLC0415  the reasons are declared with the names above

    chosen = session.answers.get("reluctance.barriers")
    side = SIDES.get(str(session.answers.get("reluctance.side")))
    found = set(side.eases) if side else set()
    for code in chosen if isinstance(chosen, list) else ():
        barrier = BY_CODE.get(code)
        if barrier and side not in barrier.sides:
            found |= set(barrier.eases)
    return frozenset(found)


def easiest(session: Session) -> tuple[str, str] | None:
    """Give the easiest cell of the grid: a support letter (P, A, E) and a role; None when none was told."""
    cells = session.answers.get(GRID)
    if not isinstance(cells, list) or not cells:
        return None
    support, _dot, role = str(cells[-1]).partition(".")
    return support, role


def plays(person: Person, role: str) -> bool:
    """Tell whether somebody has this role in the grid."""
    return person.relation in FAMILY if role == "family" else person.relation == role


def liking(session: Session, person: Person) -> int:
    """Give how much the carer's reasons speak for this person."""
    wanted, cell = eased(session), easiest(session)
    family = person.relation in FAMILY
    return (
        LIKED * (WITHIN_FAMILY in wanted and family)
        + LIKED * (NEUTRAL_HELPER in wanted and not family)
        + LIKED * (cell is not None and plays(person, cell[1]))
    )


def before_the_question(session: Session) -> Words | None:
    """Open the message for somebody who never said it before."""
    return _("I haven't said it before, but I could use a hand.") if SAID_FIRST in eased(session) else None


def easy_no(session: Session) -> Words:
    """Make a no easy, and easier still for who fears it."""
    if EASY_NO in eased(session):
        return _("Feel free to say no: that is really all right.")
    return _("If it doesn't suit you, that is fine too.")


def own_words_on_the_day(session: Session) -> Words | None:
    """Show what somebody tells themselves, as they typed it, when it comes to asking."""
    own = session.answers.get("reluctance.own_words")
    if not own:
        return None
    return _("You may hear yourself say: “{words}”. You wrote that down here. It may come along.", words=Typed(own))
