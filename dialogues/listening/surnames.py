"""Surnames: noticed only when rather sure, because most words with a capital are something else.

Sure are a listed surname after another name, a name after "mevrouw" or "dhr.", and a name with
particles ("van der") after a known first name. Two first names, days, places and organisations are not.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from dialogues.listening.addresses import is_street

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_WORD = re.compile(r"'[ts](?!\w)|[^\W\d_]++(?:'[^\W\d_]++)*+")
_LIKE_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d"})

_ENDINGS = re.compile(
    r".{2,40}(?:oglu|owski|ewski|inski|ynski|owska|ewska|inska|ynska|owicz|ewicz|czyk|enko|chuk|czuk|shvili|zadeh)"
    r"|.{3,40}(?:stra|inga|sma|ema|aerts?|ckx|[a-z]mans|ssens)|vande[nr]?[a-z]{4,40}|d'h[a-z]{3,40}|o'[a-z]{4,40}",
    re.DOTALL,
)
_MOST_PARTICLES = 3
_MOST_NAMES = 4
_SURE, _LISTED, _UNKNOWN = 2, 1, 0


class _Word(NamedTuple):
    text: str
    begin: int
    end: int
    key: str
    gap: str
    """The signs between the word before and this one."""

    @property
    def is_name(self) -> bool:
        return self.text[0].isupper() and not self.text.isupper()


class _Name(NamedTuple):
    """Particles and the word they stand before, as it can be a surname."""

    particles: str
    core: _Word
    after: int

    @property
    def is_plausible(self) -> bool:
        return self.core.is_name and not (_is_ordinary(self.core) or is_street(self.core.text))


@dataclass(frozen=True, slots=True)
class Names:
    """The names we know, in plain letters."""

    surnames: frozenset[str]
    ambiguous: frozenset[str]
    first_names: frozenset[str]
    no_names: frozenset[str]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    relatives: frozenset[str]
    particles: frozenset[str]
    sure_particles: frozenset[str]
    vague_particles: frozenset[str]


@cache
def names() -> Names:
    """Read ``names.toml``."""
    data = tomllib.loads((resources.files("dialogues.listening") / "names.toml").read_text(encoding="utf-8"))
    surnames = frozenset().union(*map(_listing, data.pop("surnames").values()))
    starred = frozenset(name.rstrip("*") for name in surnames if name.endswith("*"))
    lists = {key: _listing(text) for key, text in data.items()}
    return Names(surnames=surnames - starred, ambiguous=starred, **lists)


def _listing(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",")) - {""}


def surnames(text: str) -> Iterator[Span]:
    """Yield surnames with their particles: of "Jan de Vries" the span of "de Vries"."""
    words, at = _words(text), 1
    while at < len(words):
        name = _name(words, at)
        if name and _is_surname(_lead(words, at), name):
            begin, at = words[at].begin, _end(words, name.after)
            yield begin, words[at - 1].end
        else:
            at += 1


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    end = 0
    for found in _WORD.finditer(text):
        key = found[0].casefold().translate(_LIKE_PLAIN)
        words.append(_Word(found[0], found.start(), found.end(), key, text[end : found.start()]))
        end = found.end()
    return words


def _name(words: list[_Word], at: int) -> _Name | None:
    """Read a name at ``at``: particles, if any, and a word."""
    core = at
    while core < min(len(words), at + _MOST_PARTICLES) and words[core].key in names().particles:
        core += 1
        if core < len(words) and not _is_near(words[core]):
            return None
    return _Name(" ".join(word.key for word in words[at:core]), words[core], core + 1) if core < len(words) else None


def _is_near(word: _Word) -> bool:
    return word.gap.strip(" ") == "" or word.gap == "-"


def _lead(words: list[_Word], at: int) -> str:
    """Tell what the word before is: a title, a relative, a first name, initials, a name, or nothing of these."""
    gap, before = words[at].gap.strip(" "), words[at - 1]
    if gap == ".":
        return _abbreviated(words, at - 1)
    if gap or (before.key == "heer" and (at == 1 or words[at - 2].key != "de")):
        return ""
    if before.key in names().titles:
        return "relative" if before.text.isupper() else "title"
    return "relative" if before.key in names().relatives else _named(before)


def _abbreviated(words: list[_Word], at: int) -> str:
    """Read "dhr." and "J." and "dhr. J." before a name; "dokter." ends a sentence."""
    first = at
    while first > max(0, at - _MOST_NAMES) and _is_initial(words[first]):
        first -= 1
    if first < at and words[first].key in names().titles:
        return "title with initials"
    if words[at].key in names().abbreviations:
        return "title" if words[at].key in names().titles else "relative"
    return "initials" if _is_initial(words[at]) else ""


def _is_initial(word: _Word) -> bool:
    return len(word.text) == 1 and word.text.isupper()


def _named(word: _Word) -> str:
    """Judge a word without title; a first name without capital could be another word, as a relative could."""
    known = names()
    if word.key in known.first_names:
        return "first name" if word.is_name else "relative"
    if word.is_name and word.key.endswith(("tje", "sje", "pje")):
        return "first name"
    return "name" if word.is_name and word.key not in known.no_names | known.particles else ""


def _is_surname(lead: str, name: _Name) -> bool:
    if not lead:
        return False
    listed, is_name = _listed(name), name.core.is_name
    if listed == _SURE:
        return is_name or lead not in ("name", "initials")
    if not is_name:
        return False
    return _is_rather_sure(lead, name, listed)


def _is_rather_sure(lead: str, name: _Name, listed: int) -> bool:
    """Judge a name with a capital that is not listed, or is also a word or a first name."""
    if listed and lead in ("title", "first name", "title with initials"):
        return True
    if lead == "title":
        return name.particles not in names().vague_particles and name.is_plausible
    with_particles = name.particles in names().sure_particles and name.is_plausible
    return with_particles and lead in ("first name", "initials", "title with initials")


def _listed(name: _Name) -> int:
    known = names()
    for core in (name.core.key, name.core.key.split("'")[0]):
        full = f"{name.particles} {core}".strip()
        if full in known.surnames:
            return _SURE
        if full in known.ambiguous:
            return _LISTED
    return _SURE if not name.particles and _has_ending(name.core) else _UNKNOWN


def _has_ending(word: _Word) -> bool:
    return word.is_name and not _is_ordinary(word) and bool(_ENDINGS.fullmatch(word.key.split("'s")[0]))


def _is_ordinary(word: _Word) -> bool:
    known = names()
    return word.key in known.no_names or word.key in known.first_names or word.key.endswith("tje")


def _end(words: list[_Word], after: int) -> int:
    """Follow a surname to the end of a double one: "Jansen-de Vries", "Yılmaz Öztürk"."""
    for _ in range(_MOST_NAMES):
        name = _name(words, after) if after < len(words) else None
        if name is None or not _continues(words[after], name):
            break
        after = name.after
    return after


def _continues(first: _Word, name: _Name) -> bool:
    if first.gap == "-":
        return name.core.is_name
    return first.gap.strip(" ") == "" and name.core.is_name and _listed(name) == _SURE
