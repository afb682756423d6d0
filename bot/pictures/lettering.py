"""Letters: which font has a character, how wide a text is, and a text cut into the fonts that show it.

The renderer falls back to one other font for a stretch of text, and to no third: "Oma 🌻 مريم" would
show gaps. So each stretch is given its font here, from the table of what the shipped fonts hold.
"""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FAMILIES = {
    "NotoSans": "Noto Sans",
    "NotoSansArabic": "Noto Sans Arabic",
    "NotoSansEthiopic": "Noto Sans Ethiopic",
    "NotoEmoji": "Noto Emoji",
}
"""The fonts, in the order in which a character looks for one; by the name of their files."""

EMOJI = "NotoEmoji"
JOINER = "\u200d"
PICTORIAL = "\ufe0f"
UNSEEN = frozenset({"\u200b", "\u200c", JOINER, "\u200e", "\u200f", "\u2060", "\ufe0e", PICTORIAL, "\ufeff"})
"""What shapes or directs its neighbours and shows nothing itself."""

FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
FLAG_TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))
SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Parts of an emoji: the letters and tags of a flag, and the tones of a skin."""

RIGHT = frozenset({"R", "AL"})
"""How Unicode marks letters that are read from the right."""

ELLIPSIS = "…"
NAMELESS = "•"
"""Stands where nothing of a name can be shown in the fonts we have."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text that one font shows."""

    font: str
    text: str


def font_files() -> list[str]:
    """Give the paths of all shipped fonts."""
    return [str(path) for path in sorted(FONTS.glob("*.ttf"))]


@cache
def _runs(file: str) -> tuple[list[int], list[list[int]]]:
    table = json.loads((FONTS / "widths.json").read_text(encoding="utf-8"))
    runs = table[f"{file}.ttf"]
    return [run[0] for run in runs], runs


@cache
def advance(font: str, character: str, *, bold: bool) -> int | None:
    """Give how far a character moves on, in thousandths of the size; None if the font lacks it."""
    weight = "SemiBold" if bold and font != EMOJI else "Regular"
    starts, runs = _runs(f"{font}-{weight}")
    at = bisect_right(starts, ord(character)) - 1
    place = ord(character) - starts[at] + 1 if at >= 0 else 0
    return runs[at][place] if 0 < place < len(runs[at]) else None


def clusters(text: str) -> Iterator[str]:
    """Cut a text into what is seen as one: a letter with its marks, a joined emoji, a flag."""
    held = ""
    for character in text:
        if held and not _joins(held, character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _joins(held: str, character: str) -> bool:
    if held[-1] == JOINER and font_of(held[0]) in {EMOJI, ""}:
        return True
    flag = len(held) == 1 and held in FLAG_LETTERS and character in FLAG_LETTERS
    modifies = character in SKINS or character in FLAG_TAGS
    return flag or modifies or character in UNSEEN or unicodedata.category(character) in {"Mn", "Me"}


@cache
def font_of(cluster: str, first: str = "") -> str:
    """Give the font that shows a cluster, ``first`` if it can; "" when none does."""
    seen = [each for each in cluster if each not in UNSEEN]
    order = (EMOJI, *FAMILIES) if PICTORIAL in cluster else (first, *FAMILIES) if first else tuple(FAMILIES)
    return next((font for font in order if all(advance(font, each, bold=False) is not None for each in seen)), "")


def is_right_to_left(text: str) -> bool:
    """Tell by its first letter whether a text is read from the right."""
    return next((unicodedata.bidirectional(each) in RIGHT for each in text if each.isalpha()), False)


def stretches(text: str) -> list[Stretch]:
    """Cut a text into stretches of one font each; what no font shows is left out.

    The font of the first letter shows all that it can, so that a name with a word or a number in
    another script stays in one piece.
    """
    letters = (each for each in clusters(text) if each[0].isalpha() and font_of(each))
    main = font_of(next(letters, " "))
    found: list[Stretch] = []
    for cluster in clusters(text):
        font = font_of(cluster, main)
        if found and (cluster.isspace() or font == found[-1].font):
            found[-1] = Stretch(found[-1].font, found[-1].text + cluster)
        elif font:
            found.append(Stretch(font, cluster))
    return found


def showable(text: str) -> str:
    """Give what can be shown of a text, without line breaks and needless space."""
    shown = "".join(cluster for cluster in clusters(" ".join(text.split())) if cluster.isspace() or font_of(cluster))
    return " ".join(shown.split()).strip("".join(UNSEEN)) or NAMELESS


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give how wide a text is at most; joined letters and emoji take less than their parts."""
    total = 0
    for stretch in stretches(text):
        for cluster in clusters(stretch.text):
            parts = [advance(stretch.font, each, bold=bold) or 0 for each in cluster if each not in UNSEEN]
            total += max(parts, default=0) if stretch.font == EMOJI else sum(parts)
    return total * size / 1000


def shortened(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """Give a text that is at most so wide; what does not fit becomes an ellipsis."""
    if width(text, size, bold=bold) <= most:
        return text
    pieces = list(clusters(text))
    while pieces and width("".join(pieces).rstrip() + ELLIPSIS, size, bold=bold) > most:
        pieces.pop()
    return "".join(pieces).rstrip() + ELLIPSIS


def wrapped(text: str, size: float, most: float, lines: int = 2, *, bold: bool = False) -> list[str]:
    """Lay a text on at most so many lines of at most so wide, broken between words."""
    laid: list[str] = []
    words = text.split()
    while words and len(laid) < lines - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size, bold=bold) <= most:
            line = f"{line} {words.pop(0)}"
        laid.append(line)
    rest = " ".join(words)
    return [shortened(line, size, most, bold=bold) for line in [*laid, rest] if line]
