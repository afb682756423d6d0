"""What can be wrong with the words of a language beyond being absent: terms, letters, forms, what was left."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from bot import catalogs
from bot.languages.glossary import Glossary, glossary
from bot.words import SOURCE, locale

DUTCH = "nl"

FEWEST = 3
"""From so many words on a sentence that is the same in another language was left as it is; "Partner" is a word."""

DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")
"""Signs that turn the direction: the code isolates values, a catalog never needs them."""

_VALUE = re.compile(r"\{\w*\}")
_WORD = re.compile(r"[^\W\d_]+")


def problems() -> Iterator[str]:
    """Find what is wrong with the words of any language, one line each."""
    dutch = catalogs.read(DUTCH)
    for name in catalogs.names():
        language = name.partition("@")[0]
        rules = glossary(language)
        for message in catalogs.read(name):
            if message.id:
                english, model = catalogs.forms(message)[0][0], dutch.get(message.id)
                said_in_dutch = catalogs.forms(model)[1][0] if model else ""
                yield from (
                    f"{name}: {wrong}: {english[:70]!r}" for wrong in _wrong(rules, english, said_in_dutch, message)
                )


def _wrong(rules: Glossary, english: str, dutch: str, message: Message) -> Iterator[str]:
    texts = [text for text in catalogs.forms(message)[1] if text]
    wanted = plural_forms(rules.language)
    if isinstance(message.id, tuple | list) and texts and len(texts) != wanted:
        yield f"{len(texts)} plural forms, and the language has {wanted}"
    for text in texts:
        yield from rules.wrong_terms(english, text)
        yield from rules.never_said(text)
        yield from rules.foreign_letters(english, dutch, text)
        yield from _left(rules.language, english, dutch, text)
        yield from _turned(rules.language, text)


def plural_forms(language: str) -> int:
    """Give how many plural forms a language has."""
    return int(Catalog(locale=language).num_plurals)


def _left(language: str, english: str, dutch: str, text: str) -> Iterator[str]:
    for other, said in ((SOURCE, english), (DUTCH, dutch)):
        if language != other and text == said and len(_WORD.findall(_VALUE.sub("", text))) >= FEWEST:
            yield f"left in {locale(other).english_name}"


def _turned(language: str, text: str) -> Iterator[str]:
    """Right to left, a line that begins with a Latin word, a command or an emoji is laid out the wrong way."""
    if DIRECTION_MARKS.search(text):
        yield "has a direction mark"
    if locale(language).text_direction == "rtl" and any(map(_begins_wrongly, text.splitlines())):
        yield "a line begins with a Latin word, a command or an emoji"


def _begins_wrongly(line: str) -> bool:
    bare = _VALUE.sub("", line)
    if not any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in bare):
        return False
    first = next((sign for sign in bare if unicodedata.category(sign)[0] in "LS" or sign == "/"), "")
    return first == "/" or unicodedata.bidirectional(first) == "L" or unicodedata.category(first) == "So"
