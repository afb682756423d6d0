"""Rendering: a picture becomes PNG, with the shipped fonts alone, so that it is the same on every machine."""

from __future__ import annotations

import resvg_py

from bot.pictures.lettering import FAMILIES, FONTS
from bot.pictures.svg import PAPER

WIDE = 1080
"""Pixels across: as many as a phone has, and enough for print; Telegram makes a larger one smaller anyway."""


def png(svg: str, wide: int = WIDE) -> bytes:
    """Render SVG to PNG; raises ValueError for what is no SVG."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, zoom=wide / _wide(svg), background=PAPER, skip_system_fonts=True, font_files=_fonts(svg)
    )


def _fonts(svg: str) -> list[str]:
    """Name the files of the fonts that a picture uses; reading others takes longer than drawing."""
    used = [name for name, family in FAMILIES.items() if f'"{family},' in svg]
    return [str(path) for name in used for path in sorted(FONTS.glob(f"{name}-*.ttf"))]


def _wide(svg: str) -> float:
    return float(svg.partition(' width="')[2].partition('"')[0])
