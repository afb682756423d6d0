"""What a service is for; the codes stand in the talk, in the directory and in the sheets."""

from __future__ import annotations

from dialogues.needs import NAMES

KINDS: tuple[str, ...] = tuple(NAMES)
