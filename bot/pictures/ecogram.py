"""The map of the people around somebody, drawn: an ecogram (source 001, 2012, lines 1767-1873, 1960-1980)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from bot.pictures import strokes
from bot.pictures.legend import legend
from bot.pictures.lettering import ELLIPSIS, showable, width, wrapped
from bot.pictures.marks import mark
from bot.pictures.placing import Plan, Spot, Tag, place
from bot.pictures.svg import HAIR, INK, MUTED, PAPER, document, element, text
from bot.pictures.told import MapTold, Somebody

CIRCLES = ("closest", "friends", "acquaintances", "services", "")
"""The rings from near to far; the last is for who was not placed yet, and only there when needed."""

BEARINGS = {"family": 0, "friends": 58, "neighbours": 112, "work": 150, "others": 238, "care": 302}
"""In which direction an area of life is, in degrees clockwise from the top; mirrored from right to left."""

CORNERS = {"family": 0, "friends": 44, "neighbours": 124, "work": 153, "others": 228, "care": 316}
"""In which direction its name stands: in the corners, where a round map leaves room."""

RINGS = ("#FBE3C8", "#FCEBD7", "#FDF4E8", PAPER, PAPER)
ME, CARED_FOR = "#BF5138", "#2E6B70"

NAMES = ((28.0, 1), (24.0, 1), (28.0, 2), (24.0, 2), (21.0, 2))
"""The sizes of a name, and on how many lines: the first in which it fits."""

NAME_WIDE = 196.0
LETTERS = 20.0
MARK = 12.0
LINE = 1.18
SIDE, ABOVE = 15.0, 8.0
RING_NAME = 21.0
AREA_NAME, CLEAR = 24.0, 6.0
MIDDLE, APART, INSIDE = 62.0, 57.0, 90.0
NARROWEST = 1000.0
MARGIN = 36.0
TITLE, DATE, HEAD = 50.0, 27.0, 138.0
WHOLE = 1080.0
"""How wide a map may be before the words above and below it grow with it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A person's card: what stands on it, and its size."""

    somebody: Somebody
    lines: list[str]
    size: float
    letters: str
    wide: float
    high: float


def ecogram(told: MapTold) -> str:
    """Draw the map as SVG."""
    return Drawing(told).svg()


def card(somebody: Somebody, letters: dict[str, str]) -> Card:
    """Lay out a person's card."""
    name = showable(somebody.name)
    laid = [(size, wrapped(name, size, NAME_WIDE, lines, bold=True)) for size, lines in NAMES]
    size, lines = next((each for each in laid if not any(line.endswith(ELLIPSIS) for line in each[1])), laid[-1])
    support = "  ".join(letters[each] for each in somebody.support if each in letters)
    inside = max([*(width(line, size, bold=True) for line in lines), width(support, LETTERS, bold=True)])
    wide = inside + 2 * SIDE + (2 * MARK + 10 if somebody.energy else 0)
    high = size * LINE * len(lines) + (LETTERS + 4 if support else 0) + 2 * ABOVE
    return Card(somebody, lines, size, support, wide, high)


