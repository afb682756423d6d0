"""A visit: one request of a colleague, with what the pass allows and the directory as it is at that moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.desk.cards import Card, cards_of
from bot.directory.gazetteer import gazetteer
from bot.directory.services import Directory
from bot.directory.steunpunten import Steunpunt
from bot.store import Store
from bot.store.passes import Pass
from bot.store.register import Listed
from bot.words import Speaker


@dataclass(frozen=True)
class Visit:
    """Who asks, in which language, for which support centre."""

    own: Pass
    speaker: Speaker
    code: str
    listed: Listed
    now: datetime
    store: Store

    @cached_property
    def directory(self) -> Directory:
        """Give the directory as it is now."""
        return Directory.of(self.listed)

    @property
    def steunpunt(self) -> Steunpunt:
        """Give the support centre that is looked at."""
        return self.directory.steunpunten[self.code]

    @property
    def today(self) -> date:
        """Give the day."""
        return (self.speaker.now or self.now).date()

    @cached_property
    def cards(self) -> Mapping[tuple[str, str], Card]:
        """Give the entries that may be seen: of an operator all, else those for this centre's municipalities."""
        return {each.address: each for each in self._seen()}

    def may_edit(self, card: Card) -> bool:
        """Tell whether this pass may change an entry."""
        mine = card.keeper == self.own.steunpunt
        return self.own.role == "operator" or (self.own.role == "edit" and mine)

    def _seen(self) -> Iterator[Card]:
        municipalities = set(self.steunpunt.municipalities)
        countries = {gazetteer().municipalities[each].country for each in municipalities}
        for card in cards_of(self.listed):
            near = bool(card.service.extents & (municipalities | countries))
            if self.own.role == "operator" or near or card.keeper == self.own.steunpunt:
                yield card
