"""Placing people on the map: each in their ring and towards their area of life, and nobody over another.

People are placed one after the other, in the order in which they were named. Where somebody does not
fit, the ring is widened, or all is spread out from the middle; who was placed before keeps their
direction. So the picture that somebody knows is still there after a name was added.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

CORE = 114.0
"""The radius of the middle, where the carer and the cared-for person stand."""

BESIDE = 165.0
"""How far the middle reaches to the sides, for there are two, side by side."""

EMPTY = 52.0
"""How wide a ring is where nobody stands: room for its name."""

WIDEN = 24.0
SPREAD = 1.06
GAP = 10.0
"""What is left free around every tag."""

INSET = 32.0
"""How far within its ring the middle of a tag is at least; a high one may reach a little over the line."""

ROOM = 36.0
"""How much room around a tag is liked; less is taken where it must."""

STEP, HALF = 6, 180
TRIED_EVERY = 30.0
TURNED, ASTRAY, ASIDE = 0.5, 2.0, 42
"""What a degree away from the wished direction costs: little at first, and much outside its part of the map."""

CROSSED = 120.0
CROWDED = 0.9
ALONG, TOGETHER = 60.0, 0.15
"""What it costs that a line runs together with another, and from which angle on it does (its sine)."""

FAR_OFF = 0.35
"""A place that costs more than this share of the map's radius is only taken once the ring has been widened.

Of the radius, since a large map is shown small, and its letters with it.
"""

WIDENINGS_LIKED = 4


@dataclass(frozen=True, slots=True)
class Tag:
    """What is to be placed: how large, in which ring (0 is nearest), in which direction it would be.

    ``bearing`` is in degrees, clockwise from the top; ``start`` is how far to the side of the middle
    its line begins.
    """

    wide: float
    high: float
    ring: int
    bearing: float
    start: float = 0.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: its middle, measured from the middle of the map, and its size."""

    x: float
    y: float
    wide: float
    high: float

    def gap(self, other: Spot) -> float:
        """Give how far apart two are; negative when they overlap."""
        return max(
            abs(self.x - other.x) - (self.wide + other.wide) / 2,
            abs(self.y - other.y) - (self.high + other.high) / 2,
        )

    @property
    def distance(self) -> float:
        """How far from the middle it stands."""
        return math.hypot(self.x, self.y)

    @property
    def bearing(self) -> float:
        """The direction in which it stands, in degrees clockwise from the top."""
        return math.degrees(math.atan2(self.x, -self.y)) % 360

    @property
    def nearest(self) -> float:
        """How far its nearest edge is from the middle."""
        return math.hypot(max(0.0, abs(self.x) - self.wide / 2), max(0.0, abs(self.y) - self.high / 2))

    def is_met(self, start: float, x: float, y: float) -> bool:
        """Tell whether a straight line runs under it: from the level of the middle, ``start`` aside, to a place."""
        if abs(2 * self.y - y) >= abs(y) + self.high or abs(2 * self.x - start - x) >= abs(x - start) + self.wide:
            return False
        return _overlap(
            _share(start, x, self.x - self.wide / 2, self.x + self.wide / 2),
            _share(0.0, y, self.y - self.high / 2, self.y + self.high / 2),
        )


@dataclass(slots=True)
class Plan:
    """The map as it grows: the outer edge of each ring, and where each person stands."""

    edges: list[float]
    captions: tuple[tuple[float, float], ...]
    spots: list[Spot] = field(default_factory=list)
    rings: list[int] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    def taken(self) -> list[Spot]:
        """Give what stands on the edges of the rings: their names, at the bottom."""
        return [Spot(0.0, edge, *size) for edge, size in zip(self.edges, self.captions, strict=True)]

    def add(self, spot: Spot, tag: Tag) -> None:
        """Put somebody on the map."""
        self.spots.append(spot)
        self.rings.append(tag.ring)
        self.starts.append(tag.start)

    def inner(self, ring: int) -> float:
        """Give the inner edge of a ring."""
        return self.edges[ring - 1] if ring else CORE

    def widen(self, ring: int) -> None:
        """Make room in a ring: it becomes wider, and what stands farther out moves away from the middle."""
        wider = Plan([*self.edges], self.captions, [*self.spots], self.rings)
        for each in range(ring, len(self.edges)):
            wider.edges[each] += WIDEN
        wider.spots = [
            _moved(spot, WIDEN) if stands > ring else spot
            for spot, stands in zip(self.spots, self.rings, strict=True)
        ]
        if wider.is_clear():
            self.edges, self.spots = wider.edges, wider.spots
        else:
            self.spread()

    def spread(self) -> None:
        """Move everything away from the middle, in the same proportion."""
        self.edges = [edge * SPREAD for edge in self.edges]
        self.spots = [replace(spot, x=spot.x * SPREAD, y=spot.y * SPREAD) for spot in self.spots]

    def is_clear(self) -> bool:
        """Tell whether nothing stands too near to another."""
        taken = self.taken()
        return all(
            spot.gap(other) >= GAP for at, spot in enumerate(self.spots) for other in (*self.spots[at + 1 :], *taken)
        )


