"""Postcodes in what someone typed: "3511 AB" is Dutch, "B-9000" Belgian, "9000" may be both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.directory.gazetteer import Found, gazetteer
from bot.directory.spelling import Span, vocabulary

_WRITTEN = re.compile(r"(b|be|nl)?([1-9][0-9]{3})([a-z]{2})?")
_LETTERS = re.compile(r"[a-z]{2}")
_PREFIXES = {"b": "BE", "be": "BE", "nl": "NL"}


@dataclass(frozen=True, slots=True)
class Postcode:
    """A postcode as it stands in a text: its digits, its country or "", and the words around it."""

    digits: str
    country: str
    rest: Span

    def found(self) -> Found:
        """Give the municipalities of this postcode, in both countries when the country is open."""
        countries = gazetteer().postcodes
        asked = [self.country] if self.country else list(countries)
        return {code: rank for each in asked for code, rank in countries[each].get(self.digits, {}).items()}


def postcode_in(words: Span) -> Postcode | None:
    """Find the first postcode in a text, or None; a year or a sum of money is none."""
    for position, token in enumerate(words):
        written = _WRITTEN.fullmatch(token.word)
        if written and not _is_amount(words, position):
            return _read(written, words[:position], words[position + 1 :])
    return None


def _is_amount(words: Span, position: int) -> bool:
    beside = words[max(position - 1, 0) : position + 2]
    return any(token.word in vocabulary().no_postcode for token in beside)


def _read(written: re.Match[str], before: Span, after: Span) -> Postcode:
    prefix, digits, letters = written.groups()
    if not prefix and before and before[-1].word in _PREFIXES:
        prefix, before = before[-1].word, before[:-1]
    if not letters and after and _are_letters(after[0].word):
        letters, after = after[0].word, after[1:]
    country = "NL" if letters else _PREFIXES.get(prefix or "", "")
    return Postcode(digits, country, before + after)


def _are_letters(word: str) -> bool:
    said_often = vocabulary().around | _PREFIXES.keys()
    return bool(_LETTERS.fullmatch(word)) and word not in said_often
