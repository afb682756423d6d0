"""Network: who is around you, in circles from near to far; whom you would rather not ask; a map in words."""

from __future__ import annotations

from dialogues.chapters.network.card import CARD
from dialogues.chapters.network.circles import CIRCLES
from dialogues.chapters.network.cues import CUES, NOBODY
from dialogues.chapters.network.overview import MAP, draw_map
from dialogues.chapters.network.someone import NEW_PERSON
from dialogues.details import map_in_words
from dialogues.script import chapter
from dialogues.words import _

__all__ = ["NETWORK", "draw_map", "map_in_words"]

STEPS = {"rather_not", "closest", "friends", "acquaintances", "theirs", "services", "map"}
"""What progress counts; all else comes only for some."""

QUESTIONS = (*CIRCLES, *NEW_PERSON, *CUES, *MAP, *CARD, *NOBODY)

NETWORK = chapter(
    "network",
    _("Who is around you"),
    *QUESTIONS,
    side_steps=[each.name for each in QUESTIONS if each.name not in STEPS],
)
