"""Hear a crisis in what someone typed, in any language there are phrases for, before anything else is done.

Kinds and manner: issue 3 of the project; UNICEF Safer Chatbots (unicef.org/documents/safer-chatbots).
Phrases, never a judgement: what is heard leads to a question and a phone number, not to a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise
from dialogues.listening.phrasebook import KINDS, ordered_books

if TYPE_CHECKING:
    from dialogues.listening.phrasebook import Book, Exceptions, Phrases, Section, Surface


@dataclass(frozen=True, slots=True)
class Signal:
    """A kind of crisis, one of ``KINDS``; not ``sure`` means: ask gently whether it is so."""

    kind: str
    sure: bool


def detect(text: str, language: str = "") -> Signal | None:
    """Return the most urgent signal in ``text``, or None.

    A sure signal goes before a doubtful one, then the order of ``KINDS``. The phrases of every
    language are tried, those of ``language`` first.
    """
    normalised = normalise(text)
    doubts = []
    for book in ordered_books(language):
        signal = _signal(book, normalised)
        if signal and signal.sure:
            return signal
        doubts += [signal] if signal else []
    return min(doubts, key=lambda signal: KINDS.index(signal.kind), default=None)


def _signal(book: Book, normalised: str) -> Signal | None:
    surface = book.surface(normalised)
    doubt = None
    for kind in KINDS:
        sure = _sureness(book.sections[kind], book.everywhere, surface)
        if sure:
            return Signal(kind, sure=True)
        if sure is not None and not doubt:
            doubt = Signal(kind, sure=False)
    return doubt


def _sureness(section: Section, everywhere: Section, surface: Surface) -> bool | None:
    """Return whether a kind is heard for sure (True), perhaps (False), or not at all (None)."""
    silences = (section.silences, everywhere.silences)
    softens = (section.softens, everywhere.softens)
    heard = _unexcepted(section.sure, silences, softens, surface)
    if heard:
        return True
    gentle = _unexcepted(section.gentle, silences, (), surface)
    return False if heard is False or gentle else None


def _unexcepted(
    phrases: Phrases, silences: tuple[Exceptions, ...], softens: tuple[Exceptions, ...], surface: Surface
) -> bool | None:
    """Return True for a match that stands, False if the best one is softened, None if there is none."""
    best = None
    for match in phrases.spans(surface):
        if any(exceptions.cover(surface, match) for exceptions in silences):
            continue
        if not any(exceptions.cover(surface, match) for exceptions in softens):
            return True
        best = False
    return best
