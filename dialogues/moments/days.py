"""Which day is meant: a weekday, a date, or so many days from now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dialogues.moments.vocabulary import Vocabulary, either, pattern

Found = tuple[dict[str, object], str]
"""What was understood, and the text without it."""

Finder = Callable[[str, Vocabulary, date], Found | None]

WEEK = 7


def find_day(text: str, words: Vocabulary, today: date) -> Found | None:
    """Find the day in a text: the surest ways of naming one first."""
    for finder in (_ahead, _date, _figures, _part_of_today, _weekday, _named_day, _week):
        if found := finder(text, words, today):
            return found
    return None


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _ahead(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "In two weeks", "over drie dagen", "iki hafta sonra"."""
    units = f"(?P<weeks>{words.either('unit_weeks')})|{words.either('unit_days')}"
    before, after = rf"{words.either('in')} (?P<number>", rf"{words.number}) (?:{units})"
    found = pattern(before + after).search(text)
    found = found or pattern(rf"(?P<number>{after} {words.either('ahead_after')}").search(text)
    if not found:
        return None
    days = words.value(found["number"]) * (WEEK if found["weeks"] else 1)
    return {"day": today + timedelta(days=days), "relative": True}, _without(text, found)


def _date(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "12 december", "the 12th of December", "December 12"."""
    month, ends = either(words.months), words.raw["ordinals"]
    day, year = rf"(?P<day>\d{{1,2}})(?:{ends})?", r"(?: (?P<year>20\d\d))?"
    of = f"(?:{words.either('of_month')} )?"
    for order in (rf"{day} {of}(?P<month>{month}){year}", rf"(?P<month>{month}) {day}{year}"):
        if found := pattern(order).search(text):
            on = _on(int(found["day"]), words.months[found["month"]], found["year"], today)
            return ({"day": on}, _no_weekday(_without(text, found), words)) if on else None
    return None


def _figures(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "12/12", "12-12-2026"; a day comes before its month, as it does here."""
    found = pattern(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>20\d\d))?").search(text)
    if not found or (found["year"] is None and "/" not in found[0]):
        return None
    on = _on(int(found["day"]), int(found["month"]), found["year"], today)
    return ({"day": on}, _no_weekday(_without(text, found), words)) if on else None


def _on(day: int, month: int, year: str | None, today: date) -> date | None:
    """Give a date that is still to come; without a year, the first time it comes."""
    for each in (int(year),) if year else (today.year, today.year + 1):
        try:
            on = date(each, month, day)
        except ValueError:
            continue
        if on >= today:
            return on
    return None


def _no_weekday(text: str, words: Vocabulary) -> str:
    return pattern(either(words.weekdays)).sub(" ", text)


def _part_of_today(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "Vanavond", "tonight"."""
    found = pattern(either(words.today)).search(text)
    if not found:
        return None
    return {"day": today, "part": words.today[found[0]], "relative": True}, _without(text, found)


def _weekday(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "Dinsdagmiddag", "next week Tuesday", "every Thursday", "on Mondays"."""
    if pattern(f"{words.either('ordinal_words')} {either(words.weekdays)}").search(text):
        return None  # the first Monday of a month is another day than the coming one
    part = rf"(?: ?-?(?P<part>{either(words.parts)}))?"
    every, plural = rf"(?:(?P<every>{words.either('every')}) )?", rf"(?P<plural>{words.raw['plural']})?"
    named = rf"{every}(?:{words.either('next', 'this')} )?(?P<day>{either(words.weekdays)}){part}{plural}"
    found = pattern(named).search(text)
    if not found:
        return None
    rest, in_next_week = _next_week(_without(text, found), words)
    day = _coming(words.weekdays[found["day"]], today, in_next_week=in_next_week)
    weekly = bool(found["every"] or found["plural"])
    return {"day": day, "part": words.parts.get(found["part"] or "", ""), "weekly": weekly}, rest


def _next_week(text: str, words: Vocabulary) -> tuple[str, bool]:
    said = pattern(rf"(?:{words.either('next')} {words.either('week')}|{words.either('next_week')})")
    return said.sub(" ", text), bool(said.search(text))


def _coming(weekday: int, today: date, *, in_next_week: bool) -> date:
    """Give the next such weekday after today, or the one in the week after this."""
    if in_next_week:
        return monday(today) + timedelta(days=WEEK + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % WEEK + 1)


def monday(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _named_day(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "Morgen", "tomorrow afternoon"."""
    part = rf"(?: ?(?P<part>{either(words.parts)}))?"
    found = pattern(rf"(?P<day>{either(words.days)}){part}").search(text)
    if not found:
        return None
    day = today + timedelta(days=words.days[found["day"]])
    return {"day": day, "part": words.parts.get(found["part"] or "", ""), "relative": True}, _without(text, found)


def _week(text: str, words: Vocabulary, today: date) -> Found | None:
    """As in "Volgende week", "this week": no day yet, but a week."""
    which = f"(?:(?P<next>{words.either('next')})|{words.either('this')})"
    one = f"(?P<one>{words.either('next_week')})|{words.either('this_week')}"
    found = pattern(f"(?:{which} {words.either('week')}|{one})").search(text)
    if not found:
        return None
    ahead = timedelta(days=WEEK if found["next"] or found["one"] else 0)
    return {"week": monday(today) + ahead, "relative": True}, _without(text, found)
