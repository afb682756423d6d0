"""What else a free text tells, so that the reply can first go to the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise
from dialogues.listening.phrasebook import readable_books

if TYPE_CHECKING:
    from dialogues.listening.phrasebook import Book, Surface

LONG = 280
"""From this many characters on, a message deserves an answer of its own (design.md section 3, promise 5)."""

_SHORT_ANSWERS = ("stop", "yes", "no")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard: making light of it, a wish to be matched, strong emotion, nobody around, medicine."""

    minimising: bool = False
    find_someone: bool = False
    heavy: bool = False
    nobody: bool = False
    medical: bool = False
    died: bool = False
    thanks: bool = False
    who: bool = False
    contact: bool = False
    reads: bool = False
    how: bool = False
    person: bool = False
    long: bool = False

    @property
    def asks_us(self) -> bool:
        """Something is asked of us, which gets an answer of its own."""
        return any((self.find_someone, self.contact, self.thanks, self.who, self.reads, self.how, self.medical))


def hear(text: str, language: str = "") -> Heard:
    """Return what is heard in ``text`` with the phrases of every language."""
    normalised = normalise(text)
    surfaces = ((book, book.surface(normalised)) for book in readable_books(language, normalised))
    pages = [(book, surface, book.sections.near(surface)) for book, surface in surfaces]

    def says(name: str) -> bool:
        return any(name in near and _says(book, name, surface) for book, surface, near in pages)

    def says_only(name: str) -> bool:
        return any(name in near and _is_all(book, name, surface) for book, surface, near in pages)

    return Heard(
        minimising=says("minimising"),
        find_someone=says("find_someone"),
        heavy=says("heavy"),
        nobody=says("nobody"),
        medical=says("medical"),
        died=says("died"),
        thanks=says_only("thanks"),
        who=says("who"),
        contact=says("contact"),
        reads=says("reads"),
        how=says("how"),
        person=says("person"),
        long=len(text.strip()) >= LONG,
    )


def short_answer(text: str, language: str = "") -> str:
    """Return "stop", "yes" or "no" if that is all that a short text says, else ""."""
    normalised = normalise(text[:LONG])
    if len(normalised.split()) > _MOST_WORDS + 2:
        return ""
    for book in readable_books(language, normalised):
        surface = book.surface(normalised)
        near = book.sections.near(surface)
        for name in _SHORT_ANSWERS:
            if name in near and _is_all(book, name, surface):
                return name
    return ""


def _says(book: Book, name: str, surface: Surface) -> bool:
    section = book.sections[name]
    return any(not section.silences.cover(surface, match) for match in section.sure.spans(surface))


def _is_all(book: Book, name: str, surface: Surface) -> bool:
    bare = surface.text.strip(" .")
    return any(surface.text[begin:end].strip(" .") == bare for begin, end in book.sections[name].sure.spans(surface))
