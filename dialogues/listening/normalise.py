"""Surface text in one plain form: what people type differs in ways that do not change what they mean.

Words are never reduced to lemmas or stems: that would drop negation ("istemiyorum", "niet").
A normalised text is one line of words with single spaces, padded, with " . " between sentences
and " , " where a comma, a dash or a bracket stood.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

_APOSTROPHES = "'’‘ʼ‛`´′＇"
_SENTENCE_ENDS = "!?;؟؛。！？।։"
_COMMAS = ",،、()[]–—"
_DROPPED = "*~ـ"
"""Signs set around or inside a word (*dood*, z*lfmoord, the Arabic tatweel) are not part of it."""

_SAME_LETTERS = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "æ": "ae",
    "œ": "oe",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ئ": "ي",
    "ة": "ه",
    "ک": "ك",
}
"""Letters that Unicode does not take apart, and Arabic and Persian letters that are typed for each other."""

_DIGITS_AS_LETTERS = str.maketrans("013457", "oieast")
_BETWEEN_LETTERS = re.compile(r"(?<=[a-z])[013457]++(?=[a-z])")
_LOOSE_APOSTROPHE = re.compile(r"(?<!\w)'+|'+(?!\w)")
_PAUSE = re.compile(r"\.(?:[ ]*\.)+|(?<=\d)[.](?=\d)")
_STOP = re.compile(r"[.!]")
_STRETCHED = re.compile(r"(.)\1{3,}")
_RUN = re.compile(r"(.)\1\1")
_MOST_RUNS = 4


def normalise(text: str) -> str:
    """Return ``text`` in plain form; letters repeated three times or more stay as three.

    Without case, diacritics, Arabic marks and letter variants, zero-width characters; digits
    of any script as ASCII; apostrophes alike; emoji as words of their own; time linear in the length.
    """
    plain = "".join(map(_fold, text))
    plain = _LOOSE_APOSTROPHE.sub(" ", plain)
    plain = _STOP.sub(" . ", _PAUSE.sub(" ", plain))
    plain = _BETWEEN_LETTERS.sub(lambda found: found[0].translate(_DIGITS_AS_LETTERS), plain)
    return _sentences(_STRETCHED.sub(r"\1\1\1", plain))


def unstretch(word: str, known: Container[str]) -> str:
    """Return a stretched word ("dooood") as it is spelled in ``known``, or else with single letters."""
    runs = _RUN.findall(word)
    if not runs:
        return word
    if len(runs) <= _MOST_RUNS:
        parts = _RUN.split(word)
        for lengths in product((1, 2), repeat=len(runs)):
            spelled = _refill(parts, lengths)
            if spelled in known:
                return spelled
    return _RUN.sub(r"\1", word)


def _refill(parts: list[str], lengths: tuple[int, ...]) -> str:
    letters = [letter * length for letter, length in zip(parts[1::2], lengths, strict=True)]
    return parts[0] + "".join(letter + rest for letter, rest in zip(letters, parts[2::2], strict=True))


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    return "".join(map(_fold_part, unicodedata.normalize("NFKD", char).casefold()))


def _fold_part(char: str) -> str:
    if char in _SAME_LETTERS:
        return _SAME_LETTERS[char]
    if char in _SENTENCE_ENDS:
        return "!"
    if char in _COMMAS:
        return " , "
    if char == "." or (char.isascii() and char.isalnum()):
        return char
    return "" if char in _DROPPED else _fold_category(char)


def _fold_category(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "So":
        return f" {char} "
    return char if category[0] in "LM" else " "


def _sentences(text: str) -> str:
    """Join the words, and sentences of one word each ("Ik. Wil. Niet. Meer.") into one."""
    pieces: list[str] = []
    lone = False
    for sentence in text.split(" . "):
        words = sentence.split()
        if not words:
            continue
        if pieces and not (lone and len(words) == 1):
            pieces.append(".")
        pieces.extend(words)
        lone = len(words) == 1
    return f" . {' '.join(pieces)} . "
