"""Ready before the first person writes: nobody's turn waits for files that are read once."""

from __future__ import annotations

import gc

from bot.words import catalog
from dialogues.languages import LANGUAGES, YOUNG
from dialogues.listening.phrasebook import books
from dialogues.listening.surnames import names
from dialogues.listening.themes import heard_themes

GARBAGE = 10_000, 20, 20
"""How many new objects are made until the unused ones are looked for, and how often it is done thoroughly."""


def warm_up() -> None:
    """Read the words and the phrases of every language, and leave what stays out of each search for garbage.

    What is loaded by now lives as long as the process; looking through it over and over took a
    tenth of the processor's time under load.
    """
    books()
    names()
    heard_themes("")
    for language in LANGUAGES:
        catalog(language)
        catalog(f"{language}@{YOUNG}")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
