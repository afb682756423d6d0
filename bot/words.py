"""Words become text: gettext catalogs by language and register, with inserted values kept apart."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache
from html import escape
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dialogues.languages import LANGUAGES, YOUNG
from dialogues.words import Clock, Day, Fact, Joined, Listing, Plural, Text, Typed, Value, Words

DOMAIN = "vraagkracht"
LOCALES = Path(__file__).parent.parent / "locales"

OPEN, CLOSE = "\u2068", "\u2069"
"""First strong isolate and its end: an inserted name of another script can't turn the sentence."""

_BARE = str.maketrans("", "", OPEN + CLOSE)

SOURCE = "en"
"""The language of the msgids; where all else fails, the sentence is said in it."""


class Speaker:
    """Says words in one language and register, with the facts that the host knows, as they are ``now``."""

    def __init__(
        self,
        language: str,
        *,
        young: bool,
        facts: Mapping[str, FactTeller] | None = None,
        now: datetime | None = None,
    ) -> None:
        self.language = language if language in LANGUAGES else SOURCE
        self.young = young
        self.now = now
        self.locale = locale(self.language)
        self.right_to_left = self.locale.text_direction == "rtl"
        self._facts = facts or {}
        self._catalog = catalog(f"{self.language}@{YOUNG}" if young else self.language)

    def in_language(self, language: str) -> Speaker:
        """Give who says the same in another language; in this one when none is named."""
        if language in {"", self.language}:
            return self
        return Speaker(language, young=self.young, facts=self._facts, now=self.now)

    def say(self, words: Words) -> str:  # noqa: PLR0911  one for each kind of words
        """Give the text of words; an unknown fact raises KeyError."""
        match words:
            case Text():
                return self._filled(self._catalog.gettext(words.msgid), words.values)
            case Plural():
                said = self._catalog.ngettext(words.one, words.other, words.number)
                return self._filled(said, {**words.values, "number": words.number})
            case Typed():
                return words.text
            case Listing():
                return format_list([self.say(item) for item in words.items], locale=self.locale)
            case Joined():
                return words.separator.join(part for part in map(self.say, words.parts) if part)
            case Fact():
                return self._facts[words.name](self, words.about)
            case Day() | Clock():
                return self._dated(words)

    def _dated(self, words: Day | Clock) -> str:
        if isinstance(words, Day):
            return format_date(date.fromisoformat(words.date), day_pattern(self.language), locale=self.locale)
        return clock(time.fromisoformat(words.time), self)

    def _filled(self, sentence: str, values: Mapping[str, Value]) -> str:
        if not values:
            return sentence
        said = sentence.format_map({name: isolated(self._value(value)) for name, value in values.items()})
        return beginning(said, self.language) if sentence.startswith("{") and sentence[-1:] in ".?!" else said

    def _value(self, value: Value) -> str:
        return str(value) if isinstance(value, str | int) else self.say(value)


FactTeller = Callable[[Speaker, Mapping[str, str]], str]


def beginning(sentence: str, language: str = "") -> str:
    """Begin a sentence with a capital, also when a value stands first in it; a Turkish i keeps its dot."""
    at = 1 if sentence.startswith(OPEN) else 0
    first = sentence[at : at + 1]
    large = "İ" if language == "tr" and first == "i" else first.upper()
    return sentence[:at] + large + sentence[at + 1 :]


def isolated(text: str) -> str:
    """Wrap an inserted value so that its direction stays its own; what has lines of its own needs none."""
    return text if "\n" in text else f"{OPEN}{text}{CLOSE}"


def on_page(speaker: Speaker, words: Words) -> str:
    """Give words for a page of HTML; what was inserted is kept apart only where lines run right to left."""
    said = escape(speaker.say(words))
    return said if speaker.right_to_left else bare(said)


def bare(text: str) -> str:
    """Give a text without isolates, for a terminal and for comparing."""
    return text.translate(_BARE)


_WRITTEN_AS_IN = {"so": "so_KE"}
"""Languages that are written here as in one of their countries: Babel's own "so" says hours as "11:00 GH", by
halves of the day, which nobody here reads on a clock; in Kenya they are said as here, "14:00"."""


@cache
def locale(language: str) -> Locale:
    """Give what Babel knows of a language; looking it up takes as long as saying ten sentences."""
    return Locale.parse(_WRITTEN_AS_IN.get(language, language))


@cache
def day_pattern(language: str) -> str:
    """Give how a language writes a day in full, without the year: its short form with whole names."""
    short = str(locale(language).datetime_skeletons["MMMEd"].pattern)
    return re.sub(r"(?<!M)M{3}(?!M)", "MMMM", re.sub(r"[Ec]+", "EEEE", short))


def clock(at: time, speaker: Speaker) -> str:
    """Write a time of the day: in English as it is written there, else by 24 hours, as every door here says it."""
    return format_time(at, "short" if speaker.language == SOURCE else "HH:mm", locale=speaker.locale)


def short_day(day: date, speaker: Speaker) -> str:
    """Write a date with its year in short, the month as a word: figures alone are turned about, right to left."""
    return str(format_skeleton("yMMMd", day, locale=speaker.locale))


@cache
def catalog(name: str) -> gettext.NullTranslations:
    """Load a catalog; a register falls back to its language, and that to the msgids."""
    path = catalog_path(name)
    language, _, register = name.partition("@")
    if not path.exists():
        return catalog(language) if register else gettext.NullTranslations()
    with path.open("rb") as source:
        messages = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    translations = gettext.GNUTranslations(compiled)
    if name != SOURCE:
        translations.add_fallback(catalog(language if register else SOURCE))
    return translations


def catalog_path(name: str) -> Path:
    """Give where the catalog of a language or register stands."""
    return LOCALES / name / "LC_MESSAGES" / f"{DOMAIN}.po"


def country_of(tag: str) -> str:
    """Tell the country that an IETF tag names, where it matters for a number to call; else nothing."""
    region = tag.replace("_", "-").rpartition("-")[2].upper()
    return region if region in {"NL", "BE"} else ""


def negotiate(tag: str) -> str:
    """Find the language of ours that an IETF tag asks for; Dutch when none of it is ours."""
    wanted = tag.replace("_", "-").partition("-")[0].lower()
    return wanted if wanted in LANGUAGES else "nl" if not wanted else SOURCE
