"""What the second ear (model.py) knows of a text: its words, pairs and pieces of words, senses, and length.

Senses are lists of words with one meaning, in ``senses/<language>.toml``: they stand beside the word itself,
so that a weapon or a parent that no labelled line names is heard like one that is named.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from math import log2
from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REACH = 5
"""A pair is a word and one of the next so many words, in one sentence."""

_PIECES = (3, 4, 5)
_LONGEST = 30
_LONGEST_TOLD = 9
"""From some 24 words on a text counts as equally long: of a longer one the parts are weighed (model.WINDOW)."""

_MOST_REMEMBERED = 4096
_STOPS = frozenset(".,")


class Senses:
    """Tells the senses of a word; ``lists`` gives for each sense its words, one with "*" is a beginning."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        self._of: dict[str, list[str]] = {}
        for sense, words in lists.items():
            for word in words.split():
                key = _plain(word.rstrip("*")) + word[-1] * word.endswith("*")
                self._of.setdefault(key, []).append(f"<{sense}>")
        self._longest = max(map(len, self._of), default=0)
        self._forms: dict[str, tuple[str, ...]] = {}

    def forms(self, word: str) -> tuple[str, ...]:
        """Return the word and its senses; what was asked is remembered, within bounds."""
        if word not in self._forms:
            if len(self._forms) >= _MOST_REMEMBERED:
                self._forms.clear()
            self._forms[word] = (word, *sorted(set(self._senses(word))))
        return self._forms[word]

    def _senses(self, word: str) -> Iterator[str]:
        yield from self._of.get(word, ())
        for length in range(2, min(len(word), self._longest) + 1):
            yield from self._of.get(word[:length] + "*", ())


def features(words: list[str], senses: Senses) -> set[str]:
    """Return the features of the words of a normalised text, " . " and " , " among them."""
    forms = [senses.forms(word) if word not in _STOPS else (word,) for word in words]
    found = {form for several in forms for form in several}
    found.add(_length(words))
    for word in words:
        found.update(_pieces(word))
    for place, several in enumerate(forms):
        found.update(_pairs(several, forms[place + 1 : place + 1 + REACH]))
    return found


def read_senses(language: str) -> str:
    """Return the file of a language's senses as it is written."""
    file = resources.files("dialogues.listening") / "senses" / f"{language}.toml"
    return file.read_text(encoding="utf-8")


@cache
def senses_of(language: str) -> Senses:
    """Return the senses of a language, read once."""
    return Senses(tomllib.loads(read_senses(language)))


def _length(words: list[str]) -> str:
    """Tell about how long a text is: in a long one more is found by chance."""
    number = sum(word not in _STOPS for word in words)
    return f"#{min(int(2 * log2(max(number, 1))), _LONGEST_TOLD)}"


@cache
def _plain(word: str) -> str:
    return normalise(word).strip(" .").replace(" ", "").replace("'", "")


def _pieces(word: str) -> Iterator[str]:
    if word in _STOPS:
        return
    padded = f"_{word[:_LONGEST]}_"
    for length in _PIECES:
        for begin in range(len(padded) - length + 1):
            yield "~" + padded[begin : begin + length]


def _pairs(first: tuple[str, ...], following: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield the pairs of a word with those that follow; a pair of neighbours counts as such too."""
    if first == (".",):
        return
    for distance, second in enumerate(following):
        if second == (".",):
            return
        for one in first:
            for other in second:
                yield f"{one} {other}"
                if not distance:
                    yield f"{one}+{other}"
