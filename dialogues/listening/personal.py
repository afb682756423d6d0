"""What in a text points to one person from outside the talk, so that we can ask whether to leave it out.

Others are known by a nickname here (design.md section 3, promise 9). What is noticed is a question to
the person, never a verdict: only what is rather sure counts, above all with surnames.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dialogues.listening import addresses, contacts, surnames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Finder = Callable[[str], Iterator[tuple[int, int]]]

KINDS = ("email", "link", "iban", "phone", "bsn", "address", "surname")
"""What can be found."""

_NOTHING = ""
"""The kind of what only looks like something personal: a date, an ordinary web page, a helpline's number."""

_FINDERS: tuple[tuple[str, Finder], ...] = (
    ("email", contacts.emails),
    ("link", contacts.links),
    (_NOTHING, contacts.pages),
    ("iban", contacts.ibans),
    ("bsn", contacts.register_numbers),
    (_NOTHING, contacts.no_numbers),
    ("phone", contacts.phones),
    ("bsn", contacts.bsns),
    ("phone", contacts.belgian_phones),
    ("address", addresses.postcodes),
    ("address", addresses.streets),
    ("surname", surnames.surnames),
)
"""In this order: what one has found is covered for the next."""

_NEED_NO_DIGIT = frozenset({contacts.emails, contacts.links, contacts.pages, surnames.surnames})
"""All others find numbers: most texts have none, and are spared the search."""

_LONGEST = 4
"""A sign that stands for more than these (a whole blessing in one) is left as it is."""

_COVER = "￼"
"""Stands where something was found: no letter, no digit, no space."""

_OPEN, _CLOSE = "([<{\"'“‘«", ")]>}\"'”’»"
_MOST_PAIRS = 3
_LEADING = ",;:.-–—/&"
_TRAILING = ",;:-–—/&"
_ENDS_A_PART = ",;:.!?)"


@dataclass(frozen=True, slots=True)
class Found:
    """Something personal of ``kind`` (one of ``KINDS``) at ``text[begin:end]``."""

    kind: str
    begin: int
    end: int


class _Plain(NamedTuple):
    """A text without marks and with plain digits, spaces and quotes; ``places`` leads each sign back."""

    signs: str
    places: list[int]


def personal(text: str) -> tuple[Found, ...]:
    """Return what is personal in ``text``: in order, never overlapping; time linear in the length."""
    signs, places = _plain(text)
    spans: list[tuple[int, int, str]] = []
    has_digits = any(map(str.isdigit, signs))
    for kind, find in _FINDERS:
        if not has_digits and find not in _NEED_NO_DIGIT:
            continue
        found = list(find(signs))
        signs = _covered(signs, found)
        spans.extend((begin, end, kind) for begin, end in found if kind)
    return tuple(_placed(text, places, sorted(spans)))


def without(text: str, found: Iterable[Found]) -> str:
    """Return ``text`` without what was found, and without the spaces and punctuation that leaves behind."""
    kept, place, loose = "", 0, False
    for each in sorted(found, key=lambda each: each.begin):
        part = text[place : each.begin]
        kept = _joined(kept, part) if loose else kept + part
        place, loose = max(place, each.end), True
    return _joined(kept, text[place:], last=True) if loose else text


def _plain(text: str) -> _Plain:
    parts = [_plain_sign(sign) for sign in text]
    return _Plain("".join(parts), [place for place, part in enumerate(parts) for _ in part])


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(map(_plain_part, parts if len(parts) <= _LONGEST else sign))


def _plain_part(part: str) -> str:
    category = unicodedata.category(part)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(part))
    if category == "Zs" or part == "\t":
        return " "
    if category == "Pd" or part == "−":
        return "-"
    return "'" if part in "’‘ʼ`´" else part


def _covered(signs: str, found: list[tuple[int, int]]) -> str:
    parts, place = [], 0
    for begin, end in found:
        parts += [signs[place:begin], _COVER * (end - begin)]
        place = end
    return "".join([*parts, signs[place:]])


def _placed(text: str, places: list[int], spans: list[tuple[int, int, str]]) -> Iterator[Found]:
    """Lead spans back to the text; a sign that was written out in several is given to the first."""
    last = 0
    for first, after, kind in spans:
        begin, end = max(places[first], last), _with_marks(text, places[after - 1] + 1)
        if begin < end:
            yield Found(kind, begin, end)
            last = end


def _with_marks(text: str, end: int) -> int:
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _joined(left: str, right: str, *, last: bool = False) -> str:
    """Join what stood on both sides of a part left out."""
    before, after = left.rstrip(" \t\u00a0"), right.lstrip(" \t\u00a0")
    spaced = (before, after) != (left, right)
    for _ in range(_MOST_PAIRS):
        if not _is_pair(before, after):
            break
        spaced = spaced or before[:-1] != before[:-1].rstrip(" ") or after[1:] != after[1:].lstrip(" ")
        before, after = before[:-1].rstrip(" "), after[1:].lstrip(" ")
    if not before or before.endswith("\n"):
        return before + after.lstrip(_LEADING + " ")
    if (last and not after) or after.startswith(("\n", *_ENDS_A_PART)):
        return before.rstrip(_TRAILING + " ") + after
    return before + " " * (spaced and not before.endswith(tuple(_OPEN))) + after


def _is_pair(before: str, after: str) -> bool:
    return bool(before and after) and before[-1] in _OPEN and _CLOSE[_OPEN.index(before[-1])] == after[0]


def impersonal(text: str) -> str:
    """Leave out all that is noticed; again, when what stood around one part makes another."""
    while found := personal(text):
        text = without(text, found)
    return text
