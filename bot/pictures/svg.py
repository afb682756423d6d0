"""SVG, written by hand: the few shapes that the pictures are made of, with every text in a font that has it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bot.pictures.lettering import FAMILIES, Stretch, is_right_to_left, showable, stretches, width

PAPER = "#FFFDF9"
INK = "#3A302B"
MUTED = "#75675D"
HAIR = "#E2D3BF"

FROM_RIGHT, END = "\u202b", "\u202c"


def number(value: float) -> str:
    """Write a number as short as it can be."""
    return (
        f"{value:.1f}".rstrip("0").rstrip(".").replace("-0", "0")
        if abs(value) < 1
        else f"{value:.1f}".removesuffix(".0")
    )


def attributes(given: dict[str, object]) -> str:
    """Write attributes; an underscore stands for a hyphen, two for a colon, and None leaves one out."""
    return "".join(
        f' {name.replace("__", ":").replace("_", "-")}="{number(value) if isinstance(value, float | int) else value}"'
        for name, value in given.items()
        if value is not None
    )


def element(name: str, inside: str = "", **given: object) -> str:
    """Write an element."""
    return f"<{name}{attributes(given)}>{inside}</{name}>" if inside else f"<{name}{attributes(given)}/>"


def text(
    content: str, x: float, y: float, size: float, *, fill: str, bold: bool = False, anchor: str = "middle"
) -> str:
    """Write a text on one line; ``y`` is its baseline.

    ``anchor`` says what stands at ``x``: the text's "middle", its left side ("start") or its right side ("end").
    """
    shown = showable(content)
    pieces = stretches(shown)
    given = {"font_size": size, "fill": fill, "font_weight": 600 if bold else None}
    if len(pieces) == 1:
        return _piece(pieces[0], x=x, y=y, text_anchor=None if anchor == "start" else anchor, **given)
    widths = [width(each.text, size, bold=bold) for each in pieces]
    turn = -1 if is_right_to_left(shown) else 1
    at = x - sum(widths) * ({"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] - (turn < 0))
    written = ""
    for piece, wide in zip(pieces, widths, strict=True):
        written += _piece(piece, x=min(at, at + turn * wide), y=y)
        at += turn * wide
    return element("g", written, **given)


def _piece(piece: Stretch, **given: object) -> str:
    """Write a stretch in its font; what is read from the right says so, for its full stops and numbers."""
    directed = f"{FROM_RIGHT}{piece.text.strip()}{END}" if is_right_to_left(piece.text) else piece.text
    return element(
        "text",
        escape(directed),
        font_family=f"{FAMILIES[piece.font]},sans-serif",
        xml__space="preserve" if directed[-1:] == " " else None,
        **given,
    )


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
        lang=language,
        role="img",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        style=f"background:{PAPER};direction:ltr",
    )
