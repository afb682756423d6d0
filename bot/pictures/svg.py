"""SVG, written by hand: the few shapes that the pictures are made of, with every text in a font that has it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.pictures.lettering import FAMILIES, showable, stretches

PAPER = "#FFFDF9"
INK = "#3A302B"
MUTED = "#75675D"
HAIR = "#E2D3BF"


def number(value: float) -> str:
    """Write a number as short as it can be."""
    return (
        f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0")
        if abs(value) < 1
        else f"{value:.1f}".removesuffix(".0")
    )


def attributes(given: dict[str, object]) -> str:
    """Write attributes; an underscore stands for a hyphen, and None leaves one out."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{number(value) if isinstance(value, float | int) else value}"'
        for name, value in given.items()
        if value is not None
    )


def element(name: str, inside: str = "", **given: object) -> str:
    """Write an element."""
    return f"<{name}{attributes(given)}>{inside}</{name}>" if inside else f"<{name}{attributes(given)}/>"


def text(content: str, x: float, y: float, size: float, **given: object) -> str:
    """Write a text on one line; ``y`` is its baseline."""
    pieces = [(f"{FAMILIES[each.font]},sans-serif", escape(each.text)) for each in stretches(showable(content))]
    if len(pieces) == 1:
        family, inside = pieces[0]
        return element("text", inside, x=x, y=y, font_size=size, font_family=family, **given)
    spans = "".join(element("tspan", inside, font_family=family) for family, inside in pieces)
    return element("text", spans, x=x, y=y, font_size=size, **given)


def document(width: float, height: float, title: str, telling: str, body: Iterable[str], *, language: str) -> str:
    """Write a whole picture, with its title and the same in words for who cannot see it."""
    parts = [
        element("title", escape(title)),
        element("desc", escape(telling)),
        *body,
    ]
    return element(
        "svg",
        "\n" + "\n".join(part for part in parts if part) + "\n",
        xmlns="http://www.w3.org/2000/svg",
        xml__lang=None,
        lang=language,
        role="img",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        style=f"background:{PAPER}",
    )
