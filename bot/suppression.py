"""Numbers that may be published: bands of ten, from which no number under ten can be worked out.

Under ten every number is "<10". From ten on a number is shown as the band in which it lies, such as
20-29: so a total less its parts, a part of the funnel less the next, or one report less another
leaves a doubt of at least nine. Where even so the parts of a whole would narrow a number down
(such as ten parts of nine that add up to ninety), the whole table is held back: the secondary
suppression. A month is published only when it is over, so that no two editions of it differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BAND = 10
LEAST_DOUBT = 9
"""Fewer possible values than this for a number under ten would tell too much."""


@dataclass(frozen=True, slots=True)
class Band:
    """What is known of a number: it lies from ``low`` up to and with ``high``."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"<{BAND}" if not self.low else f"{self.low}\N{EN DASH}{self.high}"


def band(number: int) -> Band:
    """Give the band in which a number lies."""
    low = number // BAND * BAND
    return Band(low, low + BAND - 1)


def published(parts: Mapping[str, int], whole: int | None = None) -> dict[str, Band] | None:
    """Give what may be published of the parts of a whole; None when they would tell a number under ten.

    ``whole`` is the published total of which these are the parts; None when they need not add up.
    """
    shown = {name: band(number) for name, number in parts.items()}
    if whole is None:
        return shown
    small = [each for each in narrowed(list(shown.values()), band(whole)) if each.low < BAND]
    return shown if all(each.high - each.low + 1 >= LEAST_DOUBT for each in small) else None


def narrowed(parts: list[Band], whole: Band) -> list[Band]:
    """Work out what anybody can know of each part from all of them and their sum."""
    low, high = sum(each.low for each in parts), sum(each.high for each in parts)
    return [
        Band(
            max(each.low, whole.low - (high - each.high)),
            min(each.high, whole.high - (low - each.low)),
        )
        for each in parts
    ]
