"""What has changed around the carer since an earlier look, in words: new, gone, nearer, further, helping."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dialogues.people import CIRCLES, around, to_carer
from dialogues.session import Person, Session
from dialogues.words import Listing, Typed, Words, _, count, lines, paragraphs

WEEK = 7
"""Days after which a look at the map is a later one."""

MAX_LOOKS = 3
"""Earlier maps that are kept: enough to compare with, and small."""

KEPT = "network.looks"


def remember_map(session: Session) -> None:
    """Keep how the map stands today; at most one a week, and of one day the last."""
    looks, today = list(session.answers.get(KEPT, [])), session.heard_at[:10]
    if not today:
        return
    if looks and looks[-1]["on"] == today:
        looks.pop()
    if not looks or _days(looks[-1], today) >= WEEK:
        look = {"on": today, "people": {each.name: _kept(each) for each in around(session)}}
        session.answers[KEPT] = [*looks, look][-MAX_LOOKS:]


def _kept(person: Person) -> dict[str, Any]:
    return {"circle": person.circle, "helps": person.helps[:], "line": person.line}


def _days(look: dict[str, Any], today: str) -> int:
    return (date.fromisoformat(today) - date.fromisoformat(look["on"])).days


def earlier_look(session: Session) -> dict[str, Any] | None:
    """Give the last look that is at least a week ago."""
    today = session.heard_at[:10]
    looks = [each for each in session.answers.get(KEPT, []) if today and _days(each, today) >= WEEK]
    return looks[-1] if looks else None


def has_changed(session: Session) -> bool:
    """There is an earlier look to compare with."""
    return earlier_look(session) is not None


def what_changed(session: Session) -> Words:
    """Tell the differences with the earlier look; that nothing changed is fine too."""
    look = earlier_look(session)
    if look is None:
        return _("This is the first time that we look.")
    weeks = _days(look, session.heard_at[:10]) // WEEK
    since = count("We looked together {number} week ago.", "We looked together {number} weeks ago.", weeks)
    told = list(_differences(look["people"], around(session)))
    return paragraphs(since, lines(*told) if told else _("The map is the same. That is fine too."))


def _differences(before: dict[str, Any], now: list[Person]) -> Iterator[Words]:
    names = {each.name for each in now}
    if new := [each.name for each in now if each.name not in before]:
        yield _("• New: {names}", names=_listed(new))
    if gone := [name for name in before if name not in names]:
        yield _("• No longer on the map: {names}", names=_listed(gone))
    for person in now:
        yield from _changes_of(person, before.get(person.name))


def _changes_of(person: Person, before: dict[str, Any] | None) -> Iterator[Words]:
    if before is None:
        return
    order, name = [*CIRCLES, ""], to_carer(person.name)
    if person.circle != before["circle"] and "" not in {person.circle, before["circle"]}:
        nearer = order.index(person.circle) < order.index(before["circle"])
        yield _("• {name} has come nearer.", name=name) if nearer else _("• {name} stands further away.", name=name)
    if new := [each for each in person.helps if each not in before["helps"]]:
        yield _("• {name} now helps with {what}.", name=name, what=_listed(new))


def _listed(words: list[str]) -> Words:
    return Listing(tuple(map(Typed, words)))
