"""The phrases of each language, read from ``phrases/<language>.toml`` and looked up in a text.

A language is added by adding a file; ``read_book`` refuses one that lacks a section.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from dialogues.listening.normalise import normalise
from dialogues.listening.notation import Part, Phrase, Reader, keys_of
from dialogues.listening.spelling import Spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KINDS = ("emergency", "suicide_self", "violence", "suicide_other", "abuse", "harming", "need")
"""What a crisis can be, the most urgent first: a life that may be lost now, then danger, then want."""

HEARINGS = (
    "minimising",
    "find_someone",
    "heavy",
    "nobody",
    "medical",
    "died",
    "thanks",
    "who",
    "contact",
    "reads",
    "how",
    "person",
    "stop",
    "yes",
    "no",
)
"""What else is heard in a free text."""

PLAIN_SECTIONS = frozenset({"words", "gaps", "spelling", "slips", "relations", "exceptions"})
_CRISIS_LISTS = frozenset({"sure", "gentle", "silences", "softens"})
_HEARING_LISTS = frozenset({"phrases", "silences"})

BLOCKS = {"latin": ("a", "\u024f"), "cyrillic": ("\u0400", "\u052f"), "arabic": ("\u0600", "\u08ff")}
"""Scripts by the first and last sign of where their letters stand; what is written in another is read by no book."""

_NEAR = 300
"""As many characters around a phrase count as its sentence, at most."""

_SURFACES = 16
"""Surfaces that are remembered: in one turn a text is listened to for many things, in every language."""

_WORDS = 8192
_keys_of = lru_cache(maxsize=_WORDS)(keys_of)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Surface:
    """A text as one language spells it, and the beginnings of its words.

    ``covered`` remembers, for this one text, what exceptions said: the same words may come many times; ``near``
    which sections it may hold.
    """

    text: str
    keys: frozenset[str]
    covered: dict[tuple[int, str, str], bool] = field(default_factory=dict)
    near: dict[int, frozenset[str]] = field(default_factory=dict)


class Phrases:
    """A list of phrases; only those of which a key word is in the text are tried on it."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self._phrases = phrases
        self._by_key: dict[str, list[int]] = {}
        for place, phrase in enumerate(phrases):
            for key in phrase.keys or ("",):
                self._by_key.setdefault(key, []).append(place)
        self.keys = frozenset(self._by_key)

    def __len__(self) -> int:
        return len(self._phrases)

    def spans(self, surface: Surface, within: Span | None = None) -> Iterable[Span]:
        """Give where in the text, or in a part of it, each phrase stands."""
        return () if self.keys.isdisjoint(surface.keys) else self._spans(surface, within)

    def _spans(self, surface: Surface, within: Span | None) -> Iterator[Span]:
        begin, end = within or (0, len(surface.text))
        for phrase in self._candidates(surface):
            for found in _compiled(phrase.found).finditer(surface.text, begin, end):
                match = _words_of(surface.text, found.span())
                if _fits(phrase, surface.text, match):
                    yield match

    def compile_all(self) -> None:
        """Compile every phrase now, rather than when it is first needed."""
        for phrase in self._phrases:
            for pattern in (phrase.found, *phrase.also, *phrase.absent):
                _compiled(pattern)

    def _candidates(self, surface: Surface) -> list[Phrase]:
        places = {place for key in self.keys & surface.keys for place in self._by_key[key]}
        phrases = map(self._phrases.__getitem__, sorted(places))
        return [phrase for phrase in phrases if not any(map(surface.keys.isdisjoint, phrase.needs))]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Phrases that say a match means something else: ``over`` overlap it, ``around`` frame it."""

    over: Phrases
    around: Phrases

    def cover(self, surface: Surface, match: Span) -> bool:
        """Tell whether the match, and not some other place in the text, is an exception."""
        framed, words = _framed(surface.text, match), surface.text[slice(*match)]
        key = (id(self), framed, words)
        if key not in surface.covered:
            surface.covered[key] = self._covers(surface, match, framed)
        return surface.covered[key]

    def _covers(self, surface: Surface, match: Span, framed: str) -> bool:
        near = self.over.spans(surface, _sentence(surface.text, match))
        if any(begin < match[1] and match[0] < end for begin, end in near):
            return True
        return any(True for _ in self.around.spans(Surface(framed, surface.keys)))


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a language: its phrases, and what makes them mean less."""

    sure: Phrases
    gentle: Phrases
    silences: Exceptions
    softens: Exceptions


