"""Lines between people: the style tells how a contact is, the thickness how near, the arrow who gives.

The styles are those of the genogram and the ecogram (source 001, 2012, lines 1728-1731, 1792-1796).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.pictures.svg import element, number

SOFT = "#C9B9A6"
CALM = "#6E5F55"
TENSE = "#B26A12"
HARD = "#B23A36"
GONE = "#8C8078"

THICKNESS = (5.0, 4.0, 3.0, 2.5, 2.0)
"""By ring, from near to far."""

CLOSE_EXTRA = 3.0
ARROW = 13.0
WAVE, STEEP = 9.0, 7.0
BREAK = 9.0
NEAR_END = 42.0
"""Where a line is broken: near its end, where nobody stands over it."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    colour: str
    thickness: float
    dashes: str | None = None
    jagged: bool = False
    broken: bool = False


def stroke(line: str, ring: int) -> Stroke:
    """Choose how to draw a contact; one that is not told is thin and pale."""
    thick = THICKNESS[min(ring, len(THICKNESS) - 1)]
    styles = {
        "close": Stroke(CALM, thick + CLOSE_EXTRA),
        "good": Stroke(CALM, thick),
        "distant": Stroke(CALM, thick, f"0.1 {number(thick * 2.6)}"),
        "tense": Stroke(TENSE, thick, f"{number(thick * 2 + 6)} {number(thick + 8)}"),
        "conflict": Stroke(HARD, max(2.5, thick - 1), jagged=True),
        "broken": Stroke(GONE, thick, broken=True),
    }
    return styles.get(line, Stroke(SOFT, max(2.0, thick - 1.5)))


def drawn(start: Point, end: Point, how: Stroke) -> str:
    """Draw a line in its style."""
    if how.broken:
        return _broken(start, end, how)
    path = _zigzag(start, end) if how.jagged else f"M{_point(start)}L{_point(end)}"
    return element(
        "path",
        d=path,
        fill="none",
        stroke=how.colour,
        stroke_width=how.thickness,
        stroke_linecap="round" if how.dashes and how.dashes.startswith("0.1") else "butt",
        stroke_linejoin="round",
        stroke_dasharray=how.dashes,
    )


def arrows(start: Point, end: Point, gives: str, how: Stroke) -> str:
    """Draw who gives, just before the end: an arrow outwards, one inwards, or both."""
    size = ARROW + how.thickness
    inward = (
        _head(end, start, size, how.colour, 2 if gives == "them" else size + 5) if gives in {"them", "both"} else ""
    )
    outward = _head(end, start, size, how.colour, 2, reverse=True) if gives in {"me", "both"} else ""
    return outward + inward


def along(start: Point, end: Point, far: float) -> Point:
    """Give the point so far from the start, towards the end."""
    length = math.dist(start, end) or 1.0
    return start[0] + (end[0] - start[0]) * far / length, start[1] + (end[1] - start[1]) * far / length


def _head(tip: Point, other: Point, size: float, colour: str, back: float, *, reverse: bool = False) -> str:
    """Draw an arrow head ``back`` from the tip: away from it, or towards it when reversed."""
    near, far = along(tip, other, back), along(tip, other, back + size)
    point, base = (near, far) if reverse else (far, near)
    across = _across(tip, other, size * 0.55)
    sides = [(base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1])]
    return element("path", d=f"M{_point(point)}L{_point(sides[0])}L{_point(sides[1])}Z", fill=colour)


def _broken(start: Point, end: Point, how: Stroke) -> str:
    whole = math.dist(start, end)
    at = max(whole / 2, whole - NEAR_END)
    before, after = along(start, end, at - BREAK), along(start, end, at + BREAK)
    path = f"M{_point(start)}L{_point(before)}M{_point(after)}L{_point(end)}"
    across = _across(start, end, BREAK + how.thickness)
    slashes = "".join(
        f"M{_point((at[0] + across[0] + lean[0], at[1] + across[1] + lean[1]))}"
        f"L{_point((at[0] - across[0] - lean[0], at[1] - across[1] - lean[1]))}"
        for at in (before, after)
        for lean in [_across((0, 0), across, BREAK * 0.5)]
    )
    return element("path", d=path + slashes, fill="none", stroke=how.colour, stroke_width=how.thickness)


def _zigzag(start: Point, end: Point) -> str:
    length = math.dist(start, end)
    count = max(2, int(length / WAVE))
    across = _across(start, end, STEEP)
    points = [start]
    for at in range(1, count):
        x, y = along(start, end, length * at / count)
        side = 1 if at % 2 else -1
        points.append((x + side * across[0], y + side * across[1]))
    return "M" + "L".join(map(_point, [*points, end]))


def _across(start: Point, end: Point, length: float) -> Point:
    """Give a step of a length at right angles to a line."""
    whole = math.dist(start, end) or 1.0
    return -(end[1] - start[1]) * length / whole, (end[0] - start[0]) * length / whole


def _point(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
