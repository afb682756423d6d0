"""What staff should look at: entries that may be wrong, and what nobody offers, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from bot.desk.cards import Card
from bot.desk.visit import Visit
from bot.directory.checking import Doubt, doubts, lacking
from bot.words import Speaker
from dialogues.needs import NAMES
from dialogues.words import Typed, Words, _


@dataclass(frozen=True, slots=True)
class Noted:
    """A card as it stands in a list: with what is to be looked at, and what this pass may do."""

    card: Card
    doubts: list[str]
    may_edit: bool


def noted(visit: Visit) -> list[Noted]:
    """Give every entry that may be seen, those with something to look at first."""
    wrong = visit.store.registering().called_wrong()
    found = [
        Noted(
            card,
            [_said(each, visit.speaker) for each in doubts(card.service, visit.today, wrong)],
            visit.may_edit(card),
        )
        for card in visit.cards.values()
    ]
    return sorted(found, key=lambda each: (not each.doubts, each.card.service.name.casefold()))


def missing(visit: Visit) -> Iterator[tuple[str, str]]:
    """Give each kind of help that somebody lacks in a municipality, and where."""
    for kind, places in lacking(visit.directory, visit.steunpunt.municipalities).items():
        yield visit.speaker.say(NAMES[kind]), ", ".join(places)


def _said(doubt: Doubt, speaker: Speaker) -> str:
    return speaker.say(_words(doubt, speaker))


def _words(doubt: Doubt, speaker: Speaker) -> Words:
    if doubt.kind == "wrong":
        month = format_date(date.fromisoformat(f"{doubt.about}-01"), "MMMM yyyy", locale=speaker.locale)
        return _("In {month} somebody said that the number is wrong.", month=month)
    if doubt.kind == "never":
        return _("Not checked yet by a person.")
    if doubt.kind == "number":
        return _("The number {number} can't be right.", number=Typed(doubt.about))
    day = format_date(date.fromisoformat(doubt.about), "medium", locale=speaker.locale)
    if doubt.kind == "uncertain":
        return _("Last checked on {date}. Carers no longer see it as certain.", date=day)
    return _("Last checked on {date}: more than a year ago.", date=day)
