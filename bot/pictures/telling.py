"""From what the talk wants to show to what a picture tells: every word said in the person's language."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from babel.dates import format_date

from bot.pictures.told import Check, MapTold, Somebody, StrainTold
from bot.words import Speaker, bare, short_day
from dialogues.areas import AREAS as STRAIN_AREAS
from dialogues.effects import DrawMap, DrawStrain
from dialogues.people import CIRCLES, SUPPORT
from dialogues.picture import AREAS, ENERGY, GIVES, LETTERS, LINES, WEIGHTS
from dialogues.words import Text, Words, _


def map_told(effect: DrawMap, speaker: Speaker, day: date) -> MapTold:
    """Tell the map of the people around somebody."""
    return MapTold(
        language=speaker.language,
        right_to_left=speaker.right_to_left,
        title=_said(speaker, _("The people around me")),
        date=format_date(day, "long", locale=speaker.locale),
        telling=_said(speaker, effect.words),
        me=_said(speaker, _("Me")),
        cared_for=_said(speaker, effect.cared_for),
        people=tuple(Somebody(**asdict(each)) for each in effect.people),
        words={
            name: {code: _said(speaker, words) for code, words in known.items()} for name, known in EXPLAINED.items()
        },
    )


def strain_told(effect: DrawStrain, speaker: Speaker, day: date) -> StrainTold:
    """Tell where it weighs, and how it was before."""
    earlier = [
        Check(short_day(date.fromisoformat(each.on), speaker), _levels(dict(each.levels))) for each in effect.earlier
    ]
    today = short_day(day, speaker) if earlier else format_date(day, "long", locale=speaker.locale)
    now = Check(today, _levels(dict(effect.now.levels)))
    return StrainTold(
        language=speaker.language,
        right_to_left=speaker.right_to_left,
        title=_said(speaker, _("How it weighs")),
        trend=_said(speaker, _("How it was before, and how it is now")),
        telling=_said(speaker, effect.words),
        areas=tuple(_said(speaker, area) for area in STRAIN_AREAS.values()),
        weights=tuple(_said(speaker, weight) for weight in WEIGHTS),
        checks=(*earlier, now),
    )


EXPLAINED: dict[str, dict[str, Words] | dict[str, Text]] = {
    "circles": {**CIRCLES, "": _("Not placed yet")},
    "areas": AREAS,
    "lines": LINES,
    "gives": GIVES,
    "energy": ENERGY,
    "support": SUPPORT,
    "letters": LETTERS,
}
"""The words that the map explains itself with, by what they are for."""


def _levels(levels: dict[str, int]) -> tuple[int | None, ...]:
    return tuple(levels.get(area) for area in STRAIN_AREAS)


def _said(speaker: Speaker, words: Words) -> str:
    return bare(speaker.say(words))
