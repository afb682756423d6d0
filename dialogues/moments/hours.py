"""Which time is meant: an hour, or from one hour to another, as people say it."""

from __future__ import annotations

import re

from dialogues.moments.vocabulary import Vocabulary, either, pattern

NOON, LAST_HOUR, LAST_MINUTE, HALF, QUARTER = 12, 23, 59, 30, 15
EARLIEST = 7
"""Before seven o'clock somebody who names no part of the day means the afternoon."""

EVENING_FROM = 5
"""From five o'clock on "in the evening" makes it later than noon."""


def find_hours(text: str, words: Vocabulary, part: str) -> tuple[str, str, str]:
    """Find the time in a text: begin and end as "14:00", empty when not said, and the text without them."""
    clock = _clock(words)
    ranged = pattern(
        rf"(?:{words.either('from')} )?{clock.format(n=1)} ?(?:{words.either('to')}|-|–) ?{clock.format(n=2)}"
    )
    if (found := ranged.search(text)) and (times := _range(found, words, part)):
        return *times, _cut(text, found)
    marked = pattern(rf"(?P<mark>{words.either('from')} )?{clock.format(n=1)}")
    for found in marked.finditer(text):
        if (found["mark"] or _is_clear(found)) and (start := _time(found, 1, words, part)):
            return _said(start), "", _cut(text, found)
    return "", "", text


def _clock(words: Vocabulary) -> str:
    """One time of the day; {n} keeps the names of two apart."""
    half = f"(?P<half_to{{n}}>{words.either('half_to')}) |(?P<half_past{{n}}>{words.either('half_past')}) "
    quarter = f"(?P<q_past{{n}}>{words.either('quarter_past')}) |(?P<q_to{{n}}>{words.either('quarter_to')}) "
    hour = rf"(?P<hour{{n}}>\d{{{{1,2}}}}|{either(words.numbers)})(?:(?:[:.]| ?h ?)(?P<minute{{n}}>\d\d))?"
    after = f"(?: ?(?P<clock{{n}}>{words.either('clock')}))?{_behind(words)}"
    noon = f"(?: ?(?:(?P<am{{n}}>{words.either('before_noon')})|(?P<pm{{n}}>{words.either('after_noon')})))?"
    return f"(?:{half}|{quarter})?{hour}{after}{noon}"


def _behind(words: Vocabulary) -> str:
    """What some languages say behind the hour: "deux heures et demie", "iki buçukta"."""
    names = {"half_after": "half_after", "quarter_after": "q_after", "quarter_before": "q_before"}
    said = "|".join(f"(?P<{name}{{n}}>{words.either(key)})" for key, name in names.items())
    return f"(?: (?:{said})(?: ?{words.either('clock')})?)?"


SAYS_A_TIME = (
    *("half_to", "half_past", "q_past", "q_to", "half_after", "q_after", "q_before"),
    *("minute", "clock", "am", "pm"),
)
"""What stands beside a number that is an hour."""


def _is_clear(found: re.Match[str]) -> bool:
    """A bare number is a time only when something says so."""
    return any(found[f"{name}1"] for name in SAYS_A_TIME)


def _range(found: re.Match[str], words: Vocabulary, part: str) -> tuple[str, str] | None:
    start, end = _time(found, 1, words, part), _time(found, 2, words, part)
    if start is None or end is None:
        return None
    if found["pm2"] and not found["am1"] and start % (NOON * 60) < end % (NOON * 60):
        start = start % (NOON * 60) + NOON * 60
    if end <= start:
        end += NOON * 60
    return (_said(start), _said(end)) if start < end < 24 * 60 else None


def _time(found: re.Match[str], n: int, words: Vocabulary, part: str) -> int | None:
    """Give the minutes since midnight."""
    hour, minute = words.value(found[f"hour{n}"]), int(found[f"minute{n}"] or 0)
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return None
    if len(found[f"hour{n}"]) < 2 or not found[f"hour{n}"].startswith("0"):  # noqa: PLR2004  two digits
        hour = _of_the_day(hour, part, am=bool(found[f"am{n}"]), pm=bool(found[f"pm{n}"]))
    return (hour * 60 + minute + _shift(found, n)) % (24 * 60)


def _of_the_day(hour: int, part: str, *, am: bool, pm: bool) -> int:
    """Choose between the two hours of a day that one number names."""
    if hour > NOON or hour == 0:
        return hour
    if am or (part in {"morning", "night"} and not pm):
        return hour % NOON if am or part == "night" else hour
    later = pm or (part == "evening" and hour >= EVENING_FROM) or part == "afternoon" or hour < EARLIEST
    return hour % NOON + NOON if later else hour


def _shift(found: re.Match[str], n: int) -> int:
    if found[f"half_to{n}"]:
        return -HALF
    if found[f"half_past{n}"] or found[f"half_after{n}"]:
        return HALF
    if found[f"q_past{n}"] or found[f"q_after{n}"]:
        return QUARTER
    return -QUARTER if found[f"q_to{n}"] or found[f"q_before{n}"] else 0


def _said(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
