"""How a language's words are typed in a chat, and how the phrase lists spell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise, unstretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHORTEST, _LONGEST = 6, 20
"""Only words of this many letters are recognised in spite of a slip: shorter ones are too much alike."""


class Spelling:
    """Spells words as the phrase lists do: chat spelling, stretched letters, one slip in a long word.

    ``variants`` gives for each spelling (of one or more words) how else it is typed;
    ``slippery`` are the words that are recognised with one letter wrong, missing, added or swapped.
    """

    def __init__(self, variants: Mapping[str, str], slippery: Iterable[str] = ()) -> None:
        self.known: set[str] = set()
        self._right = {_plain(typed): right for right, all_typed in variants.items() for typed in all_typed.split()}
        self._slips: dict[str, str] = {}
        for word in map(_plain, slippery):
            self.known.add(word)
            self._slips |= dict.fromkeys([word, *_with_one_less(word)], word)

    def of_phrase(self, token: str) -> str:
        """Spell a word of a phrase, with its "*" and "-", and remember it as known."""
        pieces = [_plain(piece) for piece in token.strip("*").split("-")]
        if len(pieces) == 1:
            pieces = [self._respell(pieces[0])]
        spelled = "-".join(pieces)
        if not all(pieces):
            raise ValueError(f"{token!r} is no word")
        self.known.update(spelled.replace("-", " ").split(), [spelled.replace("-", "")])
        return "*" * token.startswith("*") + spelled + "*" * token.endswith("*")

    def of_text(self, normalised: str) -> str:
        """Spell each word of a normalised text."""
        return f" {' '.join(map(self._settle, normalised.split()))} "

    def _settle(self, word: str) -> str:
        word = self._respell(unstretch(word, self))
        if word in self.known or not _SHORTEST <= len(word) <= _LONGEST:
            return word
        return self._slips.get(word) or self._slipped(word)

    def __contains__(self, word: object) -> bool:
        return word in self.known or word in self._right

    def _respell(self, word: str) -> str:
        bare = word.replace("'", "")
        return self._right.get(word) or self._right.get(bare, bare)

    def _slipped(self, word: str) -> str:
        return next((self._slips[less] for less in _with_one_less(word) if less in self._slips), word)


def _plain(word: str) -> str:
    return normalise(word).strip(" .")


def _with_one_less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]
