"""Where it weighs, drawn: six areas as bars, in words how heavy, and below it how it went over time."""

from __future__ import annotations

from collections.abc import Iterator

from bot.pictures.lettering import shortened, wrapped
from bot.pictures.svg import INK, MUTED, document, element, text
from bot.pictures.told import StrainTold

WIDE = 1080.0
MARGIN = 76.0
HEAD = 190.0
ROW = 142.0
MOST = 4
SHADES = ("#E9B872", "#E0975A", "#CF7148", "#B4503B")
"""From a little to a lot; the words and the number of filled parts say the same."""

EMPTY, EDGE = "#FFFFFF", "#D9C7AF"
BAR, BETWEEN = 34.0, 10.0
TITLE, DATE, AREA, WEIGHT = 52.0, 28.0, 38.0, 32.0

TREND_HEAD = 120.0
TREND_ROW = 132.0
TREND_NAME = 300.0
CHECKS = 6
"""As many checks as stand beside each other, the newest ones."""

CELL, CELL_GAP = 17.0, 5.0
COLUMN = 56.0
SMALL = 25.0


def bars(told: StrainTold) -> str:
    """Draw the picture as SVG."""
    rows = [at for at, level in enumerate(told.checks[-1].levels) if level is not None]
    parts = [*_head(told), *(part for place, at in enumerate(rows) for part in _row(told, at, HEAD + ROW * place))]
    height = HEAD + ROW * len(rows) + 30
    if len(told.checks) > 1:
        parts += _trend(told, height)
        height += TREND_HEAD + TREND_ROW * len(told.areas) + 110
    return document(WIDE, height, told.title, told.telling, parts, language=told.language)


def _head(told: StrainTold) -> Iterator[str]:
    yield text(told.title, WIDE / 2, 82, TITLE, bold=True, fill=INK)
    yield text(told.checks[-1].date, WIDE / 2, 126, DATE, fill=MUTED)


def _row(told: StrainTold, at: int, top: float) -> Iterator[str]:
    """Draw one area: its name, in words how heavy it is, and below it a bar of four parts."""
    level = told.checks[-1].levels[at] or 0
    words = told.weights[level]
    room = WIDE - 2 * MARGIN
    yield _from_start(told, shortened(told.areas[at], AREA, room * 0.62, bold=True), top + 40, AREA)
    yield _at_end(told, shortened(words, WEIGHT, room * 0.36), top + 40, WEIGHT)
    part = (room - BETWEEN * (MOST - 1)) / MOST
    for place in range(MOST):
        x = MARGIN + (part + BETWEEN) * (MOST - 1 - place if told.right_to_left else place)
        yield _cell(x, top + 58, part, BAR, level if place < level else 0)


def _cell(x: float, y: float, wide: float, high: float, level: int) -> str:
    """Draw one part of a bar: filled in the shade of its level, or empty."""
    return element(
        "rect",
        x=x,
        y=y,
        width=wide,
        height=high,
        rx=min(high / 2, 8),
        fill=SHADES[level - 1] if level else EMPTY,
        stroke=SHADES[level - 1] if level else EDGE,
        stroke_width=2,
    )


def _from_start(told: StrainTold, words: str, y: float, size: float) -> str:
    """Write where people begin to read."""
    x, anchor = (WIDE - MARGIN, "end") if told.right_to_left else (MARGIN, "start")
    return text(words, x, y, size, bold=True, fill=INK, anchor=anchor)


def _at_end(told: StrainTold, words: str, y: float, size: float) -> str:
    """Write at the other side."""
    x, anchor = (MARGIN, "start") if told.right_to_left else (WIDE - MARGIN, "end")
    return text(words, x, y, size, fill=MUTED, anchor=anchor)


def _trend(told: StrainTold, top: float) -> Iterator[str]:
    """Draw the checks beside each other for each area, and the dates below them."""
    checks = told.checks[-CHECKS:]
    yield element("path", d=f"M{MARGIN:.0f} {top + 8:.0f}H{WIDE - MARGIN:.0f}", stroke=EDGE, stroke_width=2)
    yield text(told.trend, WIDE / 2, top + 74, 40.0, bold=True, fill=INK)
    for at, area in enumerate(told.areas):
        base = top + TREND_HEAD + TREND_ROW * (at + 1) - 26
        lines = wrapped(area, 30.0, TREND_NAME, bold=True)
        for line_at, line in enumerate(lines):
            yield _from_start(told, line, base - 34 + (line_at - (len(lines) - 1) / 2) * 36, 30.0)
        for place, check in enumerate(checks):
            yield from _column(_middle(told, place, len(checks)), base, check.levels[at])
    foot = top + TREND_HEAD + TREND_ROW * len(told.areas) + 20
    for place, check in enumerate(checks):
        middle, room = _middle(told, place, len(checks)), _step(len(checks)) - 10
        for line_at, line in enumerate(wrapped(check.date, SMALL, room, 3)):
            yield text(line, middle, foot + 32 * line_at, SMALL, fill=MUTED)


def _column(middle: float, base: float, level: int | None) -> Iterator[str]:
    """Draw one check of one area: four parts above each other; what was not asked is left open."""
    if level is None:
        yield element(
            "path", d=f"M{middle - 8:.1f} {base - 34:.1f}h16", stroke=EDGE, stroke_width=4, stroke_linecap="round"
        )
        return
    for place in range(MOST):
        y = base - (CELL + CELL_GAP) * (place + 1)
        yield _cell(middle - COLUMN / 2, y, COLUMN, CELL, level if place < level else 0)


def _step(count: int) -> float:
    return min(180.0, (WIDE - 2 * MARGIN - TREND_NAME - 20) / count)


def _middle(told: StrainTold, place: int, count: int) -> float:
    """Give where a check stands: time runs as people read, and the newest is at the end."""
    from_end = MARGIN + _step(count) * (count - place - 0.5)
    return from_end if told.right_to_left else WIDE - from_end
