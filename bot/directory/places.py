"""Which municipality someone means: by postcode, by name, or by a name with a small typo."""

from __future__ import annotations

from bot.directory.gazetteer import Found, Municipality, gazetteer
from bot.directory.names import close_to, named, narrowed, unknown
from bot.directory.postcodes import Postcode, postcode_in
from bot.directory.spelling import Span, key, tokens
from dialogues.inputs import Place

__all__ = ["Municipality", "find_places", "municipality"]

_MOST = 6
_LONGEST_TEXT = 400
_FEW_WORDS = 2


def municipality(code: str) -> Municipality | None:
    """Give a municipality by its register code (GM1234 or NIS), or None when there is none."""
    return gazetteer().municipalities.get(code)


def find_places(query: str) -> tuple[Place, ...]:
    """Find the municipalities that a postcode or a place name may mean.

    The best come first, equals by name; at most six. Nothing is guessed: a name or a postcode that
    lies in several municipalities gives them all, an unknown one gives an empty tuple.
    """
    words = tokens(query) if len(query) <= _LONGEST_TEXT else ()
    found = _found(words)
    best = sorted(found, key=lambda code: (found[code], key(gazetteer().municipalities[code].name), code))
    return tuple(_place(code) for code in best[:_MOST])


def _found(words: Span) -> Found:
    postcode = postcode_in(words)
    if postcode and (found := _at(postcode)):
        return found
    rest = postcode.rest if postcode else words
    return named(rest) or close_to(rest)


def _at(postcode: Postcode) -> Found:
    found, also = postcode.found(), named(postcode.rest)
    if both := {code: found[code] for code in found if code in also}:
        return both
    if not also and len(unknown(postcode.rest)) > _FEW_WORDS:
        return {}
    return narrowed(also | found, postcode.rest)


def _place(code: str) -> Place:
    known = gazetteer().municipalities[code]
    return Place(known.code, known.name, known.country, known.province)
