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

CROSSED = 110.0
CROWDED = 0.9
FAR_OFF = 280.0
"""A place that is liked less than this is only taken once the ring has been widened."""

WIDENINGS_LIKED = 1


@dataclass(frozen=True, slots=True)
class Tag:
    """What is to be placed: how large, in which ring (0 is nearest), in which direction it would be.

    ``bearing`` is in degrees, clockwise from the top.
    """

    wide: float
    high: float
    ring: int
    bearing: float


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

    @property
    def breadth(self) -> float:
        """Half the angle that it takes, seen from the middle, in degrees."""
        across = (self.wide * abs(self.y) + self.high * abs(self.x)) / 2 / max(self.distance, 1.0)
        return math.degrees(math.atan2(across, max(self.distance, 1.0)))


@dataclass(slots=True)
class Plan:
    """The map as it grows: the outer edge of each ring, and where each person stands."""

    edges: list[float]
    captions: tuple[tuple[float, float], ...]
    spots: list[Spot] = field(default_factory=list)
    rings: list[int] = field(default_factory=list)
    _seen: list[tuple[float, float, float]] | None = None

    def taken(self) -> list[Spot]:
        """Give what stands on the edges of the rings: their names, at the bottom."""
        return [Spot(0.0, edge, *size) for edge, size in zip(self.edges, self.captions, strict=True)]

    def seen(self) -> list[tuple[float, float, float]]:
        """Give how everybody is seen from the middle: direction, distance, breadth."""
        if self._seen is None:
            self._seen = [(spot.bearing, spot.distance, spot.breadth) for spot in self.spots]
        return self._seen

    def add(self, spot: Spot, ring: int) -> None:
        """Put somebody on the map."""
        self.spots.append(spot)
        self.rings.append(ring)
        self._seen = None

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
            self.edges, self.spots, self._seen = wider.edges, wider.spots, None
        else:
            self.spread()

    def spread(self) -> None:
        """Move everything away from the middle, in the same proportion."""
        self.edges = [edge * SPREAD for edge in self.edges]
        self.spots = [replace(spot, x=spot.x * SPREAD, y=spot.y * SPREAD) for spot in self.spots]
        self._seen = None

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
        plan.add(spot, tag.ring)
    return plan


def _found(plan: Plan, tag: Tag) -> Spot:
    widened = 0
    while True:
        cost, spot = _best(plan, tag)
        if spot and (cost < FAR_OFF or widened >= WIDENINGS_LIKED):
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
            cost += CROSSED * _crossings(plan, spot)
            best = (cost, spot) if cost < best[0] else best
    return best


def _free(x: float, y: float, boxes: list[tuple[float, float, float, float]]) -> float:
    """Give how much is free around a place; once it is too little, by how much does not matter."""
    free = ROOM
    for other_x, other_y, wide, high in boxes:
        gap = max(abs(x - other_x) - wide, abs(y - other_y) - high)
        if gap < free:
            if gap < GAP:
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


def _crossings(plan: Plan, spot: Spot) -> int:
    """Count how many tags the line to this place runs under, and how many lines it would hide."""
    at, distance, breadth = spot.bearing, spot.distance, spot.breadth
    return sum(
        abs((at - other_at + HALF) % 360 - HALF) < (other_breadth if other_distance < distance else breadth)
        for other_at, other_distance, other_breadth in plan.seen()
    )


def _moved(spot: Spot, by: float) -> Spot:
    """Move a spot away from the middle."""
    scale = 1 + by / spot.distance
    return replace(spot, x=spot.x * scale, y=spot.y * scale)
