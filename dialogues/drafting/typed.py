"""What somebody typed, as it stands in a sentence of ours."""

from __future__ import annotations

from dialogues.words import Typed, Words, _

ALWAYS_CAPITAL = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July "  # noqa: SIM905  a list of words reads best as words
    "August September October November December Easter Christma I".split()
)
"""English words (without a final s) that keep their capital anywhere; Dutch writes its own in lower case."""

TURKISH = frozenset("ıİğĞşŞ")


def in_mid_sentence(typed: str) -> str:
    """Begin a typed answer in lower case, as it stands within a sentence; English days keep their capital."""
    first = typed.partition(" ")[0]
    stays = first.rstrip(",.s") in ALWAYS_CAPITAL or (len(first) > 1 and first.isupper())
    return typed if stays else _small(typed) + typed[1:]


def at_beginning(typed: str) -> str:
    """Begin a typed answer with a capital, as it begins a sentence."""
    return ("İ" if typed[:1] == "i" and _is_turkish(typed) else typed[:1].upper()) + typed[1:]


def _small(typed: str) -> str:
    """Give the first letter small: in Turkish İ belongs to i, and I to ı."""
    first = typed[:1]
    return "i" if first == "İ" else "ı" if first == "I" and _is_turkish(typed) else first.lower()


def _is_turkish(typed: str) -> bool:
    """Tell it by letters that of the languages here only Turkish has."""
    return not TURKISH.isdisjoint(typed)


def own(typed: str, *, marked: bool) -> Words:
    """Show somebody's own words as they are; in another language they stand between marks."""
    return _("“{words}”", words=Typed(typed)) if marked else Typed(typed)


def whole_sentence(typed: str, *, marked: bool) -> Words:
    """Show own words as a sentence of their own, with a capital and an end."""
    ended = typed if typed[-1:] in ".!?…" else f"{typed}."
    return own(at_beginning(ended), marked=marked)
