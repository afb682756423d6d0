"""Changing entries on the desk: a form that loses nothing, a preview, a check in one tap, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from babel.dates import format_datetime
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.desk.cards import Card, Wrong, card_of
from bot.desk.labels import FIELDS, LENGTH, LONG, ROLES, STATUS
from bot.desk.showing import address, as_seen, page, said
from bot.desk.visit import Visit
from bot.store.changes import Change
from bot.web.form import number_in
from bot.words import Speaker
from dialogues.languages import LANGUAGES, YOUNG

MOST = 50
"""Changes that are shown."""

CHECKED_BY = ("assured_date", "assurer_email")

Asked = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A change as it is shown: of which entry, what of it, and whether it may be taken back."""

    change: Change
    name: str
    who: str
    when: str
    told: list[tuple[str, str, str]]
    may_undo: bool


def entry(visit: Visit, asked: Asked) -> Response:
    """Show an entry: to change it, or to look at it."""
    card = _card(visit, asked)
    return _shown(visit, card, card.typed(), asked)


def save(visit: Visit, asked: Asked) -> Response:
    """Take what was typed: show it as a carer would see it, or keep it."""
    card = _card(visit, asked, to_change=True)
    typed = _typed(visit, card, asked)
    try:
        made = card.read(typed)
    except Wrong as error:
        return _shown(visit, card, typed, asked, HTTPStatus.UNPROCESSABLE_ENTITY, wrong=error.fields)
    if "preview" in asked:
        return _shown(visit, card, typed, asked, seen=made)
    if "checked" in asked:
        made = made.checked(visit.today, visit.own.label)
    if asked.get("version") != card.version or not _changed(visit, card, made):
        return _shown(visit, _card(visit, asked), typed, asked, HTTPStatus.CONFLICT, said="moved_on_typed")
    return _back(visit, "saved", card)


def checked(visit: Visit, asked: Asked) -> Response:
    """Note that an entry was checked today."""
    card = _card(visit, asked, to_change=True)
    done = _changed(visit, card, card.checked(visit.today, visit.own.label))
    return _back(visit, "saved" if done else "moved_on", to=asked.get("to", ""))


def undo(visit: Visit, asked: Asked) -> Response:
    """Take a change back, if nothing was changed after it."""
    change = visit.store.changes().one(number_in(asked, "number"))
    card = visit.cards.get((change.kind, change.identity)) if change else None
    sides = _sides(change) if change else None
    if card is None or sides is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    before, after = sides
    if not _may_undo(visit, before, after):
        raise HTTPException(HTTPStatus.FORBIDDEN)
    done = _changed(visit, after, before)
    return _back(visit, "undone" if done else "moved_on", to="history")


def history(visit: Visit, asked: Asked) -> Response:
    """Show who changed what, and when."""
    found = visit.store.changes().listed(list(visit.cards), MOST)
    made = [_told(visit, each, *sides) for each in found if (sides := _sides(each))]
    return page("history.html", visit, made=made, done=asked.get("done", ""))


def _card(visit: Visit, asked: Asked, *, to_change: bool = False) -> Card:
    card = visit.cards.get((asked.get("kind", ""), asked.get("id", "")))
    if card is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    if to_change and not visit.may_edit(card):
        raise HTTPException(HTTPStatus.FORBIDDEN)
    return card


def _fields(visit: Visit, card: Card) -> tuple[str, ...]:
    return card.fields(operator=visit.own.role == "operator")


def _typed(visit: Visit, card: Card, asked: Asked) -> dict[str, str]:
    """Give what was typed in the fields that this pass may change; what did not come stays as it is."""
    before = card.typed()
    return {name: asked.get(name, before[name]).replace("\r\n", "\n").strip() for name in _fields(visit, card)}


def _changed(visit: Visit, before: Card, after: Card) -> bool:
    who = f"{visit.own.role}:{visit.own.who}"
    return visit.store.changes().make(before.address, before.stored, after.stored, who, visit.now)


def _shown(
    visit: Visit,
    card: Card,
    typed: Asked,
    asked: Asked,
    status: int = HTTPStatus.OK,
    *,
    wrong: tuple[str, ...] = (),
    seen: Card | None = None,
    said: str = "",
) -> Response:
    language = asked.get("in", "") if asked.get("in") in LANGUAGES else visit.speaker.language
    carer = Speaker(language, young=asked.get("tone") == YOUNG, now=visit.speaker.now)
    told: dict[str, object] = {
        "card": card,
        "typed": typed,
        "wrong": wrong,
        "bubbles": as_seen(seen or card, carer) if not wrong else [],
        "carer": carer,
        "names": _fields(visit, card),
        "lengths": LENGTH,
        "long": LONG,
        "states": _states(visit, typed),
        "may_edit": visit.may_edit(card),
        "done": said or asked.get("done", ""),
    }
    return page("entry.html", visit, status, **told)


def _states(visit: Visit, typed: Asked) -> dict[str, str]:
    """Give the states to choose from; one that only a sheet can give stays possible."""
    known, now = said(visit.speaker, STATUS), typed.get("status", "active")
    return known if now in known else {now: now, **known}


def _sides(change: Change) -> tuple[Card, Card] | None:
    """Give an entry before and after; None when it makes no sense any more: municipalities change."""
    try:
        return card_of(change.kind, change.before), card_of(change.kind, change.after)
    except ValidationError:
        return None


def _told(visit: Visit, change: Change, before: Card, after: Card) -> Made:
    names = said(visit.speaker, FIELDS)
    was, became = before.typed(), after.typed()
    told = [(names[field], was[field], became[field]) for field in _differing(before, after) if field in names]
    card = visit.cards[change.kind, change.identity]
    when = format_datetime(change.made_at.astimezone(visit.now.tzinfo), "medium", locale=visit.speaker.locale)
    may = card.stored == change.after and _may_undo(visit, before, after)
    return Made(change, after.service.name, _who(visit, change), when, told, may)


def _who(visit: Visit, change: Change) -> str:
    """Say by which link it was changed: what may be done with it, and its label."""
    role, _colon, label = change.who.partition(":")
    return f"{label} ({said(visit.speaker, ROLES)[role]})"


def _differing(before: Card, after: Card) -> Iterator[str]:
    was, became = before.typed(), after.typed()
    return (field for field in was if was[field] != became.get(field))


def _may_undo(visit: Visit, before: Card, after: Card) -> bool:
    """Tell whether this pass might have made the change itself."""
    allowed = {*_fields(visit, after), *CHECKED_BY}
    may = visit.may_edit(before) and visit.may_edit(after)
    return may and (visit.own.role == "operator" or set(_differing(before, after)) <= allowed)


def _back(visit: Visit, done: str, card: Card | None = None, to: str = "") -> Response:
    """Lead on with a page of its own, so that loading it again does nothing twice."""
    which = {"kind": card.kind, "id": card.address[1]} if card else {}
    path = "entry" if card else to if to in {"entries", "history"} else "./"
    return RedirectResponse(address(visit, path, **which, done=done), HTTPStatus.SEE_OTHER)
