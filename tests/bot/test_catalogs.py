"""The catalogs are complete, and the check would see it if they were not."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from bot import catalogs
from bot.catalogs import placeholders, problems


def test_the_catalogs_of_the_project_are_right() -> None:
    assert list(problems()) == []


def checked(monkeypatch: pytest.MonkeyPatch, msgid: str, msgstr: str, *, fuzzy: bool = False) -> list[str]:
    real = catalogs.read("nl")
    broken = Catalog(locale="nl")
    for message in real:
        if message.id and message.id != msgid:
            broken.add(message.id, message.string)
    broken.add(msgid, msgstr, flags=["fuzzy"] if fuzzy else [])
    read = catalogs.read
    monkeypatch.setattr(catalogs, "read", lambda name: broken if name == "nl" else read(name))
    return [problem for problem in problems() if problem.startswith("nl:")]


@pytest.mark.parametrize(
    ("msgid", "msgstr", "problem"),
    [
        ("Hi {helper},", "", "not translated"),
        ("Hi {helper},", "Hoi {naam},", "other placeholders"),
        ("Hi {helper},", "Hoi {helper}, ", "stray space"),
        ("Talk to someone", "Met een echt mens spreken nu", "button longer"),
        ("Hi {helper},", "Hoi {helper}" + "x" * 500, "message longer"),
        ("No such sentence in the code", "Zo'n zin is er niet", "no longer in the code"),
    ],
)
def test_the_check_sees(msgid: str, msgstr: str, problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert any(problem in found for found in checked(monkeypatch, msgid, msgstr))


def test_the_check_sees_a_fuzzy_message(monkeypatch: pytest.MonkeyPatch) -> None:
    assert any("fuzzy" in found for found in checked(monkeypatch, "Hi {helper},", "Hoi {helper},", fuzzy=True))


def test_placeholders_are_found() -> None:
    assert placeholders("{a} and {b}") == {"a", "b"}
