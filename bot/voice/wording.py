"""Wording for the ear: a text as somebody needs it who hears it and cannot look back."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.directory.helplines import helplines
from bot.words import bare
from dialogues.words import Joined, Listing, Text, Words

ENDS = tuple(".?!:;,…؟؛،。")
PHONE_DIGITS = 7
"""From so many digits on a number is one to call; also a shorter one with a nought in front, or of a helpline."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_NUMBER = re.compile(r"(?<![\w.,:+])\+?\d+(?:[ -]\d+)*(?![\w:]|[.,]\d)")
_APART = re.compile(r" [·/] ")
_ALONE = re.compile(r"[\w ]*:")
"""What named an address that was left out."""


def spoken(text: str) -> str:
    """Give a text without what only the eye needs, its numbers digit by digit, each line with an end."""
    lines = (_line(each) for each in bare(text).splitlines())
    return "\n".join(line if line.endswith(ENDS) else f"{line}." for line in lines if line)


def same_for_all(words: Words) -> bool:
    """Tell whether everybody who hears this hears the same: nothing that somebody typed or told is in it."""
    match words:
        case Text():
            return all(not isinstance(each, str | int) and same_for_all(each) for each in words.values.values())
        case Joined():
            return all(map(same_for_all, words.parts))
        case Listing():
            return all(map(same_for_all, words.items))
        case _:
            return False


def _line(written: str) -> str:
    without = _ADDRESS.sub("", written)
    if without != written and _ALONE.fullmatch(without.strip()):
        return ""
    heard = _APART.sub(", ", without).replace("–", " – ")
    shown = "".join(each for each in heard if unicodedata.category(each) not in {"So", "Cs"} and each != "\ufe0f")
    return _NUMBER.sub(_digits, " ".join(shown.split())).strip(" •-–·,")


def _digits(found: re.Match[str]) -> str:
    """Say a number to call in single digits, with a rest where it is written apart."""
    number = found[0]
    groups = re.split("[ -]", number)
    dialled = any(re.match("0[0-9]", each) for each in groups) or len(_only_digits(number)) >= PHONE_DIGITS
    if not dialled and _only_digits(number) not in _short_numbers():
        return number
    return ", ".join(" ".join(each) for each in groups)


def _only_digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


@cache
def _short_numbers() -> frozenset[str]:
    """Give the numbers of the helplines, which may be as short as a year."""
    return frozenset(_only_digits(phone) for line in helplines() for phone in line.phones)
