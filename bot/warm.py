"""Ready before the first person writes: nobody's turn waits for files that are read once."""

from __future__ import annotations

import gc
from pathlib import Path

from bot import bookshelf
from bot.words import catalog
from dialogues.languages import YOUNG
from dialogues.listening.surnames import names

GARBAGE = 10_000, 20, 20
"""How many new objects are made until the unused ones are looked for, and how often it is done thoroughly."""


FIRST = ("nl", "en")
"""Languages whose words are read at once; those of another when somebody first needs them, which takes a moment."""


def warm_up(data: Path) -> None:
    """Read the phrases of every language and the words of most people, and spare them each search for garbage.

    What is loaded by now lives as long as the process; looking through it over and over took a
    tenth of the processor's time under load.
    """
    gc.disable()
    bookshelf.take_up(data)
    names()
    for language in FIRST:
        catalog(language)
        catalog(f"{language}@{YOUNG}")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    gc.enable()
