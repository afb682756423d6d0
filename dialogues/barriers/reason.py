"""How one reason for not asking is written down."""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.words import Words


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a choice that covers more than one reason, and what it does to the ask."""

    code: str
    covers: str
    source: str
    label: Words
    reply: Words
    eases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Barrier:
    """One choice: its button, our reply (recognition and another side), a small thing to try, what it eases."""

    code: str
    source: str
    label: Words
    reply: Words
    attempt: Words
    eases: tuple[str, ...]
    covers: str = ""
    sides: tuple[Side, ...] = ()
