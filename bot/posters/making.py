"""Making the files of a poster: SVG, PNG, and PDF at the size of the paper.

The PDF holds the picture at 300 dots an inch: so every script looks as it was drawn, also one whose
letters join.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.directory.steunpunten import Steunpunt
from bot.pictures.rendering import png
from bot.posters.layout import SHAPES, Shape, poster
from bot.words import Speaker
from dialogues.languages import LANGUAGES, YOUNG


def choices() -> Iterator[tuple[str, Sequence[Speaker]]]:
    """Give every language and register by a name for its file, and all languages on one page."""
    for code in LANGUAGES:
        yield code, (Speaker(code, young=False),)
        yield f"{code}-{YOUNG}", (Speaker(code, young=True),)
    yield "all", tuple(Speaker(code, young=False) for code in LANGUAGES)


def make(steunpunt: Steunpunt, bot: str, folder: Path) -> list[Path]:
    """Write every poster of a support centre to a folder; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, speakers in choices():
        for shape in SHAPES.values():
            drawn = poster(steunpunt, bot, shape, speakers)
            made += _write(folder / f"{steunpunt.code}-{shape.name}-{name}", drawn, shape)
    return made


def _write(stem: Path, svg: str, shape: Shape) -> list[Path]:
    picture = png(svg, shape.pixels)
    contents = {".svg": svg.encode(), ".png": picture}
    if shape.paper:
        contents[".pdf"] = pdf(picture, *shape.paper)
    for ending, content in contents.items():
        Path(f"{stem}{ending}").write_bytes(content)
    return [Path(f"{stem}{ending}") for ending in contents]


def pdf(picture: bytes, wide: float, high: float) -> bytes:
    """Put a picture on a page of so many millimetres."""
    from fpdf import FPDF  # noqa: PLC0415  it brings half a second of reading with it, and few make a poster

    made = FPDF(unit="mm", format=(wide, high))
    made.set_creation_date(datetime(2000, 1, 1, tzinfo=UTC))
    made.set_margin(0)
    made.set_auto_page_break(auto=False)
    made.add_page()
    made.image(io.BytesIO(picture), x=0, y=0, w=wide, h=high)
    return bytes(made.output())
