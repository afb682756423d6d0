"""What makes asking hard: the 23 coded reasons, in at most 16 choices, each with an answer that does not push.

An answer recognises the reason, looks at it from another side that respects it, and names one small thing to
try. What a reason does to the ask later is declared with it (dialogues/easing.py). The codes B01 to B23 are
those of a digest of sources 001 and 002 (2012, 2016); where a choice covers more than one, a finer question
may be asked. That pushing makes it worse is the finding of source 001 (lines 3140-3153, 3443-3466).
"""

from __future__ import annotations

from dialogues.barriers.oneself import ONESELF
from dialogues.barriers.others import OTHERS
from dialogues.barriers.reason import Barrier, Side
from dialogues.barriers.the_care import THE_CARE

__all__ = ["BARRIERS", "BY_CODE", "SIDES", "Barrier", "Side", "covered"]

BY_CODE = {barrier.code: barrier for barrier in (*OTHERS, *ONESELF, *THE_CARE)}

ORDER = (
    "burden",
    "nothing_back",
    "self",
    "private",
    "duty",
    "roles",
    "independence",
    "waiting",
    "refusal",
    "quality",
    "energy",
    "strangers",
    "shame",
    "care",
    "accepting",
    "nobody",
)
"""In which order the reasons are offered."""

BARRIERS = tuple(BY_CODE[code] for code in ORDER)

SIDES = {side.code: side for barrier in BARRIERS for side in barrier.sides}


def covered() -> set[str]:
    """Give the codes of all the reasons that have a place among the choices."""
    return {each.covers for each in BARRIERS if each.covers} | {each.covers for each in SIDES.values()}
