"""The one table of helplines: who they are for, when they are open, and when they were checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any

from bot.directory import shelf
from bot.directory.opening import Hours, hours

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = (
    "suicide",
    "violence",
    "child_safety",
    "harm_to_cared_for",
    "emergency",
    "medical",
    "need",
    "talk",
    "carer",
    "dementia",
    "mental_health",
    "money_law",
)
COUNTRIES = ("NL", "BE")
AGES = {"under16": (0, 15), "16to24": (16, 24), "25plus": (25, 150)}

_FRESH = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Helpline:
    """A helpline as the chat may show it.

    ``phones`` is empty unless the line was checked and its confidence is high. ``hours`` and
    ``chat_hours`` are None when they are not known; ``roughly`` then says "weekdays",
    "out_of_hours" (evenings, nights, weekends) or nothing. ``cost`` is "free", "usual" (usual
    call charges), "free_0800" (sure of the 0800 number only) or "" for not known. Ages are in
    years, both included. ``checked`` is the newest day on which a source checked it, or None.
    ``kinds`` are the needs that lead to it; ``only_for`` the languages for whose speakers it is.
    """

    id: str
    country: str
    name: str
    url: str
    audience: str
    confidence: str
    phones: tuple[str, ...] = ()
    hours: Hours | None = None
    roughly: str = ""
    chat: str = ""
    chat_hours: Hours | None = None
    cost: str = ""
    languages: tuple[str, ...] = ()
    only_for: frozenset[str] = frozenset()
    min_age: int = 0
    max_age: int = 150
    checked: date | None = None
    sources: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()

    def is_for(self, age: str, language: str) -> bool:
        """Tell whether someone of an age group ("" for any) and a language should see it."""
        youngest, oldest = AGES.get(age, (0, 150))
        spoken = language.partition("-")[0].partition("_")[0].partition("@")[0].lower()
        foreign = "*" in self.only_for and spoken not in {"", "nl"}
        meant = not self.only_for or foreign or spoken in self.only_for
        return meant and self.min_age <= oldest and youngest <= self.max_age


def helplines() -> tuple[Helpline, ...]:
    """Give every helpline that may be shown, in the order of the table."""
    return tuple(_table().values())


def helpline(identity: str) -> Helpline | None:
    """Give one helpline by its id, or None when there is none to show."""
    return _table().get(identity)


def reviewed() -> date:
    """Give the day on which the whole table was last gone through."""
    day: date = _file()["reviewed"]
    return day


def fitting(kind: str, country: str, age: str, language: str = "") -> tuple[Helpline, ...]:
    """Give the lines for a need, the right one first.

    ``kind`` is one of KINDS, ``country`` NL, BE or "" (both in turn, the Dutch one first), ``age``
    a key of AGES or "", ``language`` an IETF tag. Raises KeyError for another kind or country.
    """
    asked = (country,) if country else COUNTRIES
    routes = [_route(_file()["fitting"][kind], each, age) for each in asked]
    lines = [_table()[identity] for identity in chain(*zip_longest(*routes)) if identity]
    return _once(line for line in lines if line.is_for(age, language))


def open_at(line: Helpline, moment: datetime, *, chat: bool = False) -> bool | None:
    """Tell whether the phone (or chat) is open; None when not known. ValueError without time zone."""
    known = line.chat_hours if chat else line.hours
    return known.open_at(moment) if known else None


def next_opening(line: Helpline, moment: datetime, *, chat: bool = False) -> datetime | None:
    """Give the first opening after a moment in the line's local time; None if unknown or always open."""
    known = line.chat_hours if chat else line.hours
    return known.next_opening(moment) if known else None


def stale(today: date) -> tuple[Helpline, ...]:
    """Give the shown lines that nobody checked in the twelve months before today, or ever."""
    return tuple(line for line in helplines() if line.checked is None or today - line.checked > _FRESH)


@cache
def _file() -> dict[str, Any]:
    return shelf.table("helplines.toml")


@cache
def _table() -> dict[str, Helpline]:
    lines = (_line(dict(told)) for told in _file()["line"])
    return {line.id: line for line in lines if line.confidence != "low"}


def _line(told: dict[str, Any]) -> Helpline:
    shut = told.pop("closed_on_holidays", False)
    for which in {"hours", "chat_hours"} & told.keys():
        told[which] = hours(told[which], told["country"], closed_on_holidays=shut)
    told["sources"] = tuple(_file()["sources"][letter] for letter in told["sources"])
    told["phones"] = tuple(told.get("phones", ())) if _is_sure(told) else ()
    told["languages"] = tuple(told.get("languages", ()))
    told["only_for"] = frozenset(told.get("only_for", ()))
    return Helpline(**told, kinds=_kinds(told["id"]))


def _is_sure(told: dict[str, Any]) -> bool:
    return told["confidence"] == "high" and "checked" in told


def _kinds(identity: str) -> frozenset[str]:
    routes = _file()["fitting"].items()
    return frozenset(kind for kind, lists in routes if any(identity in each for each in lists.values()))


def _route(lists: dict[str, list[str]], country: str, age: str) -> list[str]:
    return lists.get(f"{country}_{age}", lists[country])


def _once(lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    # Both countries have 112: one number is shown once.
    first: dict[tuple[str, ...], Helpline] = {}
    for line in lines:
        first.setdefault(line.phones or (line.id,), line)
    return tuple(first.values())
