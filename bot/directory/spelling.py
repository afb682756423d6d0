"""How a place is written: case, accents, digits and abbreviations made alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from bot.directory import shelf

_ABBREVIATIONS = {"st": "sint", "saint": "sint", "sainte": "sint"}
_ALONG = re.compile(r"\baan (?:de|den|t)\b|\ba ?d ?n?\b(?= \w)")
_REGION_CODE = re.compile(r" (?:[A-Z]{2,3}|[AC][ac]|Rt|Rotterdam|Gem\.? .*)$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of what was typed: made alike, and whether it began with a capital."""

    word: str
    capital: bool


Span = tuple[Token, ...]
"""A text, or a piece of one, in words."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words around place names; see ``data/place_words.toml``."""

    around: frozenset[str]
    before: frozenset[str]
    ordinary: frozenset[str]
    no_postcode: frozenset[str]
    no_typo: frozenset[str]
    provinces: dict[str, frozenset[str]]
    countries: dict[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """Load the words around place names, made alike."""
    told = shelf.table("place_words.toml")
    return Vocabulary(
        around=_words(told["around"].split()),
        before=_words(told["before"].split()),
        ordinary=_words(told["ordinary"].split() + told["phrases"]),
        no_postcode=_words(told["no_postcode"].split()),
        no_typo=_words(told["no_typo"].split()),
        provinces={name: _words(written) for name, written in told["provinces"].items()},
        countries={code: _words(written) for code, written in told["countries"].items()},
    )


def tokens(text: str) -> Span:
    """Split a text into words of one spelling: no accents, Western digits, "Sint" for "St."."""
    plain = "".join(_letter(sign) for sign in unicodedata.normalize("NFKD", text))
    found = (Token(word.casefold(), word[0].isupper()) for word in re.findall(r"[^\W_]+", plain))
    return tuple(_spelled_out(token) for token in found)


def key(text: str) -> str:
    """Write a name so that all its spellings are alike: "'s-Gravenhage" is "s gravenhage"."""
    return joined(tokens(text))


def joined(words: Span) -> str:
    """Write tokens as one key; "a/d", "aan de" and "aan den" are the same."""
    return _ALONG.sub("aan den", " ".join(token.word for token in words))


def compact(name: str) -> str:
    """Write a key without its spaces: "denhaag"."""
    return name.replace(" ", "")


def without_region(place: str, municipality: str) -> str:
    """Take off what the register adds to a name that exists twice: "Haren GN" is "Haren"."""
    plain = _REGION_CODE.sub("", place)
    return plain.removesuffix(f" {municipality}") or plain


def first_part(name: str) -> str:
    """Give what people say of a long name: "Capelle" of "Capelle aan den IJssel", or nothing."""
    found = re.match(r"(\w{5,}) (?:aan|op|bij) ", name)
    return found[1] if found else ""


def _words(written: list[str]) -> frozenset[str]:
    return frozenset(key(word) for word in written)


def _letter(sign: str) -> str:
    if unicodedata.combining(sign):
        return ""
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign


def _spelled_out(token: Token) -> Token:
    whole = _ABBREVIATIONS.get(token.word, token.word)
    return Token(whole, token.capital)
