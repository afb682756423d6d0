"""The glossary of a language: its letters, its terms, its forms of address, and what it never says.

It stands in ``locales/<language>/glossary.toml``; the check of the catalogs holds every message to it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from bot.words import LOCALES

SECTIONS = {"scripts", "terms", "address", "never", "latin"}
LATIN = "Latin"

_NAMES = re.compile(r"\{\w*\}|/\w+|https?://\S+|\b[A-Z]{1,6}\b|\b\d[\w.]*")
"""What stands in Latin letters in every language: placeholders, commands, addresses, abbreviations."""


@dataclass(frozen=True)
class Glossary:
    """What stays the same throughout a language."""

    language: str
    scripts: frozenset[str]
    terms: dict[str, tuple[str, ...]]
    polite: frozenset[str]
    young_never: tuple[str, ...]
    never: dict[str, str]
    latin: frozenset[str]

    @cached_property
    def not_for_young_people(self) -> re.Pattern[str]:
        """What must not be said to young people: the polite forms, and words of adults."""
        words = "|".join((*map(re.escape, sorted(self.polite)), *self.young_never))
        return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?!\w)", re.IGNORECASE)

    def wrong_terms(self, english: str, said: str) -> Iterator[str]:
        """Name the terms of the English that are called otherwise here."""
        for term, wanted in self.terms.items():
            named = re.search(rf"\b{re.escape(term)}", english, re.IGNORECASE)
            if named and not any(each.casefold() in said.casefold() for each in wanted):
                yield f"“{term}” is called {' or '.join(wanted)} here"

    def never_said(self, said: str) -> Iterator[str]:
        """Name the words that are not said in this language, and why."""
        for word, why in self.never.items():
            if re.search(rf"(?<!\w){re.escape(word)}", said, re.IGNORECASE):
                yield f"“{word}” is not said: {why}"

    def foreign_letters(self, english: str, dutch: str, said: str) -> Iterator[str]:
        """Name the words in letters of another script; names of services and what the English has too aside."""
        for word in re.findall(r"[^\W\d_]+", _NAMES.sub(" ", said)):
            script = script_of(word)
            if script in self.scripts or (script == LATIN and self._is_name(word, f"{english} {dutch}")):
                continue
            yield f"“{word}” is in {script} letters"

    def _is_name(self, word: str, beside: str) -> bool:
        kept = f"{beside} {' '.join(each for several in self.terms.values() for each in several)}"
        return word in self.latin or bool(re.search(rf"\b{re.escape(word)}", kept, re.IGNORECASE))


def script_of(word: str) -> str:
    """Name the script of the first letter of a word: Latin, Arabic, Cyrillic ..."""
    name = unicodedata.name(word[0], "UNKNOWN")
    return name.split()[0].capitalize()


def read(language: str, toml: str) -> Glossary:
    """Read a glossary; a ValueError says which section is unknown or lacks."""
    raw: dict[str, Any] = tomllib.loads(toml)
    if wrong := ", ".join(sorted(raw.keys() - SECTIONS)):
        raise ValueError(f"glossary of {language}: unknown: {wrong}")
    if not raw.get("scripts"):
        raise ValueError(f"glossary of {language}: scripts are missing")
    address = raw.get("address", {})
    return Glossary(
        language,
        frozenset(raw["scripts"]),
        {term: tuple(words) for term, words in raw.get("terms", {}).items()},
        frozenset(address.get("polite", ())),
        tuple(address.get("young_never", ())),
        raw.get("never", {}),
        frozenset(raw.get("latin", ())),
    )


@cache
def glossary(language: str) -> Glossary:
    """Give the glossary of a language, read once."""
    return read(language, (LOCALES / language / "glossary.toml").read_text(encoding="utf-8"))
