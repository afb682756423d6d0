"""The words of time of each language, read from ``words/<language>.toml``.

A language is added by adding a file; what no language has words for is simply not understood.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

MAY_BE_ABSENT = frozenset({"half_after", "quarter_after", "quarter_before", "ahead_after", "next_week", "this_week"})
"""Words that only some languages have: what stands behind an hour or a number, and next or this week in one word."""


def either(words: Iterable[str]) -> str:
    """Make a pattern for one of some words, the longest first; one that never fits when there are none."""
    found = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(re.escape(word) for word in found)})" if found else "(?!)"


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern that begins and ends where words do."""
    return re.compile(rf"(?<![\w]){text}(?![\w])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of time of one language."""

    weekdays: dict[str, int]
    months: dict[str, int]
    numbers: dict[str, int]
    parts: dict[str, str]
    today: dict[str, str]
    days: dict[str, int]
    raw: dict[str, Any]

    def either(self, *names: str) -> str:
        """Make a pattern for one of the words under some names of the file."""
        return either(
            word for name in names for word in (self.raw.get(name, ()) if name in MAY_BE_ABSENT else self.raw[name])
        )

    @property
    def number(self) -> str:
        """A whole number in digits or words."""
        return rf"(?:\d{{1,2}}|{either(self.numbers)})"

    def value(self, number: str) -> int:
        """Give what a number in digits or words is."""
        return int(number) if number.isdecimal() else self.numbers[number]


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """Read the words of a language; None when there is no file for it."""
    file = resources.files("dialogues.moments") / "words" / f"{language}.toml"
    if not file.is_file():
        return None
    raw = tomllib.loads(file.read_text(encoding="utf-8"))
    return Vocabulary(
        weekdays=_numbered(raw["weekdays"], 0),
        months=_numbered(raw["months"], 1),
        numbers={word: value for value, words in enumerate(raw["numbers"]) for word in words.split("|")},
        parts=_named(raw["parts"]),
        today=_named(raw["today"]),
        days={word: int(ahead) for ahead, words in raw["days"].items() for word in words},
        raw=raw,
    )


def _numbered(lists: list[list[str]], first: int) -> dict[str, int]:
    return {word: number for number, words in enumerate(lists, first) for word in words}


def _named(lists: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in lists.items() for word in words}
