"""Numbers, addresses and commands in what is said become something to tap; all else is escaped."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

from bot.directory.helplines import helplines
from bot.words import CLOSE, OPEN
from dialogues.ways_out import COMMANDS

_END = rf"(?=[.,;:!?)”»\]]*(?:[\s{OPEN}{CLOSE}]|$))"


@cache
def _pattern() -> re.Pattern[str]:
    known = sorted({phone for line in helplines() for phone in line.phones}, key=len, reverse=True)
    phones = "|".join(map(re.escape, known))
    commands = "|".join(sorted(COMMANDS, key=len, reverse=True))
    return re.compile(
        rf"(?P<url>https?://[^\s{OPEN}{CLOSE}<>\"]+?){_END}"
        rf"|(?<![\w/:.])/(?P<command>{commands})\b(?!/)"
        rf"|(?<![\d\w/-])(?P<known>{phones})(?![\d\w-])"
        r"|(?<![\d\w/-])(?P<phone>(?:\+\d{2} ?|0)\d[\d -]{6,11}\d|14 ?0\d{2,3})(?![\d\w-])"
    )


def linked(text: str) -> Markup:
    """Give a text as HTML, with what can be called, opened or asked for as links and buttons."""
    parts, at = [], 0
    for found in _pattern().finditer(text):
        parts += [escape(text[at : found.start()]), _made(found)]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def _made(found: re.Match[str]) -> Markup:
    shown = found[0]
    if url := found["url"]:
        link = '<a href="{0}" target="_blank" rel="noopener noreferrer">{1}</a>'
        return Markup(link).format(url, shown)  # noqa: S704  both are escaped by format
    if command := found["command"]:
        button = '<button class="inline" name="command" value="{0}">{1}</button>'
        return Markup(button).format(command, shown)  # noqa: S704  both are escaped by format
    digits = re.sub(r"[^\d+]", "", shown)
    return Markup('<a href="tel:{0}" dir="ltr">{1}</a>').format(digits, shown)
