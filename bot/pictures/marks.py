"""Marks of energy: a shape and a sign of its own for each, so that colour alone tells nothing."""

from __future__ import annotations

from bot.pictures.svg import element

GIVES = "#3F7F52"
NEUTRAL = "#6B7C93"
COSTS = "#BC4B32"


def mark(energy: str, x: float, y: float, size: float) -> str:
    """Draw the mark of an energy around a point: round and plus, square and level, triangle and minus."""
    match energy:
        case "gives":
            arm = size * 0.5
            return element("circle", cx=x, cy=y, r=size, fill=GIVES) + _sign(
                f"M{x - arm:.1f} {y:.1f}h{2 * arm:.1f}M{x:.1f} {y - arm:.1f}v{2 * arm:.1f}", size
            )
        case "neutral":
            side, arm = size * 0.88, size * 0.45
            box = element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, rx=3, fill=NEUTRAL)
            return box + _sign(
                f"M{x - arm:.1f} {y - 3:.1f}h{2 * arm:.1f}M{x - arm:.1f} {y + 3:.1f}h{2 * arm:.1f}", size
            )
        case "costs":
            top, low, half, arm = y - size * 0.85, y + size * 1.05, size * 1.2, size * 0.38
            shape = f"M{x - half:.1f} {top:.1f}h{2 * half:.1f}L{x:.1f} {low:.1f}Z"
            solid = element("path", d=shape, fill=COSTS, stroke=COSTS, stroke_width=3, stroke_linejoin="round")
            return solid + _sign(f"M{x - arm:.1f} {y - size * 0.25:.1f}h{2 * arm:.1f}", size)
        case _:
            return ""


def _sign(path: str, size: float) -> str:
    return element("path", d=path, stroke="#fff", stroke_width=max(2.0, size * 0.22), stroke_linecap="round")
