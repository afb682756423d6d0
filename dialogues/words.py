"""Words that can be said in any language: data here, turned into text by the host.

A dialogue never builds a sentence out of pieces of strings. It names a whole sentence by its
English msgid and hands over the values that stand in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence to translate; ``{name}`` in the msgid is filled from ``values``."""

    msgid: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plural:
    """A sentence with a number in it; the language's own plural rules choose the form."""

    one: str
    other: str
    number: int
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed: shown as it is, never translated."""

    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in one breath: "a, b and c", as the language says it."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Several pieces below each other; a piece that is empty leaves no gap."""

    parts: tuple[Words, ...]
    separator: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something only the host knows (who runs the bot, a helpline, a municipality).

    ``name`` says which fact, ``about`` narrows it down; the host refuses names it does not know.
    """

    name: str
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO), which each language writes in its own way."""

    date: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day ("14:00"), which each language writes in its own way."""

    time: str


Words = Text | Plural | Typed | Listing | Joined | Fact | Day | Clock
Value = Words | str | int


def _(msgid: str, /, **values: Value) -> Text:
    """Mark a sentence for translation; the short name keeps scripts readable."""
    return Text(msgid, values)


def count(one: str, other: str, /, number: int, **values: Value) -> Plural:
    """Mark a sentence whose form depends on ``number``, available in it as ``{number}``."""
    return Plural(one, other, number, values)


def lines(*parts: Words | None) -> Joined:
    """Put pieces on lines of their own."""
    return Joined(tuple(part for part in parts if part is not None), "\n")


def paragraphs(*parts: Words | None) -> Joined:
    """Put pieces below each other with room between them."""
    return Joined(tuple(part for part in parts if part is not None))
