"""A service in words: how to begin, when it is open, what it costs, and when it was checked."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_skeleton

from bot.directory import shelf
from bot.directory.hsds import Service
from bot.directory.services import Directory
from bot.open_hours import checked, when_open
from bot.words import Speaker, short_day
from dialogues.words import Joined, Typed, Words, _, lines


def service_in_words(service: Service, speaker: Speaker) -> str:
    """Tell how to reach a service; one that was checked too long ago is told with that doubt."""
    certain = service.is_certain(today(speaker))
    phones = " / ".join(each.number for each in service.phones)
    parts: list[Words | None] = [
        Typed(service.application_process),
        Typed(service.expect),
        Joined((Typed(phones), *_hours(service, speaker, certain=certain)), " · "),
        Typed(service.url or service.organization.website),
        *(Typed(each.name) for each in service.locations),
        _("Costs: {cost}", cost=Typed(service.fees_description)) if service.fees_description else None,
        _("Waiting time: {time}", time=Typed(service.wait_time)) if service.wait_time else None,
        Typed(service.alert),
        checked(service.assured_date, speaker) if certain else _doubt(service, speaker),
    ]
    return speaker.say(lines(*parts))


def service_name(service: Service, speaker: Speaker) -> str:
    """Tell the name of a service, and who offers it when that is another name; an example says that it is one."""
    by = service.organization.name
    named = Typed(service.name) if by in service.name else Typed(f"{service.name} ({by})")
    return speaker.say(_("{name} (invented example)", name=named) if service.is_demo else named)


def greeting(directory: Directory, code: str, speaker: Speaker) -> str:
    """Greet in the name of the support centre whose link was used."""
    steunpunt = directory.steunpunten.get(code)
    if steunpunt is None:
        return speaker.say(_("Welcome."))
    own = steunpunt.greeting.get(speaker.language, "")
    said = _("You come here through {name}. They do not read what you write.", name=Typed(steunpunt.name))
    return speaker.say(lines(Typed(own), said))


def read_on(topic: str, speaker: Speaker) -> str:
    """Tell where to read more of what was explained; nothing when we know no page."""
    found = shelf.table("explained.toml").get(topic)
    if not found:
        return ""
    told = _("Read more: {url}", url=Typed(found["url"])) if "url" in found else None
    day = short_day(found["written"], speaker)
    return speaker.say(lines(told, _("This is how it was known on {date}. Rules change.", date=day)))


def today(speaker: Speaker) -> date:
    """Give the day on which it is told."""
    return speaker.now.date() if speaker.now else date.max


def _hours(service: Service, speaker: Speaker, *, certain: bool) -> list[Words]:
    hours = service.hours() if service.phones else None
    told: list[Words] = [when_open(hours, speaker)]
    if hours is None or not certain or speaker.now is None:
        return told
    if hours.open_at(speaker.now):
        return [*told, _("open now")]
    opening: datetime | None = hours.next_opening(speaker.now)
    return [*told, *([_opens(opening, speaker)] if opening else [])]


def _opens(opening: datetime, speaker: Speaker) -> Words:
    return _("opens {moment}", moment=format_skeleton("EHm", opening, locale=speaker.locale))


def _doubt(service: Service, speaker: Speaker) -> Words:
    if service.assured_date is None:
        return checked(None, speaker)
    day = short_day(service.assured_date, speaker)
    return _("Last checked on {date}. It may have changed since.", date=day)
