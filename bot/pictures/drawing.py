"""Drawing: what a picture tells becomes SVG."""

from __future__ import annotations

from bot.pictures.bars import bars
from bot.pictures.ecogram import ecogram
from bot.pictures.told import Json, MapTold, StrainTold


def drawn(stored: Json) -> str:
    """Draw a picture from its stored form."""
    if stored["kind"] == "map":
        return ecogram(MapTold.from_json(stored))
    return bars(StrainTold.from_json(stored))
