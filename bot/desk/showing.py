"""Showing the page of a support centre: its templates, its words, and an entry as a carer sees it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from babel.dates import format_date
from starlette.responses import HTMLResponse

from bot.desk.cards import Card
from bot.desk.labels import EXAMPLES, FIELDS, MENDS, WORDS
from bot.desk.visit import Visit
from bot.directory.services import Directory
from bot.directory.steunpunten import Steunpunt
from bot.directory.telling import greeting, service_in_words, service_name
from bot.web.showing import environment
from bot.words import FactTeller, Speaker, bare
from dialogues.chapters.support import one_service
from dialogues.languages import LANGUAGES
from dialogues.session import Session
from dialogues.turn import FIRST
from dialogues.words import Words, _

PAGES = ("overview", "entries", "report", "posters", "try", "history")


def said(speaker: Speaker, words: Mapping[str, Words]) -> dict[str, str]:
    """Say words by their short names."""
    return {name: bare(speaker.say(each)) for name, each in words.items()}


def desk(template: str, speaker: Speaker, status: int = 200, **more: Any) -> HTMLResponse:
    """Fill in a template of the desk for whoever is not let in yet."""
    direction = "rtl" if speaker.right_to_left else "ltr"
    page = environment().get_template(f"desk/{template}")
    around = {"t": said(speaker, WORDS), "lang": speaker.language, "dir": direction, "languages": LANGUAGES}
    return HTMLResponse(page.render(around | more), status)


def page(template: str, visit: Visit, status: int = 200, **more: Any) -> HTMLResponse:
    """Fill in a page for a visit."""
    until = format_date(visit.own.expires_at, "long", locale=visit.speaker.locale)
    operator = visit.own.role == "operator"
    known = {
        "visit": visit,
        "fields": said(visit.speaker, FIELDS),
        "hints": said(visit.speaker, EXAMPLES),
        "mends": said(visit.speaker, MENDS),
        "until": bare(visit.speaker.say(_("This page is open for you until {date}.", date=until))),
        "pages": PAGES,
        "here": template.removesuffix(".html"),
        "to": partial(address, visit),
        "centres": sorted(visit.directory.steunpunten) if operator else [],
    }
    return desk(template, visit.speaker, status, **(known | more))


def address(visit: Visit, path: str, **asked: str) -> str:
    """Give the address of a page of the desk, at the support centre that is looked at."""
    told = ({} if visit.code == visit.own.steunpunt else {"at": visit.code}) | asked
    return f"{path}?{urlencode(told)}" if told else path


def as_seen(card: Card, speaker: Speaker) -> list[str]:
    """Give the messages in which a carer meets an entry, in this language and register."""
    service = card.service
    facts: dict[str, FactTeller] = {
        "service_name": lambda teller, _about: service_name(service, teller),
        "service": lambda teller, _about: service_in_words(service, teller),
    }
    carer = Speaker(speaker.language, young=speaker.young, facts=facts, now=speaker.now)
    found = {"id": service.id, "kind": next(each.value for each in service.attributes if each.link_type == "kind")}
    somebody = Session(FIRST, language=speaker.language)
    somebody.answers["welcome.age"] = "16to24" if speaker.young else "25plus"
    shown = carer.say(one_service(somebody, found))
    if not isinstance(card.model, Steunpunt):
        return [shown]
    return [greeting(Directory({}, {card.model.code: card.model}), card.model.code, carer), shown]