class Sections(Mapping[str, Section]):
    """The sections of a language by name, and which of them can be in a text at all."""

    def __init__(self, of: Mapping[str, Section]) -> None:
        self._of = of
        names: dict[str, set[str]] = {}
        for name, section in of.items():
            for key in section.sure.keys | section.gentle.keys:
                names.setdefault(key, set()).add(name)
        self._by_key = {key: frozenset(its) for key, its in names.items()}

    def __getitem__(self, name: str) -> Section:
        return self._of[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def near(self, surface: Surface) -> frozenset[str]:
        """Name the sections of which a text has a key word: in all others nothing stands that is in it."""
        if id(self) not in surface.near:
            keys = self._by_key.keys() & surface.keys
            surface.near[id(self)] = frozenset().union(*(self._by_key[key] for key in keys))
        return surface.near[id(self)]


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """All that is listened for in one language; ``relations`` are its words for people close by.

    ``scripts`` are those in which its phrases are written: Arabic is typed in Latin letters as well.
    """

    language: str
    spelling: Spelling
    sections: Sections
    everywhere: Section
    themes: Sections
    relations: frozenset[str]
    scripts: frozenset[str]

    def may_read(self, normalised: str) -> bool:
        """Tell whether a text has words in a script in which this language is typed."""
        return not self.scripts.isdisjoint(scripts_of(normalised))

    def share_known(self, normalised: str) -> float:
        """Return how much of a normalised text this language knows."""
        return self.spelling.share_known(self.surface(normalised).text.split())

    def surface(self, normalised: str) -> Surface:
        """Spell a normalised text as this language's phrases are spelled."""
        return _surface(self, normalised)


@lru_cache(maxsize=_SURFACES)
def _surface(book: Book, normalised: str) -> Surface:
    text = book.spelling.of_text(normalised)
    return Surface(text, frozenset().union(*map(_keys_of, text.split())))


def languages() -> tuple[str, ...]:
    """Return the languages of which there are phrases, by code."""
    files = (resources.files("dialogues.listening") / "phrases").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


_put: list[tuple[Book, ...]] = []


@cache
def books() -> tuple[Book, ...]:
    """Return the phrases of every language, read once."""
    return _put[-1] if _put else tuple(_load(language) for language in languages())


def put(books_: tuple[Book, ...]) -> None:
    """Put books in place that were read before, from the same files."""
    _put[:] = [books_]
    books.cache_clear()


def forget_texts() -> None:
    """Forget what was remembered of the texts that were listened to."""
    _surface.cache_clear()
    readable_books.cache_clear()


def ordered_books(language: str) -> list[Book]:
    """Return the books with that of ``language`` first; a register ("nl@young") has its language's."""
    base = language.partition("@")[0].replace("_", "-").partition("-")[0].lower()
    return sorted(books(), key=lambda book: book.language != base)


@lru_cache(maxsize=2)
def readable_books(language: str, normalised: str) -> tuple[Book, ...]:
    """Return the books that can tell something of a text, that of ``language`` first and always."""
    first, *others = ordered_books(language)
    return (first, *(book for book in others if book.may_read(normalised)))


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters of a normalised text, by the block of Unicode in which they stand."""
    return frozenset(map(_block, set(text))) - {""}


@cache
def _block(char: str) -> str:
    return next((name for name, (first, last) in BLOCKS.items() if first <= char <= last), "")


def read_book(language: str, toml: str) -> Book:
    """Read a language's phrases; a ValueError says which section lacks or what cannot be read."""
    data = tomllib.loads(toml)
    _check(language, data)
    spelling = Spelling(data["spelling"], data["slips"])
    loose, strict = _reader(data, spelling, "phrases"), _reader(data, spelling, "exceptions")
    sections = {name: _section(data[name], loose, strict) for name in KINDS + HEARINGS}
    everywhere = _section(data["exceptions"], loose, strict)
    relations = frozenset(normalise(word).strip(" .") for word in data["relations"]["words"].split())
    scripts = scripts_of(" ".join(spelling.known))
    return Book(language, spelling, Sections(sections), everywhere, _themes(language, data), relations, scripts)


def _themes(language: str, data: dict[str, Any]) -> Sections:
    """Read the themes of a language, in the words and a spelling like that of its phrases; none if there are none."""
    file = resources.files("dialogues.listening") / "themes" / f"{language}.toml"
    if not file.is_file():
        return Sections({})
    spelling = Spelling(data["spelling"], data["slips"])
    loose, strict = _reader(data, spelling, "phrases"), _reader(data, spelling, "exceptions")
    lists = tomllib.loads(file.read_text("utf-8"))
    return Sections({name: _section(its, loose, strict) for name, its in lists.items()})


def _load(language: str) -> Book:
    return read_book(language, _toml(language))


def _toml(language: str) -> str:
    return (resources.files("dialogues.listening") / "phrases" / f"{language}.toml").read_text(encoding="utf-8")


def _check(language: str, data: dict[str, Any]) -> None:
    wanted = PLAIN_SECTIONS.union(KINDS, HEARINGS)
    if wrong := wanted.symmetric_difference(data):
        raise ValueError(f"phrases of {language}: sections missing or unknown: {', '.join(sorted(wrong))}")
    for name in KINDS + HEARINGS:
        lists = _CRISIS_LISTS if name in KINDS else _HEARING_LISTS
        if wrong := data[name].keys() - lists:
            raise ValueError(f"phrases of {language}: [{name}] has unknown lists: {', '.join(sorted(wrong))}")
        if not any(_lines(data[name].get(key, "")) for key in ("sure", "phrases")):
            raise ValueError(f"phrases of {language}: [{name}] has no phrases")


def _reader(data: dict[str, Any], spelling: Spelling, lists: str) -> Reader:
    """Return the reader for ``lists`` ("phrases" or "exceptions"), with the groups of words."""
    groups: dict[str, Part] = {}
    reader = Reader(groups, spelling.of_phrase, loose=lists == "phrases")
    for name, words in data["words"].items():
        groups[name] = reader.read(" | ".join(_lines(words)))
    reader.no_gap = reader.read(" | ".join(_lines(data["gaps"][lists]))).pattern
    return reader


def _section(data: dict[str, str], loose: Reader, strict: Reader) -> Section:
    sure = data.get("sure", "") + data.get("phrases", "")
    return Section(
        sure=_phrases(_lines(sure), loose),
        gentle=_phrases(_lines(data.get("gentle", "")), loose),
        silences=_exceptions(data.get("silences", ""), strict),
        softens=_exceptions(data.get("softens", ""), strict),
    )


def _exceptions(text: str, reader: Reader) -> Exceptions:
    around = [line for line in _lines(text) if "@" in line]
    over = [line for line in _lines(text) if "@" not in line]
    return Exceptions(over=_phrases(over, reader), around=_phrases(around, reader))


def _phrases(lines: list[str], reader: Reader) -> Phrases:
    return Phrases([reader.phrase(line) for line in lines])


def _lines(text: str) -> list[str]:
    bare = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in bare if line]