def place(tags: list[Tag], captions: tuple[tuple[float, float], ...]) -> Plan:
    """Place everybody; ``captions`` are the sizes of the names of the rings, from near to far."""
    plan = Plan([CORE + EMPTY * (at + 1) for at in range(len(captions))], captions)
    for tag in tags:
        spot = _found(plan, tag)
        plan.add(spot, tag)
    return plan


def _found(plan: Plan, tag: Tag) -> Spot:
    widened = 0
    while True:
        cost, spot = _best(plan, tag)
        if spot and (cost < plan.edges[-1] * FAR_OFF or widened >= WIDENINGS_LIKED):
            return spot
        widened += 1
        plan.widen(tag.ring)


def _best(plan: Plan, tag: Tag) -> tuple[float, Spot | None]:
    """Find the place that is liked most; none if there is no free one."""
    best: tuple[float, Spot | None] = (math.inf, None)
    boxes = [
        (spot.x, spot.y, (spot.wide + tag.wide) / 2, (spot.high + tag.high) / 2)
        for spot in (*plan.spots, *plan.taken())
    ]
    for turned, x, y in _candidates(plan, tag):
        if turned >= best[0]:
            break
        free = _free(x, y, boxes)
        cost = turned + max(0.0, ROOM - free) * CROWDED
        if free >= GAP and cost < best[0] and _clear_of_core(x, y, tag):
            spot = Spot(x, y, tag.wide, tag.high)
            cost += CROSSED * _crossings(plan, spot, tag.start) + ALONG * _beside(plan, spot, tag.start)
            best = (cost, spot) if cost < best[0] else best
    return best


def _free(x: float, y: float, boxes: list[tuple[float, float, float, float]]) -> float:
    """Give how much is free around a place; once it is too little, by how much does not matter.

    What stood in the way is looked at first the next time: the next place is near, and so it mostly does again.
    """
    free = ROOM
    for at, (other_x, other_y, wide, high) in enumerate(boxes):
        gap = max(abs(x - other_x) - wide, abs(y - other_y) - high)
        if gap < free:
            if gap < GAP:
                boxes.insert(0, boxes.pop(at))
                return gap
            free = gap
    return free


def _candidates(plan: Plan, tag: Tag) -> Iterator[tuple[float, float, float]]:
    """Give the places in the ring, those nearest to the wished direction first, each with what turning costs."""
    inset = min(tag.high / 2, INSET) + 4
    near, far = plan.inner(tag.ring) + inset, plan.edges[tag.ring] - inset
    if near > far:
        return
    count = int((far - near) / TRIED_EVERY)
    middle = (near + far) / 2
    radii = [near + (far - near) * at / count for at in range(count + 1)] if count else [middle]
    radii.sort(key=lambda radius: abs(radius - middle))
    for turned in range(0, HALF + 1, STEP):
        cost = turned * TURNED + max(0, turned - ASIDE) * ASTRAY
        for side in (1, -1) if turned % HALF else (1,):
            angle = math.radians(tag.bearing + side * turned)
            across, up = math.sin(angle), -math.cos(angle)
            for radius in radii:
                yield cost, radius * across, radius * up


def _clear_of_core(x: float, y: float, tag: Tag) -> bool:
    """Tell whether a tag stays out of the middle, with room at the sides for the line to it."""
    near_x, near_y = max(0.0, abs(x) - tag.wide / 2), max(0.0, abs(y) - tag.high / 2)
    return math.hypot(near_x / BESIDE, near_y / CORE) >= 1


def _crossings(plan: Plan, spot: Spot, start: float) -> int:
    """Count how many tags the line to this place runs under, and how many lines it would hide."""
    return sum(
        other.is_met(start, spot.x, spot.y) + spot.is_met(begins, other.x, other.y)
        for other, begins in zip(plan.spots, plan.starts, strict=True)
    )


def _beside(plan: Plan, spot: Spot, start: float) -> int:
    """Count with how many lines the line to this place would run together."""
    return sum(
        abs((spot.x - start) * other.y - (other.x - begins) * spot.y) < TOGETHER * spot.distance * other.distance
        and (spot.x - start) * (other.x - begins) + spot.y * other.y > 0
        for other, begins in zip(plan.spots, plan.starts, strict=True)
        if abs(start - begins) < CORE / 2
    )


def _share(start: float, end: float, low: float, high: float) -> tuple[float, float]:
    """Give from which to which share of its way something that moves evenly is between two bounds."""
    if start == end:
        return (0.0, 1.0) if low < start < high else (1.0, 0.0)
    first, last = sorted(((low - start) / (end - start), (high - start) / (end - start)))
    return max(0.0, first), min(1.0, last)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _moved(spot: Spot, by: float) -> Spot:
    """Move a spot away from the middle."""
    scale = 1 + by / spot.distance
    return replace(spot, x=spot.x * scale, y=spot.y * scale)
