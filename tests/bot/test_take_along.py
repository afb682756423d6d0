"""The page to take along: in the own language and in Dutch, side by side, with everything typed escaped."""

from __future__ import annotations

from bot.directory.services import Directory
from bot.facts import facts
from bot.settings import Settings
from bot.take_along import page
from bot.words import Speaker
from dialogues.session import Session
from tests.person import MONDAY_MORNING
from tests.steunpunt import VOORBEELD

SERVICE = VOORBEELD.as_service()
DIRECTORY = Directory({SERVICE.id: SERVICE}, {VOORBEELD.code: VOORBEELD})
ALMERE = {"code": "GM0034", "name": "Almere", "country": "NL", "province": "Flevoland"}


def made(language: str, **answers: object) -> str:
    session = Session("support.near", language=language, answers={"support.place": ALMERE, **answers})
    told = facts(Settings(), lambda: DIRECTORY)
    return page(session, Speaker(language, young=False, facts=told, now=MONDAY_MORNING))


def test_who_speaks_another_language_has_it_beside_the_dutch() -> None:
    told = made("en", **{"support.questions": "Can somebody come on Fridays?"})
    assert told.index("What I can say") < told.index("Wat ik kan zeggen")
    assert "repeat(2, 1fr)" in told
    assert told.count("Can somebody come on Fridays?") == 2
    assert '<div lang="nl" dir="ltr">' in told


def test_who_speaks_dutch_has_it_once() -> None:
    told = made("nl")
    assert "repeat(1, 1fr)" in told
    assert told.count("Wat ik kan zeggen") == 1
    assert "Wat ik wil vragen" not in told


def test_what_was_found_stands_on_it_with_how_to_reach_it() -> None:
    found = [{"id": SERVICE.id, "name": SERVICE.name, "kind": "steunpunt"}]
    told = made("nl", **{"support.found": found})
    assert "Steunpunt Het Voorbeeld" in told
    assert "036 000 00 00" in told
    assert "14 036" in told


def test_what_was_typed_is_shown_and_never_run() -> None:
    told = made("nl", **{"support.questions": "<script>alert(1)</script>"})
    assert "<script>" not in told
    assert "&lt;script&gt;" in told
