"""The small notation in which phrases are written, so that a native speaker can read and correct them.

    ik wil dood           these words, next to each other
    (wil | wou | zou)     one of these
    [echt | gewoon]       one of these, or nothing
    <close>               one of a group of words that the file names under [words]
    ..                    up to three words in between;  ...  up to six (never past the end of a sentence,
                          nor past a word that the file names under [gaps]: "niet", "maar")
    zelfmoord*            a word that begins so;  *pijn  that ends so;  *  any word
    !meer  !(meer | zo)   what comes next is not this
    dood-gaan             in one word, in two, or with a hyphen
    ^  $                  the sentence begins here, ends here
    N                     a number in digits
    @                     in an exception only: the place of the phrase that was found
    dood & ik & wil       all of these in one sentence, in any order; the first is what was found
    dood & ik ~ hond      and this not in the sentence

A line is a phrase; what follows a "#" is a remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEY_LENGTH = 4
"""Phrases are looked up by the first letters of one of their words, or the last of one like "*pijn"."""

_TOKEN = re.compile(r"\.\.\.|\.\.|<\w+>|[()\[\]|@^$!]|[^\s()\[\]|<>@^$!#.]+")
_GAPS = {"..": 3, "...": 6}
_EDGES = {"^": r" \.", "$": r"(?= \.)", "@": " @", "N": r" \d++(?= )"}
_NOT_NEXT = "!"
_ANY_WORD = "*"
_COMMA = "(?:, )?"
_CLOSING = {"(": ")", "[": "]"}


Keys = frozenset[str]
"""Beginnings of words, and their endings with a "*" before them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a phrase: its regular expression, and of which keys each text that has it holds one.

    ``needs`` is empty when nothing can be said about the words (a gap, something optional).
    """

    pattern: str
    needs: frozenset[Keys] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: what is found, what must stand in the same sentence too, and what must not.

    It can only be in a text that has a key of each of its ``needs``; it is looked up by ``keys``, the rarest of them.
    """

    found: str
    also: tuple[str, ...]
    absent: tuple[str, ...]
    needs: frozenset[Keys]
    keys: Keys


@dataclass(slots=True)
class Reader:
    """Reads phrases: ``groups`` are the named words, ``spell`` is how the language spells a word.

    ``no_gap`` is a regular expression of words that a gap does not pass over. A ``loose`` reader
    lets a comma stand anywhere; a strict one, for exceptions, keeps to one clause.
    """

    groups: Mapping[str, Part]
    spell: Callable[[str], str] = str
    no_gap: str = ""
    loose: bool = True
    known: dict[str, Part] = field(default_factory=dict)

    def phrase(self, line: str) -> Phrase:
        """Read a line of a list; a ValueError says what is wrong with it."""
        together, *absent = line.split(" ~ ")
        parts = [self.read(part) for part in together.split(" & ")]
        return Phrase(
            found=parts[0].pattern,
            also=tuple(part.pattern for part in parts[1:]),
            absent=tuple(self.read(part).pattern for part in absent),
            needs=(needs := _all_needs(parts)),
            keys=_rarest(needs),
        )

    def read(self, phrase: str) -> Part:
        """Read words without "&" and "~" as one part."""
        tokens = _tokens(phrase)
        try:
            part = self._alternatives(tokens, "")
        except ValueError as wrong:
            raise ValueError(f"{wrong} in {phrase!r}") from None
        if tokens:
            raise ValueError(f"{tokens[-1]!r} closes nothing in {phrase!r}")
        return part

    def _alternatives(self, tokens: list[str], closing: str) -> Part:
        found = [self._sequence(tokens, closing)]
        while tokens and tokens[-1] == "|":
            tokens.pop()
            found.append(self._sequence(tokens, closing))
        return _one_of(found)

    def _sequence(self, tokens: list[str], closing: str) -> Part:
        parts = []
        while tokens and tokens[-1] not in ("|", ")", "]"):
            parts.append(self._item(tokens))
        if not parts:
            raise ValueError(f"nothing stands before {tokens[-1] if tokens else 'the end'!r}")
        if closing and not tokens:
            raise ValueError(f"{closing!r} is missing")
        return Part("".join(part.pattern for part in parts), _all_needs(parts))

    def _item(self, tokens: list[str]) -> Part:
        token = tokens.pop()
        if token in _CLOSING:
            return self._bracket(tokens, token)
        if token in _GAPS:
            return self._gap(_GAPS[token])
        if token in _EDGES:
            return Part(_EDGES[token])
        if token == _NOT_NEXT:
            return Part(f"(?!{self._item(tokens).pattern})")
        return self._group(token[1:-1]) if token[0] == "<" else self._words(token)

    def _bracket(self, tokens: list[str], opening: str) -> Part:
        inside = self._alternatives(tokens, _CLOSING[opening])
        if tokens.pop() != _CLOSING[opening]:
            raise ValueError(f"{_CLOSING[opening]!r} is missing")
        return inside if opening == "(" else Part(f"(?:{inside.pattern})?")

    def _gap(self, most: int) -> Part:
        barrier = f"(?!{self.no_gap})" if self.no_gap else ""
        return Part(f"(?:{barrier} {self._comma()}[^ .,@]++){{0,{most}}}?")

    def _group(self, name: str) -> Part:
        if name not in self.groups:
            raise ValueError(f"there is no group of words <{name}>")
        return self.groups[name]

    def _words(self, token: str) -> Part:
        """Read a word; its spelling in the language may be more than one ("can't" is "can not")."""
        if token not in self.known:
            self.known[token] = self._read_words(token)
        return self.known[token]

    def _read_words(self, token: str) -> Part:
        words = self.spell(token).split()
        parts = [_word(word, self._comma()) for word in words]
        return Part("".join(part.pattern for part in parts), _all_needs(parts))

    def _comma(self) -> str:
        return _COMMA if self.loose else ""


