"""Every municipality, name and postcode that the directory knows, indexed for looking up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.directory import shelf
from bot.directory.spelling import compact, first_part, key, vocabulary, without_region

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = dict[str, int]
"""Municipality codes with how far each is from what was meant; 0 is nearest."""

OWN, _WITHIN, _SHORT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality and how to reach it.

    ``code`` is the CBS code (GM and four digits) or the Belgian NIS code, ``phone`` as written in
    the Register van Overheidsorganisaties (export of April 2026), ``website`` an address with
    its scheme. Belgian ones have neither: the Statbel table has names and codes only.
    """

    code: str
    name: str
    country: str
    province: str
    phone: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Municipalities by code; codes by the key of a name; codes by postcode, for each country."""

    municipalities: dict[str, Municipality]
    names: dict[str, Found]
    postcodes: dict[str, dict[str, Found]]
    hints: dict[str, frozenset[str]]


@cache
def gazetteer() -> Gazetteer:
    """Load the whole gazetteer, once."""
    municipalities = {each.code: each for each in (*_dutch(), *_belgian())}
    return Gazetteer(
        municipalities=municipalities,
        names=_names(municipalities),
        postcodes={"NL": _postcodes("nl_postcodes.csv"), "BE": _postcodes("be_postcodes.csv")},
        hints={each.code: _hints(each) for each in municipalities.values()},
    )


def _dutch() -> Iterator[Municipality]:
    for row in shelf.rows("nl_municipalities.csv"):
        yield Municipality(country="NL", **row)


def _belgian() -> Iterator[Municipality]:
    for row in shelf.rows("be_postcodes.csv"):
        yield Municipality(row["code"], row["municipality"], "BE", row["province"])


def _postcodes(file: str) -> dict[str, Found]:
    found: dict[str, Found] = defaultdict(dict)
    for row in shelf.rows(file):
        found[row["postcode"]][row["code"]] = OWN
    return dict(found)


def _names(municipalities: dict[str, Municipality]) -> dict[str, Found]:
    names: dict[str, Found] = defaultdict(dict)
    for name, code, rank in _all_names(municipalities):
        for written in {name, compact(name)}:
            names[written][code] = min(rank, names[written].get(code, rank))
    return dict(names)


def _all_names(municipalities: dict[str, Municipality]) -> Iterator[tuple[str, str, int]]:
    yield from _municipal_names(municipalities)
    for row in shelf.rows("nl_places.csv"):
        yield from _place_names(row["place"], municipalities[row["code"]])
    for code, spoken in shelf.mapping("aliases.json").items():
        yield from ((key(name), code, _WITHIN) for name in spoken)


def _municipal_names(municipalities: dict[str, Municipality]) -> Iterator[tuple[str, str, int]]:
    for each in municipalities.values():
        for name in {each.name, each.name.partition(" (")[0]}:
            yield from _ranked(name, each.code, OWN)


def _place_names(place: str, within: Municipality) -> Iterator[tuple[str, str, int]]:
    for name in {place, without_region(place, within.name)}:
        yield from _ranked(name, within.code, _WITHIN)


def _ranked(name: str, code: str, rank: int) -> Iterator[tuple[str, str, int]]:
    yield key(name), code, rank
    if short := first_part(key(name)):
        yield short, code, _SHORT


def _hints(municipality: Municipality) -> frozenset[str]:
    words = vocabulary()
    told = words.provinces[municipality.province] | words.countries[municipality.country]
    return told | {key(municipality.name)}
