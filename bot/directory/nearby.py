"""Which municipalities lie around a point on the map; the point itself is kept nowhere.

The points are those of towns, rounded to about a kilometre, so this can only propose: people choose.
"""

from __future__ import annotations

from functools import cache
from math import cos, hypot, radians

from bot.directory import shelf
from bot.directory.gazetteer import gazetteer
from dialogues.inputs import Place

KILOMETRES_A_DEGREE = 111.2
FAR = 20.0
"""Kilometres from the nearest town from which on a point lies outside what we know."""

MOST = 4


def municipalities_around(latitude: float, longitude: float) -> tuple[Place, ...]:
    """Give the municipalities around a point, the nearest first; none far from the Netherlands and Flanders."""
    nearest: dict[str, float] = {}
    for north, east, code in _points():
        away = KILOMETRES_A_DEGREE * hypot(north - latitude, (east - longitude) * cos(radians(latitude)))
        nearest[code] = min(away, nearest.get(code, away))
    close = sorted((away, code) for code, away in nearest.items() if away <= FAR)
    known = gazetteer().municipalities
    found = [known[code] for _away, code in close[:MOST]]
    return tuple(Place(each.code, each.name, each.country, each.province) for each in found)


@cache
def _points() -> tuple[tuple[float, float, str], ...]:
    rows = shelf.rows("coordinates.csv")
    return tuple((float(row["latitude"]), float(row["longitude"]), row["code"]) for row in rows)