def _framed(text: str, match: Span) -> str:
    """Return the sentence of a match with "@" in the place of the match."""
    begin, end = _sentence(text, match)
    return f"{text[begin : match[0]]} @{text[match[1] : end]}"


def _sentence(text: str, match: Span) -> Span:
    """Return where the sentence of a match begins and ends, with the stops around it.

    Of a sentence without end only what is near: so that the time stays linear.
    """
    first, last = max(0, match[0] - _NEAR), match[1] + _NEAR
    begin, end = text.rfind(" . ", first, match[0] + 1), text.find(" . ", match[1], last)
    return (text.find(" ", first) if begin < 0 else begin), (text.rfind(" ", 0, last) + 1 if end < 0 else end + 3)


def _words_of(text: str, match: Span) -> Span:
    """Return a match without the stop or comma that it may begin with."""
    return (match[0] + 2 if text.startswith((" . ", " , "), match[0]) else match[0]), match[1]


def _fits(phrase: Phrase, text: str, match: Span) -> bool:
    """Tell whether the sentence of a match has what must be in it, and nothing that must not."""
    if not phrase.also and not phrase.absent:
        return True
    begin, end = _sentence(text, match)
    if not all(_compiled(pattern).search(text, begin, end) for pattern in phrase.also):
        return False
    return not any(_compiled(pattern).search(text, begin, end) for pattern in phrase.absent)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a phrase when it is first needed; there are only as many as the files hold."""
    return re.compile(pattern + "(?= )")
