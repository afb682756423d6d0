"""Rendering: a picture becomes PNG, with the shipped fonts alone, so that it is the same on every machine."""

from __future__ import annotations

import math

import resvg_py

from bot.pictures.lettering import FAMILIES, FONTS
from bot.pictures.svg import PAPER

WIDE, TALL = 960, 1140
"""Pixels of a photo in a talk: across about what a phone shows; of a taller one Telegram shows a smaller copy."""


def photo(svg: str) -> bytes:
    """Render SVG to the PNG that is sent in a talk."""
    return png(svg, WIDE, TALL)


def png(svg: str, wide: float, tall: float = math.inf) -> bytes:
    """Render SVG to PNG, as large as it may be; raises ValueError for what is no SVG."""
    zoom = min(wide / _size(svg, "width"), tall / _size(svg, "height"))
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=zoom, background=PAPER, skip_system_fonts=True, font_files=_fonts(svg)
    )


def _fonts(svg: str) -> list[str]:
    """Name the files of the fonts that a picture uses; reading others takes longer than drawing."""
    used = [name for name, family in FAMILIES.items() if f'"{family},' in svg]
    return [str(path) for name in used for path in sorted(FONTS.glob(f"{name}-*.ttf"))]


def _size(svg: str, name: str) -> float:
    return float(svg.partition(f' {name}="')[2].partition('"')[0])
