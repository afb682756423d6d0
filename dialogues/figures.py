"""Figures that the talk may name: each with its year and where it was published, and never as a promise."""

from __future__ import annotations

from dataclasses import dataclass

from dialogues.words import Words, _


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in plain words, its year, and its source."""

    code: str
    year: str
    source: str
    words: Words


GUESSED_TOO_LOW = Figure(
    "guessed_too_low",
    "2008",
    "flynn-lake",
    _(
        "In a study from {year} people guessed how many others would say yes to them. They guessed too low, at times "
        "by half. It promises nothing, and it is good to know.",
        year="2008",
    ),
)

FIGURES = (GUESSED_TOO_LOW,)
