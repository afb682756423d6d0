"""The second ear: a linear model per language that weighs a text, beside the phrases that recognise it.

``weights/<language>.tsv`` is written by ``make weights`` from the labelled lines: first how it was made, as
JSON, then a feature a line with its weights, in hundredths, for danger and for each kind.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt
from typing import TYPE_CHECKING

from dialogues.listening.features import Senses, features, senses_of
from dialogues.listening.phrasebook import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEADS = ("danger", *KINDS)
"""What is weighed: whether there is danger at all, and of which kind."""

WINDOW = 30
"""So many words are weighed together; of a longer text each such part, and the most dangerous one counts."""

_STEP = 15


@dataclass(frozen=True, slots=True)
class Weighed:
    """How dangerous a text sounds, 0 being undecided; ``rows`` are the weights of what is known of it."""

    danger: float
    bias: tuple[float, ...]
    rows: tuple[tuple[int, ...], ...] = ()
    scale: float = 1.0

    @property
    def kinds(self) -> Mapping[str, float]:
        """How much it sounds like each kind: worked out only for what sounds dangerous."""
        columns = list(zip(*self.rows, strict=True)) or [() for _ in self.bias]
        heads = (bias + sum(column) / self.scale for bias, column in zip(self.bias, columns, strict=True))
        return dict(zip(KINDS, list(heads)[1:], strict=True))


@dataclass(frozen=True, slots=True)
class Ear:
    """The weights of one language; from ``doubt`` on one asks, from ``sure`` on one is sure."""

    senses: Senses
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[int, ...]]
    doubt: float
    sure: float
    stamp: str

    def weigh(self, text: str) -> Weighed:
        """Weigh a text in the spelling of the language; its most dangerous part counts."""
        nothing = Weighed(self.bias[0], self.bias)
        return max(map(self._weigh, windows(text.split())), key=lambda part: part.danger, default=nothing)

    def _weigh(self, words: list[str]) -> Weighed:
        found = features(words, self.senses)
        rows = tuple(filter(None, map(self.weights.get, found)))
        scale = 100 * sqrt(len(found))
        return Weighed(self.bias[0] + sum(row[0] for row in rows) / scale, self.bias, rows, scale)


def windows(words: list[str]) -> Iterator[list[str]]:
    """Yield a short text whole, and of a long one its sentences together up to ``WINDOW`` words."""
    if len(words) <= WINDOW:
        yield words
        return
    for sentence in _sentences(words):
        for begin in range(0, max(len(sentence) - WINDOW + _STEP, 1), _STEP):
            yield [".", *sentence[begin : begin + WINDOW], "."]


def read_weights(language: str, text: str) -> Ear:
    """Read the weights of a language; a ValueError says that they are of other kinds."""
    first, *lines = text.splitlines()
    about = json.loads(first)
    if tuple(about["heads"]) != HEADS:
        raise ValueError(f"weights of {language}: made for other kinds: run make weights")
    rows = (line.rpartition("\t") for line in lines)
    weights = {feature: tuple(map(int, numbers.split())) for feature, _, numbers in rows}
    bias = tuple(about["bias"])
    return Ear(senses_of(language), bias, weights, about["doubt"], about["sure"], about["stamp"])


@cache
def ear_of(language: str) -> Ear:
    """Return the second ear of a language, read once, when it is first needed."""
    file = resources.files("dialogues.listening") / "weights" / f"{language}.tsv"
    return read_weights(language, file.read_text(encoding="utf-8"))


def _sentences(words: list[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in words:
        if word != ".":
            sentence.append(word)
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
