"""How easy the words read: words in a sentence, share of long words, and Flesch's formula where a language has one.

For Dutch that is Flesch-Douma (70 to 80 is fairly easy, 80 to 90 easy), for English Flesch. A language without a
formula of its own is held to the length of its sentences alone: what a long word is differs by language. Buttons
are left out: they are no sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot import catalogs

FORMULAS: dict[str, tuple[float, float]] = {"nl": (0.93, 77.0), "en": (1.015, 84.6)}
"""What a word more in a sentence and a syllable more in a word take off, from 206.835."""

MAX_WORDS, MAX_LONG, MIN_EASE = 9.0, 0.03, 80.0
"""Words in a sentence, share of long words, and ease, on average; beyond these the check fails."""

LONGEST = 24
"""Words of the longest sentence that is let through."""

LONG_WORD = 10
"""Letters from which on a word is long."""

FEWEST = 4
"""Words from which on a text is read as a sentence, and no label."""

WORD = re.compile(r"[^\W\d_]+(?:['’\u200c-]+[^\W\d_]+)*")
SENTENCE_ENDS = re.compile(r"(?<=[.?!:])[”’\"]?\s+|\n+")
SYLLABLE = re.compile(r"[äëïöü]|[aeiouyáéíóúàèù]+", re.IGNORECASE)
VALUE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the words of one catalog read."""

    catalog: str
    sentences: int
    words: float
    long: float
    ease: float | None
    longest: str

    def __str__(self) -> str:
        """Give it on one line, for the terminal."""
        words = f"{self.catalog:9} {self.words:.1f} words a sentence (at most {MAX_WORDS:.0f})"
        long = f"{self.long:.1%} long words"
        if self.ease is None:
            return f"{words}, {long}"
        return f"{words}, {long} (at most {MAX_LONG:.0%}), ease {self.ease:.0f} (from {MIN_EASE:.0f})"


def readings() -> Iterator[Reading]:
    """Measure every catalog; a register on what differs in it."""
    for name in catalogs.names():
        found = list(sentences(name))
        if found:
            yield measured(name, found)


def sentences(name: str) -> Iterator[list[str]]:
    """Give the sentences of a catalog, each as its words; inserted values count as one short word."""
    for text in catalogs.texts(name):
        for part in SENTENCE_ENDS.split(VALUE.sub("Ria", text)):
            words = WORD.findall(part)
            if len(words) >= FEWEST:
                yield words


def measured(name: str, found: list[list[str]]) -> Reading:
    """Measure sentences."""
    words = [word for each in found for word in each]
    length = len(words) / len(found)
    long = sum(len(word) >= LONG_WORD for word in words) / len(words)
    formula = FORMULAS.get(name.partition("@")[0])
    ease = 206.835 - formula[0] * length - formula[1] * syllables(words) / len(words) if formula else None
    longest = max((" ".join(each) for each in found), key=len)
    return Reading(name, len(found), length, long, ease, longest)


def syllables(words: list[str]) -> int:
    """Count syllables: groups of vowels, and at least one in a word."""
    return sum(max(1, len(SYLLABLE.findall(word))) for word in words)


def problems() -> Iterator[str]:
    """Tell which catalog reads too hard, one line each."""
    for each in readings():
        too_hard = each.ease is not None and (each.ease < MIN_EASE or each.long > MAX_LONG)
        if each.words > MAX_WORDS or too_hard:
            yield f"{each.catalog}: reads too hard"
        if len(each.longest.split()) > LONGEST:
            yield f"{each.catalog}: a sentence of more than {LONGEST} words: {each.longest}"
