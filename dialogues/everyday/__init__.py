"""Everyday words that are understood when somebody types them: amounts, who somebody is, where they live.

Each language has a file in ``words/``; what is understood is what stands in all of them together, because people
mix languages. In the lists under ``PATTERNS`` an item may be a regular expression; all others are plain words.
A language is added by adding a file; ``read`` refuses one that lacks a list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

PATTERNS: dict[str, frozenset[str]] = {
    "amounts": frozenset({"softeners", "never", "sometimes", "often", "out_of"}),
    "people": frozenset(
        {"fillers", "and", "aside", "sentence", "nobody", "all_said", "years", "lives", "at", "from", "too_much"}
        | {"near_body", "left_behind"}
    ),
    "near": frozenset({"far", "home", "street", "town"}),
}
"""Sections and lists of which an item may be a regular expression."""

PLAIN: dict[str, frozenset[str]] = {
    "in_short": frozenset(
        {"often", "sometimes", "never", "nobody", "nothing", "mother", "father", "brother", "sister", "grandparent"}
        | {"friend", "grown_up", "before"}
    ),
    "people": frozenset({"possessives", "articles", "of", "not_called", "surely_grown"}),
    "mine": frozenset(
        {"mother", "father", "husband", "wife", "brother", "sister", "son", "daughter", "grandmother", "grandfather"}
    ),
    "relations": frozenset(
        {"partner", "sibling", "parent", "child", "family", "neighbour", "friend", "colleague", "professional"}
    ),
}
"""Sections and lists of plain words, in lower case."""

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The lists of one language, by section and name."""


def read(language: str, toml: str) -> Tables:
    """Read the words of a language; a ValueError says which list lacks or is unknown."""
    found = {section: {name: tuple(each) for name, each in lists.items()} for section, lists in _parsed(toml)}
    for section in PATTERNS.keys() | PLAIN.keys():
        wanted = PATTERNS.get(section, frozenset()) | PLAIN.get(section, frozenset())
        if wrong := ", ".join(sorted(wanted.symmetric_difference(found.get(section, {})))):
            raise ValueError(f"everyday words of {language}: lists of [{section}] missing or unknown: {wrong}")
    return found


def _parsed(toml: str) -> list[tuple[str, dict[str, list[str]]]]:
    return list(tomllib.loads(toml).items())


@cache
def tables() -> Mapping[str, Tables]:
    """Give the lists of every language, read once; Dutch and English first, as most people here type those."""
    files = {
        file.name.removesuffix(".toml"): file
        for file in (resources.files("dialogues.everyday") / "words").iterdir()
        if file.name.endswith(".toml")
    }
    order = sorted(files, key=lambda code: (code != "nl", code != "en", code))
    return {code: read(code, files[code].read_text(encoding="utf-8")) for code in order}


def words(section: str, name: str) -> frozenset[str]:
    """Give the words of a list in every language."""
    return frozenset(word for each in tables().values() for word in each[section][name])


def one_of(section: str, name: str) -> str:
    """Give a regular expression for one item of a list in any language."""
    return "|".join(item for each in tables().values() for item in each[section][name])
