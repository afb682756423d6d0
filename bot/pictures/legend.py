"""The legend under the map: what is used in this picture, in the person's words, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.pictures import strokes
from bot.pictures.lettering import shortened, width
from bot.pictures.marks import mark
from bot.pictures.svg import INK, MUTED, element, text
from bot.pictures.told import MapTold

SIZE = 22.0
ROW = 40.0
SIGN = 64.0
BETWEEN = 34.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign and its words; ``draw`` draws the sign around the middle of a strip."""

    words: str
    wide: float
    draw: Callable[[float], str]


def legend(told: MapTold, room: float) -> tuple[str, float]:
    """Lay the legend out in rows within some room; gives it, and how high it is."""
    drawn, y = "", 0.0
    for group in (list(_lines(told)), list(_arrows(told)), list(_energy(told)), list(_letters(told))):
        for row in _rows(group, room):
            drawn += _row(row, y, room, right_to_left=told.right_to_left)
            y += ROW
        y += 6 if group else 0
    return drawn, y


def _lines(told: MapTold) -> Iterator[Entry]:
    used = {each.line for each in told.people}
    for code, words in told.words["lines"].items():
        if code in used:
            how = strokes.stroke(code, 1)
            yield Entry(words, SIGN, lambda x, how=how: strokes.drawn((x - 32, 0), (x + 32, 0), how))  # type: ignore[misc]


def _arrows(told: MapTold) -> Iterator[Entry]:
    used = {each.gives for each in told.people}
    how = strokes.Stroke(strokes.CALM, 4.0)
    side = -1 if told.right_to_left else 1
    for code, words in told.words["gives"].items():
        if code in used:

            def draw(x: float, code: str = code) -> str:
                dot = element("circle", cx=x - side * 28, cy=0, r=8, fill="#BF5138")
                start, end = (x - side * 20, 0.0), (x + side * 32, 0.0)
                line = strokes.drawn(start, (x + side * 22, 0.0), how)
                return dot + line + strokes.arrows(start, end, code, how)

            yield Entry(words, SIGN + 8, draw)


def _energy(told: MapTold) -> Iterator[Entry]:
    used = {each.energy for each in told.people}
    for code, words in told.words["energy"].items():
        if code in used:
            yield Entry(words, 30, lambda x, code=code: mark(code, x, 0, 13))  # type: ignore[misc]


def _letters(told: MapTold) -> Iterator[Entry]:
    used = {letter for each in told.people for letter in each.support}
    for code, words in told.words["support"].items():
        if code in used:
            letter = told.words["letters"][code]
            yield Entry(
                words,
                24,
                lambda x, letter=letter: text(letter, x, 8, SIZE, fill=INK, bold=True),  # type: ignore[misc]
            )


def _rows(entries: list[Entry], room: float) -> Iterator[list[Entry]]:
    row: list[Entry] = []
    for entry in entries:
        if row and _wide([*row, entry]) > room:
            yield row
            row = []
        row.append(entry)
    if row:
        yield row


def _wide(row: list[Entry]) -> float:
    return sum(entry.wide + 12 + width(entry.words, SIZE) + BETWEEN for entry in row) - BETWEEN


def _row(row: list[Entry], y: float, room: float, *, right_to_left: bool) -> str:
    """Draw a row in the middle, from the side where people begin to read."""
    turn = -1 if right_to_left else 1
    x = room / 2 - turn * min(_wide(row), room) / 2
    drawn = ""
    for entry in row:
        words = shortened(entry.words, SIZE, room - entry.wide - 12)
        wide = width(words, SIZE)
        drawn += entry.draw(x + turn * entry.wide / 2)
        middle = x + turn * (entry.wide + 12 + wide / 2)
        drawn += text(words, middle, 8, SIZE, fill=MUTED)
        x += turn * (entry.wide + 12 + wide + BETWEEN)
    return element("g", drawn, transform=f"translate(0 {y + ROW / 2:.1f})")