def _tokens(phrase: str) -> list[str]:
    """Split a phrase into tokens, last first: a reader takes them from the end of the list."""
    found = _TOKEN.findall(phrase)
    if "".join(found) != "".join(phrase.split()):
        raise ValueError(f"cannot read {phrase!r}")
    return found[::-1]


def _word(word: str, comma: str) -> Part:
    if word == _ANY_WORD:
        return Part(f" {comma}[^ .,@]++")
    begin, end = word.startswith("*"), word.endswith("*")
    middle = " ?".join(map(re.escape, word.strip("*").split("-")))
    pattern = f" {comma}{'[^ .]*?' if begin else ''}{middle}{'[^ .]*+' if end else ''}(?= )"
    return Part(pattern, frozenset() if begin and end else frozenset({frozenset({_key(word)})}))


def _key(word: str) -> str:
    """Give the key of a word of a phrase: of one that may be written apart, of the piece that stands at its edge."""
    if word.startswith("*"):
        return "*" + word.rsplit("-", maxsplit=1)[-1].strip("*")[-KEY_LENGTH:]
    return word.split("-", maxsplit=1)[0].strip("*")[:KEY_LENGTH]


def keys_of(word: str) -> Keys:
    """Give the keys under which a word of a text is looked up; one of them is empty, for what has no key."""
    lengths = range(1, KEY_LENGTH + 1)
    return frozenset({"", *(word[:length] for length in lengths), *("*" + word[-length:] for length in lengths)})


def _one_of(parts: list[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    return Part(f"(?:{'|'.join(part.pattern for part in parts)})", _one_of_needs(parts))


def _one_of_needs(parts: list[Part]) -> frozenset[Keys]:
    """Of alternatives each may be the one: a text needs a key of any."""
    if not all(part.needs for part in parts):
        return frozenset()
    return frozenset({frozenset().union(*(_rarest(part.needs) for part in parts))})


def _all_needs(parts: list[Part]) -> frozenset[Keys]:
    return frozenset().union(*(part.needs for part in parts))


def _rarest(needs: frozenset[Keys]) -> Keys:
    """Choose the keys least likely to be met by chance: long ones, then few of them."""
    return max(needs, key=lambda keys: (min(map(len, keys)), -len(keys)), default=frozenset())