class Drawing:
    """One map while it is drawn; everything is measured from the middle of the map."""

    def __init__(self, told: MapTold) -> None:
        self.told = told
        self.turn = -1 if told.right_to_left else 1
        self.circles = [
            code for code in CIRCLES if code or any(each.circle not in CIRCLES[:4] for each in told.people)
        ]
        self.cards = [card(each, told.words["letters"]) for each in told.people]
        self.plan = self._plan()
        self.areas = list(self._areas())
        around = [*self.plan.spots, *(spot for _name, spot in self.areas)]
        edge = self.plan.edges[-1]
        self.half = max([NARROWEST / 2 - MARGIN, edge, *(abs(spot.x) + spot.wide / 2 for spot in around)]) + MARGIN
        self.top = max([edge, *(spot.high / 2 - spot.y for spot in around)])
        self.bottom = max([edge + RING_NAME, *(spot.high / 2 + spot.y for spot in around)])

    def svg(self) -> str:
        """Put the parts below each other: title, map, legend."""
        told, across = self.told, 2 * self.half
        scale = max(1.0, (across / WHOLE) ** 0.6)
        keys, tall = legend(told, across / scale - 2 * MARGIN)
        down = HEAD * scale + self.top
        foot = down + self.bottom + MARGIN * scale
        parts = [
            element("g", "".join(self._head()), transform=_at(self.half, 0, scale)),
            element("g", "\n".join(self._map()), transform=_at(self.half, down)),
            element("g", keys, transform=_at(MARGIN * scale, foot, scale)),
        ]
        height = foot + (tall + MARGIN) * scale
        return document(across, height, told.title, told.telling, parts, language=told.language)

    def _head(self) -> Iterator[str]:
        yield text(self.told.title, 0, 72, TITLE, bold=True, fill=INK)
        yield text(self.told.date, 0, 112, DATE, fill=MUTED)

    def _map(self) -> Iterator[str]:
        yield from self._rings()
        for each, spot in zip(self.cards, self.plan.spots, strict=True):
            yield self._line(each.somebody, spot)
        yield from self._ring_names()
        for name, spot in self.areas:
            yield text(name, spot.x, spot.y + AREA_NAME * 0.35, AREA_NAME, fill=MUTED, bold=True)
        yield from self._middle()
        for each, spot in zip(self.cards, self.plan.spots, strict=True):
            yield from self._card(each, spot)

    def _rings(self) -> Iterator[str]:
        for at in reversed(range(len(self.circles))):
            fill = "none" if RINGS[at] == PAPER else RINGS[at]
            yield element("circle", cx=0, cy=0, r=self.plan.edges[at], fill=fill, stroke=HAIR, stroke_width=1.5)

    def _plan(self) -> Plan:
        tags = [
            Tag(each.wide, each.high, self._ring(each.somebody), self.turn * BEARINGS.get(each.somebody.area, 242))
            for each in self.cards
        ]
        captions = tuple(
            (width(self.told.words["circles"][code], RING_NAME) + 24, RING_NAME + 10) for code in self.circles
        )
        return place(tags, captions)

    def _ring(self, somebody: Somebody) -> int:
        return CIRCLES.index(somebody.circle) if somebody.circle in CIRCLES else len(CIRCLES) - 1

    def _areas(self) -> Iterator[tuple[str, Spot]]:
        """Put the names of the areas of life around the map, clear of everybody."""
        there = {each.area for each in self.told.people}
        for area, bearing in CORNERS.items():
            if area in there:
                name = self.told.words["areas"][area]
                yield name, self._beside(name, math.radians(self.turn * bearing))

    def _beside(self, name: str, angle: float) -> Spot:
        wide, high = width(name, AREA_NAME, bold=True), AREA_NAME + 6
        away = edge = self.plan.edges[-1]
        while True:
            spot = Spot(away * math.sin(angle), -away * math.cos(angle), wide, high)
            if spot.nearest >= edge + CLEAR and all(spot.gap(other) >= CLEAR for other in self._solid()):
                return spot
            away += 4

    def _solid(self) -> list[Spot]:
        return [*self.plan.spots, *self.plan.taken()]

    def _line(self, somebody: Somebody, spot: Spot) -> str:
        start = self._origin(somebody)
        how = strokes.stroke(somebody.line, self._ring(somebody))
        end = _edge(start, spot)
        if not somebody.gives:
            return strokes.drawn(start, end, how)
        line = strokes.drawn(start, strokes.along(end, start, 10), how)
        return line + strokes.arrows(start, end, somebody.gives, how)

    def _origin(self, somebody: Somebody) -> strokes.Point:
        """From whom the line goes: the carer, the cared-for person, or both; they are drawn over it."""
        side = {"mine": -self.turn, "theirs": self.turn}.get(somebody.whose, 0)
        return side * APART, 0.0

    def _ring_names(self) -> Iterator[str]:
        for code, edge, colour in zip(self.circles, self.plan.edges, RINGS, strict=False):
            name = self.told.words["circles"][code]
            wide = width(name, RING_NAME) + 24
            yield element(
                "rect",
                x=-wide / 2,
                y=edge - 15,
                width=wide,
                height=30,
                rx=15,
                fill=colour,
                stroke=HAIR,
                stroke_width=1.5,
            )
            yield text(name, 0, edge + 7, RING_NAME, fill=MUTED)

    def _middle(self) -> Iterator[str]:
        for side, name, colour in ((1, self.told.cared_for, CARED_FOR), (-1, self.told.me, ME)):
            x = side * self.turn * APART
            yield element("circle", cx=x, cy=0, r=MIDDLE, fill=colour, stroke="#fff", stroke_width=5)
            yield from _inside(name, x)

    def _card(self, each: Card, spot: Spot) -> Iterator[str]:
        left, top = spot.x - spot.wide / 2, spot.y - spot.high / 2
        round_ = min(spot.high / 2, 24)
        yield element(
            "rect",
            x=left,
            y=top,
            width=spot.wide,
            height=spot.high,
            rx=round_,
            fill="#fff",
            stroke="#CDB99F",
            stroke_width=2,
        )
        aside = MARK + 5 if each.somebody.energy else 0
        if aside:
            yield mark(each.somebody.energy, spot.x - self.turn * (spot.wide / 2 - SIDE - MARK + 2), spot.y, MARK)
        x, y = spot.x + self.turn * aside, top + ABOVE
        for line in each.lines:
            yield text(line, x, y + each.size * 0.93, each.size, bold=True, fill=INK)
            y += each.size * LINE
        if each.letters:
            yield text(each.letters, x, y + LETTERS * 0.88, LETTERS, fill=MUTED, bold=True)


def _inside(name: str, x: float) -> Iterator[str]:
    """Write a name in one of the two circles of the middle: small when it is long, on at most three lines."""
    size = next((size for size in (32.0, 27.0, 23.0) if width(name, size, bold=True) <= INSIDE), 19.0)
    lines = wrapped(name, size, INSIDE + 12, 3, bold=True)
    y = -(len(lines) - 1) * size * 0.6 + size * 0.35
    for line in lines:
        yield text(line, x, y, size, bold=True, fill="#fff")
        y += size * 1.2


def _at(x: float, y: float, scale: float = 1.0) -> str:
    return f"translate({x:.1f} {y:.1f})" + (f" scale({scale:.3f})" if scale > 1 else "")


def _edge(start: strokes.Point, spot: Spot) -> strokes.Point:
    """Give where the line from a point reaches a card."""
    dx, dy = spot.x - start[0], spot.y - start[1]
    reach = min(
        (spot.wide / 2 + 4) / abs(dx) if dx else math.inf,
        (spot.high / 2 + 4) / abs(dy) if dy else math.inf,
    )
    share = max(0.0, 1 - reach)
    return start[0] + dx * share, start[1] + dy * share
