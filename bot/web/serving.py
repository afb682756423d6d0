"""Making the pages of one process: their talks, what they know of the channel, and their door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.desk.door import Desk, Ground
from bot.desk.tryout import TryDoor, Tryouts
from bot.directory.services import Shelf
from bot.facts import facts
from bot.meter import UNMEASURED, Meter
from bot.settings import Settings
from bot.store import Store
from bot.voice.reader import Reader
from bot.web.door import WebDoor
from bot.web.guard import Place
from bot.web.stage import PageStage
from bot.web.talks import PageTalks
from bot.words import FactTeller
from dialogues.words import _


def web_door(
    settings: Settings,
    store: Store,
    shelf: Shelf,
    meter: Meter,
    clock: Callable[[], datetime],
    *,
    reader: Reader | None = None,
) -> WebDoor:
    """Make the door to the talks on pages, over the store that all channels share."""
    place = Place(settings.web_url)
    beside = _desk(settings, store, shelf, place, clock).routes()
    talks = page_talks(settings, store, shelf, meter)
    talks.voices = reader.languages if reader else frozenset()
    return WebDoor(talks, place, clock, beside, reader)


def _desk(settings: Settings, store: Store, shelf: Shelf, place: Place, clock: Callable[[], datetime]) -> Desk:
    """Make the pages for the staff of support centres; what they try out is not measured."""
    tryout = TryDoor(page_talks(settings, store, shelf, UNMEASURED, Tryouts), place, clock).app()
    bot = settings.bot.removeprefix("@")
    return Desk(Ground(store, shelf, place, ZoneInfo(settings.time_zone), bot, clock), tryout)


def page_talks(
    settings: Settings, store: Store, shelf: Shelf, meter: Meter, kind: type[PageTalks] = PageTalks
) -> PageTalks:
    """Make the conversations of the pages."""
    return kind(
        store,
        PageStage,
        page_facts(settings, shelf),
        ZoneInfo(settings.time_zone),
        settings.months_kept,
        settings.months_kept_child,
        meter=meter,
        directory=shelf,
    )


def page_facts(settings: Settings, shelf: Shelf) -> Mapping[str, FactTeller]:
    """Give the facts as they are on a page: nobody stands between, and there is no other door to name."""
    return facts(settings, shelf) | {
        "page": lambda _speaker, _about: "",
        "seen_by": lambda speaker, _about: speaker.say(
            _(
                "No other company reads along on this page. Who holds your phone can read it: “Leave”, at the top, "
                "closes it at once."
            )
        ),
        "farewell": lambda speaker, _about: speaker.say(_("Everything is erased. You are always welcome again.")),
    }
