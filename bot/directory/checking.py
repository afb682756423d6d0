"""Checking the directory: what is old, what can't be called, and where nobody is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def problems(directory: Directory, today: date, called_wrong: Mapping[str, str] | None = None) -> Iterator[str]:
    """Tell what somebody should look at, a line each; ``called_wrong`` gives services with the month of the word."""
    for each in directory.services.values():
        month = (called_wrong or {}).get(each.id, "")
        if month and (each.assured_date is None or month >= f"{each.assured_date:%Y-%m}"):
            yield f"{each.name} ({each.id}): somebody said in {month} that the number is wrong"
        yield from (f"{each.name} ({each.id}): {told}" for told in _of_one(each, today))
    held = {kind for each in directory.services.values() for kind in each.kinds}
    yield from (f"No entry is of the kind {kind}." for kind in sorted(WANTED - held))
    helped = {area for each in directory.services.values() if "steunpunt" in each.kinds for area in each.extents}
    without = [each.name for code, each in gazetteer().municipalities.items() if code not in helped]
    if without:
        yield f"{len(without)} municipalities have no steunpunt in the directory."


def _of_one(service: Service, today: date) -> Iterator[str]:
    if service.assured_date is None:
        yield "never checked"
    elif today - service.assured_date > CERTAIN:
        yield f"checked on {service.assured_date}, so no longer shown as certain"
    elif today - service.assured_date > YEAR:
        yield f"checked on {service.assured_date}, more than twelve months ago"
    yield from (f"the number {each.number} is not right" for each in service.phones if not callable_(each.number))


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
