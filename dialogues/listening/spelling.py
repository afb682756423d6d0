"""How a language's words are typed in a chat, and how the phrase lists spell them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dialogues.listening.normalise import normalise, unstretch

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST, _LONGEST = 6, 20
"""Only words of this many letters are recognised in spite of a slip: shorter ones are too much alike."""

_SHORTEST_BY_SOUND = 4
_REMEMBERED = 4096
_SHORTEST_REST = 3
_ENOUGH_KNOWN = 0.4
_DOUBLED = re.compile(r"(.)\1")


class Spelling:
    """Spells words as the phrase lists do: chat spelling, stretched letters, a slip, spelling by ear.

    ``variants`` gives for each spelling (of one or more words) how else it is typed. Of ``slips``,
    ``words`` are recognised with one letter wrong, missing, added or swapped; ``sounds`` are
    letters that sound alike ("ij=ei"); ``ordinary`` words are left alone; ``elided`` is what stands before an
    apostrophe ("j=je": "j'ai" is "je ai"); ``dropped`` words are often left out, so they are left out always;
    ``prefixes`` are small words that are written to the next one ("و" in Arabic), and are taken off where that
    leaves a known word.
    """

    def __init__(self, variants: Mapping[str, str], slips: Mapping[str, str]) -> None:
        self._remember_nothing()
        self.known: set[str] = set(map(_plain, slips.get("ordinary", "").split()))
        self._right = {
            _plain(typed): _plain(right) for right, all_typed in variants.items() for typed in all_typed.split()
        }
        self._elided = dict(elided.split("=") for elided in slips.get("elided", "").split())
        self._dropped = frozenset(slips.get("dropped", "").split())
        self._sounds = [sound.split("=") for sound in slips.get("sounds", "").split()]
        self._prefixes = sorted(map(_plain, slips.get("prefixes", "").split()), key=len)
        self._by_sound: dict[str, str] = {}
        self._slips: dict[str, str] = {}
        for word in map(_plain, slips["words"].split()):
            self._learn(word)
            self._slips |= dict.fromkeys([word, *_with_one_less(word)], word)

    def _remember_nothing(self) -> None:
        self._spelled = lru_cache(maxsize=_REMEMBERED)(self._spell)
        self._mended = lru_cache(maxsize=_REMEMBERED)(self._mend)

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if name not in {"_spelled", "_mended"}}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._remember_nothing()

    def of_phrase(self, token: str) -> str:
        """Spell a word of a phrase, with its "*" and "-", and remember it as known."""
        if not token.strip("*"):
            return token
        if token in self._dropped:
            return ""
        pieces = [_plain(piece) for piece in token.strip("*").split("-")]
        if not all(pieces):
            raise ValueError(f"{token!r} is no word")
        if len(pieces) == 1 and "*" not in token:
            pieces = [self._respell(pieces[0])]
        for word in [*" ".join(pieces).split(), "".join(pieces)]:
            self._learn(word)
        return "*" * token.startswith("*") + "-".join(pieces) + "*" * token.endswith("*")

    def of_text(self, normalised: str) -> str:
        """Spell each word of a normalised text; slips are mended only if it looks like this language."""
        words = [self._spelled(word) for word in normalised.split() if word not in self._dropped]
        if self.share_known(words) >= _ENOUGH_KNOWN:
            words = [self._mended(word) for word in words]
        return f" {' '.join(words)} "

    def share_known(self, words: list[str]) -> float:
        """Return how much of a text the phrase lists know: a rough sign that it is in their language."""
        letters = [word for word in words if word not in ".,"]
        return sum(word in self.known or " " in word for word in letters) / max(len(letters), 1)

    def _spell(self, word: str) -> str:
        return self._respell(self._bare(unstretch(word, self)))

    def _bare(self, word: str) -> str:
        """Take off a word of one or two letters that is written to the next one."""
        if word in self:
            return word
        rests = (word.removeprefix(prefix) for prefix in self._prefixes if word.startswith(prefix))
        return next((rest for rest in rests if len(rest) >= _SHORTEST_REST and rest in self), word)

    def _mend(self, word: str) -> str:
        if word in self.known or not _SHORTEST_BY_SOUND <= len(word) <= _LONGEST:
            return word
        if sounded := self._by_sound.get(self._sound(word)):
            return sounded
        return word if len(word) < _SHORTEST else self._slips.get(word) or self._slipped(word)

    def __contains__(self, word: object) -> bool:
        return word in self.known or word in self._right

    def _learn(self, word: str) -> None:
        if word in self.known:
            return
        if len(word) >= _SHORTEST_BY_SOUND:
            self._by_sound.setdefault(self._sound(word), word)
        self.known.add(word)
        self._spelled.cache_clear()
        self._mended.cache_clear()

    def _sound(self, word: str) -> str:
        for letters, sound in self._sounds:
            word = word.replace(letters, sound)
        return _DOUBLED.sub(r"\1", word)

    def _respell(self, word: str) -> str:
        bare = word.replace("'", "")
        if right := self._right.get(word) or self._right.get(bare):
            return right
        before, _, rest = word.partition("'")
        if rest and before in self._elided:
            return f"{self._elided[before]} {self._respell(rest)}".strip()
        return bare

    def _slipped(self, word: str) -> str:
        return next((self._slips[less] for less in _with_one_less(word) if less in self._slips), word)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return normalise(word).strip(" .")


def _with_one_less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]
