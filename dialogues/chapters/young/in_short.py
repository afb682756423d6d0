"""In short: what young people type where a tap was asked - one word, as they say it, in the languages of the talk.

Only whole answers are understood; what is more than that is read as a story, and answered as one.
"""

from __future__ import annotations

from collections.abc import Callable

from dialogues import everyday
from dialogues.session import Session

Reader = Callable[[Session, str], str | None]


def _words(*names: str) -> frozenset[str]:
    return frozenset().union(*(everyday.words("in_short", name) for name in names))


OFTEN, SOMETIMES, NEVER = _words("often"), _words("sometimes"), _words("never")
NOBODY, NOTHING, BEFORE_IT = _words("nobody"), _words("nothing"), _words("before")

HOW_OFTEN = {"often": OFTEN, "sometimes": SOMETIMES, "never": NEVER}
WHO = {name: _words(name) for name in ("mother", "father", "brother", "sister", "grandparent", "friend")}
AT_NIGHT = {"nobody": NOBODY, "sometimes": SOMETIMES, "grown_up": _words("mother", "father", "grandparent")}
TALKED_TO = {
    "nobody": NOBODY,
    "grown_up": _words("mother", "father", "grandparent", "grown_up"),
    "friend": _words("friend"),
    "sibling": _words("brother", "sister"),
}
AFRAID = {"sometimes": SOMETIMES}
KNOWS = {"a_bit": SOMETIMES}


def in_short(table: dict[str, frozenset[str]]) -> Reader:
    """Give what reads a short word as the choice that it means; None for anything else."""

    def read(_session: Session, text: str) -> str | None:
        said = plain(text)
        return next((code for code, words in table.items() if said in words), None)

    return read


def plain(text: str) -> str:
    """Give a short answer without capitals, signs and emoji, and without "with my" before it."""
    said = "".join(each for each in text.casefold().replace("’", "'") if each.isalnum() or each in " '")
    words = said.split()
    while len(words) > 1 and words[0] in BEFORE_IT:
        words = words[1:]
    return " ".join(words)


def wordless(text: str) -> bool:
    """Tell whether nothing stands in it that can be read: an emoji, or signs."""
    return not any(each.isalnum() for each in text)
