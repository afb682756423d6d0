"""Sessions that were stored once open for ever: each file in ``schemas`` is one, and its talk goes on."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.scene import current_screen
from dialogues.chapters.welcome import POLICY
from dialogues.session import SCHEMA, Session
from tests.person import MONDAY_MORNING, Person, talks_in

if TYPE_CHECKING:
    from bot.conversations import Conversations

FILES = sorted((Path(__file__).parent / "schemas").glob("*.json"))
CHAT = 4711


def restored(stored: dict[str, Any], folder: Path) -> Person:
    """Give the person whose talk this is, with the phone as it was left: an empty database knows only the session."""
    talks = talks_in(folder)
    with talks.store.transaction() as work:
        work.save({CHAT: (stored, MONDAY_MORNING + timedelta(days=30))}, MONDAY_MORNING)
    return Person(talks, CHAT, stored["language"])


def remembered(talks: Conversations) -> dict[str, Any]:
    with talks.store.transaction() as work:
        return work.load([CHAT])[CHAT]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_stored_session_opens_and_its_talk_goes_on_by_a_tap_and_a_text(path: Path, tmp_path: Path) -> None:
    stored = json.loads(path.read_text("utf-8"))
    person = restored(stored, tmp_path)
    button = current_screen(Session.from_json(stored)).choices[0].code

    for shown in (
        person.press(1, f"{stored['schema']}:{stored['turn']}:{button}"),
        person.send("She sleeps badly again"),
        person.tap(person.messages[-1].labels()[0]),
    ):
        assert shown or person.toasts
    assert person.talks.poisoned == 0

    kept = remembered(person.talks)
    person.talks.store.close()
    assert kept["schema"] == SCHEMA
    for name in ("people", "asks"):
        assert [each.get("name") or each.get("helper") for each in kept[name]][: len(stored[name])] == [
            each.get("name") or each.get("helper") for each in stored[name]
        ]
    assert kept["notes"][: len(stored["notes"])] == stored["notes"]
    assert stored["answers"].items() <= kept["answers"].items()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_button_that_stood_there_counts_until_schema_or_privacy_policy_change(path: Path, tmp_path: Path) -> None:
    stored = json.loads(path.read_text("utf-8"))
    person = restored(stored, tmp_path)
    button = current_screen(Session.from_json(stored)).choices[0].code
    person.press(1, f"{stored['schema']}:{stored['turn']}:{button}")
    answered = remembered(person.talks)["state"] != stored["state"]
    person.talks.store.close()
    assert answered == ((stored["schema"], stored["policy"]) == (SCHEMA, POLICY))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_writing_it_back_and_reading_it_again_changes_nothing(path: Path) -> None:
    session = Session.from_json(json.loads(path.read_text("utf-8")))
    assert Session.from_json(json.loads(json.dumps(session.to_json()))) == session


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_full_of_everything_that_can_be_lost(path: Path) -> None:
    stored = json.loads(path.read_text("utf-8"))
    for name in ("answers", "people", "asks", "notes", "done", "undo"):
        assert stored[name], f"{name} is empty"


def test_the_schema_of_today_has_its_file() -> None:
    assert SCHEMA in {json.loads(path.read_text("utf-8"))["schema"] for path in FILES}
