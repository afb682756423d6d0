"""Place names in what someone typed: as the whole answer, in a sentence, or with a small typo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory.gazetteer import OWN, Found, gazetteer
from bot.directory.spelling import Span, compact, joined, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_NAME = 7
_LONGEST_ARTICLE = 3
_TINY, _SHORT = 2, 4
_SHORTEST_TYPO, _LONG_TYPO, _VILLAGE_TYPO, _LONGEST_TYPO = 5, 9, 7, 40
_MOST_CLOSE = 5

Piece = tuple[int, int]
"""Where a name stands in a text: its first word, and the one after its last."""


def named(words: Span) -> Found:
    """Give the municipalities that the words name; a short or ordinary word only as whole answer."""
    return _whole_answer(words) or _in_sentence(words)


def close_to(words: Span) -> Found:
    """Give at most five municipalities whose name is one slip away, or two in a long name."""
    first, end = _core(words)
    answer = compact(joined(words[first:end]))
    if not _SHORTEST_TYPO <= len(answer) <= _LONGEST_TYPO or answer in vocabulary().no_typo:
        return {}
    found: Found = {}
    for name in _nearest(answer):
        for code, rank in gazetteer().names[name].items():
            found[code] = min(rank, found.get(code, rank))
    return dict(sorted(found.items(), key=lambda each: (each[1], each[0]))[:_MOST_CLOSE])


def narrowed(found: Found, around: Span) -> Found:
    """Keep what a province, country or municipality among the words around it points at, if any."""
    for first, end in _pieces(len(around), _LONGEST_NAME) if len(found) > 1 else ():
        said = joined(around[first:end])
        fitting = {code: rank for code, rank in found.items() if said in gazetteer().hints[code]}
        if 0 < len(fitting) < len(found):
            return fitting
    return found


def unknown(words: Span) -> Span:
    """Give the words that do not merely stand around a place name."""
    return tuple(token for token in words if token.word not in vocabulary().around)


def _lookup(words: Span) -> Found:
    name = joined(words)
    return gazetteer().names.get(name) or gazetteer().names.get(compact(name)) or {}


def _core(words: Span) -> Piece:
    told = [number for number, token in enumerate(words) if token.word not in vocabulary().around]
    return (told[0], told[-1] + 1) if told else (0, len(words))


def _whole_answer(words: Span) -> Found:
    first, end = _core(words)
    if end - first > _LONGEST_NAME:
        return {}
    starts = range(max(first - _LONGEST_ARTICLE, 0), first + 1)
    ends = range(min(end + 1, len(words)), end - 1, -1)
    answers = (_name_and_region(words[start:stop]) for start in starts for stop in ends)
    return next(filter(None, answers), {})


def _name_and_region(words: Span) -> Found:
    for cut in range(len(words), 0, -1):
        found = _lookup(words[:cut])
        rest = unknown(words[cut:])
        if found and (not rest or any(joined(rest) in gazetteer().hints[code] for code in found)):
            return narrowed(found, rest)
    return {}


def _in_sentence(words: Span) -> Found:
    taken: set[int] = set()
    found: list[Found] = []
    for first, end in _pieces(len(words), _LONGEST_NAME):
        if taken.isdisjoint(range(first, end)) and _counts(words, first, end):
            found.append(gazetteer().names[joined(words[first:end])])
            taken.update(range(first, end))
    rest = tuple(token for number, token in enumerate(words) if number not in taken)
    return narrowed(_together(found), rest)


def _pieces(length: int, longest: int) -> Iterator[Piece]:
    for size in range(min(longest, length), 0, -1):
        for first in range(length - size + 1):
            yield first, first + size


def _counts(words: Span, first: int, end: int) -> bool:
    name = joined(words[first:end])
    if name not in gazetteer().names or len(name) <= _TINY:
        return False
    introduced = first > 0 and words[first - 1].word in vocabulary().before
    if name in vocabulary().ordinary:
        return introduced and words[end - 1].capital
    return introduced or len(name) > _SHORT


def _together(found: list[Found]) -> Found:
    everywhere = set.intersection(*map(set, found)) if found else set()
    joint = {code: rank for each in found for code, rank in each.items()}
    return {code: joint[code] for code in everywhere} or joint


def _nearest(answer: str) -> list[str]:
    allowed = 2 if len(answer) >= _LONG_TYPO else 1
    close = process.extract(answer, list(gazetteer().names), scorer=OSA.distance, score_cutoff=allowed, limit=None)
    alike = [(name, slips) for name, slips, _ in close if _may_be_a_slip(answer, name)]
    fewest = min((slips for _, slips in alike), default=0)
    return [name for name, slips in alike if slips == fewest]


def _may_be_a_slip(answer: str, name: str) -> bool:
    # A slip in the first letter is rare; and a short word that resembles a village ("helpen" and
    # Herpen) is more often a word than a village.
    well_known = min(gazetteer().names[name].values()) == OWN
    return name[0] == answer[0] and (well_known or len(answer) >= _VILLAGE_TYPO)
