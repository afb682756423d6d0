"""Hear a crisis in what someone typed, in any language that is listened to, before anything else is done.

Kinds and manner: issue 3 of the project; UNICEF Safer Chatbots (unicef.org/documents/safer-chatbots).
What is heard is never a judgement: it leads to a question and a phone number, not to a verdict.

There are two ears, because each is deaf where the other hears. The phrases (phrasebook.py) know what people
are known to say, and the denials and sayings that mean something else; what nobody thought of, they miss,
and a harmless sentence with the same words deceives them. The model (model.py) weighs every word of a text
after labelled examples: it hears what no phrase says, and is rarely sure. So both vote, and the votes are
added: a sure phrase counts unless the model is clearly against it, a weak one needs the model not to be
against it, an exception (denial, saying, long ago) counts against, and the model alone can ask or be sure.
A text of a few words, or of which a language knows too few, is left to its phrases.

A language is added by its phrases (phrases/), its words of one sense (senses/) and its labelled lines
(tests/languages/<language>/safety/); ``make weights`` then writes its weights (weights/).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dialogues.listening.model import ear_of
from dialogues.listening.normalise import normalise
from dialogues.listening.phrasebook import KINDS, readable_books

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialogues.listening.model import Ear, Weighed
    from dialogues.listening.phrasebook import Book, Exceptions, Phrases, Section, Surface

SURE, GENTLE, NOTHING, EXCEPTED = 1.6, 1.4, 0.0, -1.5
"""The votes of the phrases, on the scale of the model: a sure phrase, a weak one, none, one that was denied."""

_FEW_WORDS = 4
"""In so few words only the phrases raise a signal, and the model has too little to go by to speak against them: most
short answers are to our own questions."""

_ENOUGH_KNOWN = 0.4
"""So much of a text must be known to a language before its model is asked."""


@dataclass(frozen=True, slots=True)
class Signal:
    """A kind of crisis, one of ``KINDS``; not ``sure`` means: ask gently whether it is so.

    ``language`` is the one that was written, when that is plainly another than the one that was asked for; else "".
    """

    kind: str
    sure: bool
    language: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What both ears together say: how much danger, what the phrases voted, and of which kind it is."""

    total: float
    vote: float
    votes: Mapping[str, float]
    weighed: Weighed

    @property
    def kind(self) -> str:
        """The most urgent kind that phrases are sure of, or else the likeliest."""
        if self.vote == SURE:
            return _most_urgent(self.votes, SURE)
        likely = self.weighed.kinds
        return max(KINDS, key=lambda kind: likely[kind] + max(self.votes[kind], NOTHING))


def detect(text: str, language: str = "") -> Signal | None:
    """Return the most urgent signal in ``text``, or None.

    A sure signal goes before a doubtful one, then the order of ``KINDS``. Every language is
    tried, ``language`` first.
    """
    normalised = normalise(text)
    doubts: list[tuple[Signal, Book]] = []
    books = readable_books(language, normalised)
    first, known = books[0], max(book.share_known(normalised) for book in books)
    best = next(book for book in books if book.share_known(normalised) == known)
    for book in books:
        signal = _signal(book, book.surface(normalised), alone=book is best or (book is first and bool(language)))
        if signal and signal.sure:
            return _written_in(book, first, signal, normalised)
        doubts += [(signal, book)] if signal else []
    if not doubts:
        return None
    signal, book = min(doubts, key=lambda doubt: KINDS.index(doubt[0].kind))
    return _written_in(book, first, signal, normalised)


def _written_in(book: Book, first: Book, signal: Signal, normalised: str) -> Signal:
    """Note in which language a text is: that of its book, when the first one knows fewer of the words."""
    if book is first or book.share_known(normalised) <= max(first.share_known(normalised), _ENOUGH_KNOWN):
        return signal
    return replace(signal, language=book.language)


def verdict(book: Book, surface: Surface, ear: Ear) -> Verdict:
    """Add the votes of the phrases to the weight that the model gives a text."""
    votes, weighed = _votes(book, surface), ear.weigh(surface.text)
    vote = _loudest(votes)
    return Verdict(weighed.danger + vote, vote, votes, weighed)


def _signal(book: Book, surface: Surface, *, alone: bool) -> Signal | None:
    """Return what a language hears; ``alone``: its model may raise something that no phrase says."""
    share = book.spelling.share_known(surface.text.split())
    if share < _ENOUGH_KNOWN:
        return _by_phrases(_votes(book, surface))
    ear, few = ear_of(book.language), _words(surface) <= _FEW_WORDS
    found = verdict(book, surface, ear)
    if found.vote > NOTHING and few:
        return Signal(found.kind, sure=found.vote == SURE)
    if found.total < ear.doubt or (found.vote <= NOTHING and (few or not alone)):
        return None
    return Signal(found.kind, sure=found.vote == SURE or (found.vote != GENTLE and found.total >= ear.sure))


def _words(surface: Surface) -> int:
    return sum(word not in ".," for word in surface.text.split())


def _by_phrases(votes: Mapping[str, float]) -> Signal | None:
    vote = _loudest(votes)
    return Signal(_most_urgent(votes, vote), sure=vote == SURE) if vote > NOTHING else None


def _votes(book: Book, surface: Surface) -> dict[str, float]:
    near = book.sections.near(surface)
    return {kind: _vote(book.sections[kind], book.everywhere, surface) if kind in near else NOTHING for kind in KINDS}


def _loudest(votes: Mapping[str, float]) -> float:
    """Return the strongest vote for danger, or else whether any was excepted."""
    return max(votes.values()) or min(votes.values())


def _most_urgent(votes: Mapping[str, float], vote: float) -> str:
    return next(kind for kind in KINDS if votes[kind] == vote)


def _vote(section: Section, everywhere: Section, surface: Surface) -> float:
    """Return what the phrases of one kind say."""
    silences = (section.silences, everywhere.silences)
    softens = (section.softens, everywhere.softens)
    heard = _unexcepted(section.sure, silences, softens, surface)
    if heard == SURE:
        return SURE
    gentle = _unexcepted(section.gentle, silences, (), surface)
    if GENTLE in (heard, min(gentle, GENTLE)):
        return GENTLE
    return min(heard, gentle)


def _unexcepted(
    phrases: Phrases, silences: tuple[Exceptions, ...], softens: tuple[Exceptions, ...], surface: Surface
) -> float:
    """Return the vote for the best match: one that stands, is softened, is silenced; or for none."""
    best = NOTHING
    for match in phrases.spans(surface):
        if any(exceptions.cover(surface, match) for exceptions in silences):
            best = best or EXCEPTED
        elif any(exceptions.cover(surface, match) for exceptions in softens):
            best = GENTLE
        else:
            return SURE
    return best
