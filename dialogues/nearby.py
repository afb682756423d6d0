"""Nearby: where the carer lives and where the cared-for person does, and what was found there.

The two are kept apart: support for the carer is where the carer lives; help with tasks, and the
municipality that decides on it, where the cared-for person does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dialogues.effects import CountService, Effect, FindServices
from dialogues.inputs import FoundService, Place
from dialogues.needs import NAMES, needs
from dialogues.people import about
from dialogues.script import Option
from dialogues.session import Session
from dialogues.words import Fact, Typed, Words, lines

OWN, CARED = "support.place", "support.cared_place"
"""Where in the answers the carer's place stands, and the cared-for person's."""

AT_ONCE = 3
"""Services that are shown at a time: more is a list to work through."""

TOGETHER = frozenset({"partner", "child"})
"""Who mostly lives in the same place as the carer, so that it needs no asking."""

LABEL = 24


def candidates(session: Session, slot: str) -> list[dict[str, str]]:
    """Give the municipalities among which to choose."""
    found: list[dict[str, str]] = session.answers.get(f"{slot}s", [])
    return found


def place(session: Session, slot: str = OWN) -> dict[str, str]:
    """Give the place that was told, or nothing."""
    found: dict[str, str] = session.answers.get(slot) or {}
    return found


def cared_place(session: Session) -> dict[str, str]:
    """Give where the cared-for person lives, as far as it is known."""
    return place(session, CARED) or place(session)


def keeping(slot: str) -> Callable[[Session, Any], None]:
    """Make what keeps the municipality for a slot, or those among which to choose."""

    def keep(session: Session, found: Any) -> None:
        if isinstance(found, tuple):
            session.answers.pop(slot, None)
            places = [_stored(each) for each in found]
            session.answers |= {f"{slot}s": places, "support.looked_up": True, "support.from": 0}
            if len(places) == 1:
                session.answers[slot] = places[0]

    return keep


def keeping_which(slot: str) -> Callable[[Session, Any], None]:
    """Make what keeps the municipality that was meant."""

    def keep(session: Session, answer: Any) -> None:
        if answer is not None:
            session.answers[slot] = candidates(session, slot)[int(str(answer)[1:])]

    return keep


def offering(slot: str) -> Callable[[Session], tuple[Option, ...]]:
    """Make what offers the municipalities that it may be."""

    def offer(session: Session) -> tuple[Option, ...]:
        found = candidates(session, slot)
        return tuple(Option(f"p{index}", Typed(_label(each))) for index, each in enumerate(found))

    return offer


def several(session: Session) -> bool:
    """What the carer typed or sent fits more than one municipality."""
    return not place(session) and len(candidates(session, OWN)) > 1


def several_for_cared(session: Session) -> bool:
    """The cared-for person's place fits more than one municipality."""
    return not place(session, CARED) and len(candidates(session, CARED)) > 1


def may_live_apart(session: Session) -> bool:
    """The cared-for person may live elsewhere; of a partner or child, and with young people, that is not asked."""
    together = session.young or session.answers.get("welcome.whom") in {*TOGETHER, None}
    return bool(place(session)) and not together and not session.answers.get("support.where")


def _stored(found: Place) -> dict[str, str]:
    return {"code": found.code, "name": found.name, "country": found.country, "province": found.province}


def _label(found: dict[str, str]) -> str:
    name = found["name"].partition(" (")[0]
    return f"{name} ({found['province'] or found['country']})"


# --- what was found -------------------------------------------------------------------------------


def search(session: Session) -> FindServices | None:
    """Give what has to be looked up; nothing when it was looked up for just this already."""
    steunpunt = str(session.answers.get("steunpunt", ""))
    if not place(session) and not steunpunt:
        return None
    known = about(session)
    wanted = FindServices(
        place=place(session).get("code", ""),
        cared_place=cared_place(session).get("code", ""),
        country=known["country"],
        kinds=tuple(need.kind for need in needs(session)),
        age=known["age"],
        language=session.language,
        steunpunt=steunpunt,
    )
    return None if session.answers.get("support.searched") == _key(wanted) else wanted


def keep_found(session: Session, services: tuple[FoundService, ...]) -> None:
    """Keep what was found, and for which search; a new search is shown from its beginning."""
    wanted = search(session)
    if wanted is None:
        return
    found = [{"id": each.id, "name": each.name, "kind": each.kind} for each in services]
    session.answers |= {"support.found": found, "support.searched": _key(wanted), "support.from": 0}


def found(session: Session) -> list[dict[str, str]]:
    """Give all services that were found."""
    services: list[dict[str, str]] = session.answers.get("support.found", [])
    return services


def shown(session: Session) -> list[dict[str, str]]:
    """Give the services that are shown now."""
    first = int(session.answers.get("support.from", 0))
    return found(session)[first : first + AT_ONCE]


def has_found(session: Session) -> bool:
    """There is at least one service to show."""
    return bool(found(session))


def has_more(session: Session) -> bool:
    """There are services that were not shown yet."""
    return int(session.answers.get("support.from", 0)) + AT_ONCE < len(found(session))


def show_more(session: Session) -> None:
    """Go on to the next services."""
    session.answers["support.from"] = int(session.answers.get("support.from", 0)) + AT_ONCE


def pointed_to(session: Session) -> list[Effect]:
    """Count each service once that this person is pointed to."""
    known: list[str] = session.answers.get("support.pointed", [])
    fresh = [each["id"] for each in shown(session) if each["id"] not in known]
    if fresh:
        session.answers["support.pointed"] = [*known, *fresh]
    return [CountService(each, "pointed") for each in fresh]


def why(session: Session, kind: str) -> Words:
    """Say why a service is shown, or else what kind it is."""
    return next((need.why for need in needs(session) if need.kind == kind), NAMES[kind])


def own_steunpunt(session: Session) -> Words | None:
    """Tell how to reach the support centre whose link was used, if one was."""
    code = session.answers.get("steunpunt")
    service = {"id": f"steunpunt-{code}"}
    return lines(Fact("service_name", service), Fact("service", service)) if code else None


def named(session: Session) -> tuple[Option, ...]:
    """Offer the services that were shown, by name."""
    first = int(session.answers.get("support.from", 0))
    seen = found(session)[: first + AT_ONCE]
    return tuple(Option(f"s{index}", Typed(each["name"][:LABEL])) for index, each in enumerate(seen))


def _key(wanted: FindServices) -> str:
    parts = (wanted.place, wanted.cared_place, wanted.country, *wanted.kinds, wanted.age, wanted.language)
    return "|".join((*parts, wanted.steunpunt))
