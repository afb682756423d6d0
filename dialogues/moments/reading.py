"""Reading a moment from somebody's own words, in any language that has words for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from dialogues.languages import LANGUAGES
from dialogues.moments.days import find_day
from dialogues.moments.hours import find_hours
from dialogues.moments.value import Moment
from dialogues.moments.vocabulary import Vocabulary, either, pattern, vocabulary


def read(text: str, language: str, today: date) -> Moment | None:
    """Understand a day, perhaps with a time; None when no day or week is named."""
    plain = _plain(text)
    own = vocabulary(language)
    if own and (found := _read(plain, own, today)):
        return found
    for other in LANGUAGES:
        words = vocabulary(other) if other != language else None
        if words and (found := _read(_without_small_words(plain, own), words, today)):
            return found
    return None


def _without_small_words(text: str, own: Vocabulary | None) -> str:
    """Leave out what is a small word in the own language, and perhaps a day in another: "od 14 do 16"."""
    return pattern(own.either("to", "in")).sub(" ", text) if own else text


def _plain(text: str) -> str:
    spaced = text.casefold().replace(",", " ").replace(";", " ").rstrip(". !?")
    return " ".join(spaced.split())


def _read(text: str, words: Vocabulary, today: date) -> Moment | None:
    found = find_day(text, words, today)
    if found is None:
        return None
    known, rest = found
    part, rest = _part(known, " ".join(rest.split()), words)
    start, end, rest = find_hours(" ".join(rest.split()), words, part)
    dates = {name: known[name].isoformat() for name in ("day", "week") if name in known}  # type: ignore[attr-defined]
    marks: dict[str, Any] = {name: known[name] for name in ("weekly", "relative") if known.get(name)}
    whole = all(word in words.raw["fillers"] for word in rest.split())
    return Moment(**dates, **marks, part=part, start=start, end=end, whole=whole)


def _part(known: dict[str, object], rest: str, words: Vocabulary) -> tuple[str, str]:
    """Find the part of the day, which may stand apart from the day."""
    if part := str(known.get("part") or ""):
        return part, rest
    found = pattern(either(words.parts)).search(rest)
    if not found:
        return "", rest
    return words.parts[found[0]], f"{rest[: found.start()]} {rest[found.end() :]}"
