"""What the map tells: observations to correct, never verdicts; no count of people is named or held against anybody.

What is looked at follows sources 001 (2012, lines 2126-2130 on variety, 5166-5169 on energy, 4821-4824 on what is
asked of one person) and 004 (lines 1286-1315: much support of the heart and little practical help).
"""

from __future__ import annotations

from collections.abc import Iterator

from dialogues.details import STRAINED, can
from dialogues.fitting import FAMILY, MAX_TASKS_EACH, proposals, tasks_carried
from dialogues.people import SUPPORT, around, to_carer
from dialogues.session import Person, Session
from dialogues.wishes import name_of, wishes
from dialogues.words import Listing, Typed, Words, _, lines, paragraphs

MAX_OBSERVATIONS = 2
"""More than this beside who is there for what is a report, and no talk."""

MAX_NAMES = 5
"""Names in one line; the others stand on the map."""

MANY_GIVE = 3
"""From so many people who give something on, it can be said that nobody gives something else."""


def coverage(session: Session) -> dict[str, list[Person]]:
    """Give for each support letter the people to whom the carer can go for it; a child is not counted on."""
    people = [each for each in around(session) if each.line not in STRAINED and each.adult is not False]
    return {letter: [each for each in people if letter in each.support] for letter in SUPPORT}


def is_told(session: Session) -> bool:
    """It was told of somebody what one can go to them for."""
    return any(coverage(session).values())


def practical_empty(session: Session) -> bool:
    """Several people give something, and nobody practical help (source 004, lines 1304-1310)."""
    giving = {each.name for people in coverage(session).values() for each in people}
    return len(giving) >= MANY_GIVE and not coverage(session)["P"]


def costing(session: Session) -> list[Person]:
    """Give the people with whom contact costs energy."""
    return [each for each in around(session) if each.energy == "costs"]


def has_observations(session: Session) -> bool:
    """There is something to say about the map."""
    return is_told(session) or any(True for _each in _observed(session))


def seen(session: Session) -> Words:
    """Say who is there for what, and at most two things that stand out."""
    observed = list(_observed(session))[:MAX_OBSERVATIONS]
    return paragraphs(_who_for_what(session) if is_told(session) else None, *observed)


def _who_for_what(session: Session) -> Words:
    """Lay out who is there for what; beside one or two names nothing is called missing."""
    if len(around(session)) >= MANY_GIVE:
        return _coverage_lines(session, list(SUPPORT))
    there = [letter for letter, people in coverage(session).items() if people]
    return paragraphs(_coverage_lines(session, there), _("One good contact is already a lot."))


def _coverage_lines(session: Session, letters: list[str]) -> Words:
    covered = coverage(session)
    return lines(
        *(_("• {support}: {names}", support=SUPPORT[letter], names=_named(covered[letter])) for letter in letters)
    )


def _named(people: list[Person]) -> Words:
    return Listing(tuple(Typed(each.name) for each in people[:MAX_NAMES])) if people else _("no name yet")


def _observed(session: Session) -> Iterator[Words]:
    yield from _practical(session)
    yield from _carrying(session)
    yield from _one_shoulder(session)
    yield from _variety(session)
    yield from _energy(session)
    yield from _wishes(session)
    yield from _from_afar(session)


def _practical(session: Session) -> Iterator[Words]:
    if practical_empty(session):
        yield _("Several people stand by you. For practical things I see no name yet.")


def _carrying(session: Session) -> Iterator[Words]:
    for each in around(session):
        if tasks_carried(session, each) > MAX_TASKS_EACH:
            yield _("{name} does several things already.", name=to_carer(each.name))


def _one_shoulder(session: Session) -> Iterator[Words]:
    given = [people for people in coverage(session).values() if people]
    everyone = {each.name for people in given for each in people}
    if len(given) > 1 and len(everyone) == 1 and len(around(session)) > 1:
        yield _("All that you told me comes from {name}.", name=to_carer(everyone.pop()))


def _variety(session: Session) -> Iterator[Words]:
    relations = {each.relation for each in around(session)} - {""}
    if len(around(session)) < MANY_GIVE or any(not each.relation for each in around(session)):
        return
    if relations == {"professional"}:
        yield _("All names are people who come for their work or as a volunteer.")
    elif relations <= FAMILY:
        yield _("All names are family. Somebody from outside sometimes brings something different.")
    elif relations <= {*FAMILY, "professional"}:
        yield _("I see family and care workers. A neighbour or friend sometimes brings something different.")


def _energy(session: Session) -> Iterator[Words]:
    if found := costing(session):
        names = Listing(tuple(to_carer(each.name) for each in found[:MAX_NAMES]))
        yield _("Contact with {names} costs you energy. You need not ask there.", names=names)


def _from_afar(session: Session) -> Iterator[Words]:
    for each in around(session):
        if each.near == "far" and (able := [label for code in each.can if (label := can(code))]):
            yield _(
                "{name} can do something from far away: {what}.", name=to_carer(each.name), what=Listing(tuple(able))
            )


def _wishes(session: Session) -> Iterator[Words]:
    for wish in wishes(session):
        if not proposals(session, wish):
            yield _("For “{what}” I see nobody yet. That can come from outside as well.", what=name_of(wish))
