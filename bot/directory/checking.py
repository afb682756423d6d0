"""Checking the directory: what is old, what can't be called, and where nobody is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import phonenumbers

from bot.directory.gazetteer import gazetteer
from bot.directory.hsds import CERTAIN, Service
from bot.directory.services import Directory
from dialogues.needs import BY_AREA, BY_TASK_KIND

YEAR = timedelta(days=365)
SHORT = 6
"""Digits up to which a number is a short one, such as 14 030 or 1813, which the library does not know."""

WANTED = frozenset(kind for kinds in (*BY_AREA.values(), *BY_TASK_KIND.values()) for kind in kinds)
"""Kinds to which the talk leads."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why somebody should look at an entry: wrong, never, uncertain, old or number, and what goes with it."""

    kind: str
    about: str = ""


def problems(directory: Directory, today: date, called_wrong: Mapping[str, str] | None = None) -> Iterator[str]:
    """Tell what somebody should look at, a line each; ``called_wrong`` gives services with the month of the word."""
    for each in directory.services.values():
        found = doubts(each, today, called_wrong or {})
        yield from (f"{each.name} ({each.id}): {TOLD[doubt.kind].format(doubt.about)}" for doubt in found)
    held = {kind for each in directory.services.values() for kind in each.kinds}
    yield from (f"No entry is of the kind {kind}." for kind in sorted(WANTED - held))
    helped = {area for each in directory.services.values() if "steunpunt" in each.kinds for area in each.extents}
    without = [each.name for code, each in gazetteer().municipalities.items() if code not in helped]
    if without:
        yield f"{len(without)} municipalities have no steunpunt in the directory."


TOLD = {
    "wrong": "somebody said in {} that the number is wrong",
    "never": "never checked",
    "uncertain": "checked on {}, so no longer shown as certain",
    "old": "checked on {}, more than twelve months ago",
    "number": "the number {} is not right",
}


def doubts(service: Service, today: date, called_wrong: Mapping[str, str]) -> Iterator[Doubt]:
    """Give every reason to look at an entry; a word of its own month counts after a check too."""
    day, month = service.assured_date, called_wrong.get(service.id, "")
    if month and (day is None or month >= f"{day:%Y-%m}"):
        yield Doubt("wrong", month)
    if day is None:
        yield Doubt("never")
    elif today - day > YEAR:
        yield Doubt("uncertain" if today - day > CERTAIN else "old", f"{day}")
    yield from (Doubt("number", each.number) for each in service.phones if not callable_(each.number))


def lacking(directory: Directory, municipalities: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the kinds to which the talk leads, each with those of the municipalities in which nobody is known."""
    wanted, found = (*sorted(WANTED), "steunpunt", "young"), {}
    for kind in wanted:
        held = {
            area
            for each in directory.services.values()
            if kind in each.kinds and each.status == "active"
            for area in each.extents
        }
        without = (code for code in municipalities if not held & {code, gazetteer().municipalities[code].country})
        if names := tuple(gazetteer().municipalities[code].name for code in without):
            found[kind] = names
    return found


def callable_(number: str, countries: tuple[str, ...] = ("NL", "BE")) -> bool:
    """Tell whether a number can exist in one of our countries."""
    if len([each for each in number if each.isdigit()]) <= SHORT:
        return True
    return any(_is_valid(number, country) for country in countries)


def _is_valid(number: str, country: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(number, country))
    except phonenumbers.NumberParseException:
        return False
