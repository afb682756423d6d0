"""Facts that the host knows and the talk does not: who runs the bot, helplines, municipalities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton

from bot.directory import helplines, places, telling
from bot.directory.services import NOTHING, Shelf
from bot.open_hours import checked, when_open
from dialogues.words import Joined, Typed, Words, _

if TYPE_CHECKING:
    from bot.directory.hsds import Service
    from bot.settings import Settings
    from bot.words import FactTeller, Speaker

About = Mapping[str, str]

REGISTER_EXPORTED = date(2026, 4, 15)
"""Day of the export of the Register van Overheidsorganisaties from which the municipalities come."""


def facts(settings: Settings, directory: Shelf = lambda: NOTHING) -> dict[str, FactTeller]:
    """Give a teller for every fact that the talk may ask for."""
    return {
        "operator": lambda speaker, _about: settings.operator or speaker.say(_("Whoever set up this bot")),
        "policy": lambda speaker, _about: policy(speaker, settings.policy_url),
        "months_kept": lambda _speaker, _about: str(settings.months_kept),
        "months_kept_child": lambda _speaker, _about: str(min(settings.months_kept, settings.months_kept_child)),
        "day": lambda speaker, about: format_date(date.fromisoformat(about["date"]), "long", locale=speaker.locale),
        "municipality": municipality,
        "helplines": fitting_lines,
        "talk_line": talk_line,
        "service_name": lambda speaker, about: service(directory, about["id"], telling.service_name, speaker),
        "service": lambda speaker, about: service(directory, about["id"], telling.service_in_words, speaker),
        "steunpunt": lambda speaker, about: telling.greeting(directory(), about["code"], speaker),
        "read_on": lambda speaker, about: telling.read_on(about["topic"], speaker),
    }


def service(directory: Shelf, identity: str, tell: Callable[[Service, Speaker], str], speaker: Speaker) -> str:
    """Tell something of a service; one that was taken out of the directory since is told as that."""
    found = directory().services.get(identity)
    return tell(found, speaker) if found else speaker.say(_("This is no longer in my list."))


def policy(speaker: Speaker, url: str) -> str:
    """Say where the whole policy can be read, if the operator put it somewhere."""
    return speaker.say(_("All of it, at length: {url}", url=Typed(url))) if url else ""


def municipality(speaker: Speaker, about: About) -> str:
    """Tell how to reach a municipality; of a Flemish one only the name is known."""
    found = places.municipality(about["code"])
    if found is None:
        return ""
    name = Typed(found.name)
    if found.country == "BE":
        return speaker.say(
            _(
                "{name}. There the OCMW or Sociaal Huis knows what there is for carers. I have no number of theirs: "
                "you find it on the municipality's website.",
                name=name,
            )
        )
    asked_for = _("Municipality (gemeente) {name}. Ask for the Wmo-loket.", name=name)
    return speaker.say(
        Joined((asked_for, Typed(found.phone), Typed(found.website), checked(REGISTER_EXPORTED, speaker)), "\n")
    )


def fitting_lines(speaker: Speaker, about: About) -> str:
    """Tell the lines that fit, each once.

    ``about["kind"]`` names one or more needs, the most urgent first, and ``about["most"]`` how many
    lines each may bring.
    """
    age = about.get("age", "") if about.get("age", "") in helplines.AGES else ""
    language = about.get("language", speaker.language)
    told: dict[str, helplines.Helpline] = {}
    for kind, most in zip(about["kind"].split(), about["most"].split(), strict=True):
        found = helplines.fitting(kind, about.get("country", ""), age, language)
        told |= {line.id: line for line in [each for each in found if each.id not in told][: int(most)]}
    return "\n\n".join(line_in_words(line, speaker) for line in told.values())


def talk_line(_speaker: Speaker, about: About) -> str:
    """Tell the first line to talk to in a few words: its name, and its number or page."""
    line = helplines.fitting("talk", about.get("country", ""), about.get("age", ""), about.get("language", ""))[0]
    return f"{line.name} · {line.phones[0] if line.phones else line.url}"


def line_in_words(line: helplines.Helpline, speaker: Speaker) -> str:
    """Tell one line: name, number and hours, where to chat or read, and the day it was checked."""
    numbers = " / ".join(phone for phone in line.phones if phone != line.name)
    hours = when_open(line.hours, speaker) if line.phones else Typed("")
    open_now = whether_open(line, speaker) if line.phones else Typed("")
    site = _("Chat: {url}", url=Typed(line.chat)) if line.chat else Typed(line.url)
    return speaker.say(
        Joined(
            (
                Typed(line.name),
                Joined((Typed(numbers), hours, open_now), " · "),
                site,
                checked(line.checked, speaker),
            ),
            "\n",
        )
    )


def whether_open(line: helplines.Helpline, speaker: Speaker) -> Words:
    """Say whether a line that has hours is open now, or when it opens."""
    if speaker.now is None or line.hours is None or line.hours.always:
        return Typed("")
    if line.hours.open_at(speaker.now):
        return _("open now")
    opening = line.hours.next_opening(speaker.now)
    if opening is None:
        return Typed("")
    return _("opens {moment}", moment=format_skeleton("EHm", opening, locale=speaker.locale))
