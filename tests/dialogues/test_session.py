"""A session: one value with a JSON round trip, older forms that still open, and an honest undo."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dialogues import memory
from dialogues.book import QUESTIONS
from dialogues.effects import Ask, Say
from dialogues.engine import step
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish
from dialogues.turn import FIRST, REST

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def full() -> Session:
    people = [Person("Jan", "friend", circle="friends", support=["P"]), Person("X", rather_not=True)]
    return Session(
        "ask.draft", answers={"a": [1, "b"]}, people=people, asks=[AskPlan(Wish("sit"), "Jan")], notes=["n"]
    )


def test_the_json_round_trip_is_equal() -> None:
    assert Session.from_json(json.loads(json.dumps(full().to_json()))) == full()


def test_a_copy_shares_nothing_that_changes() -> None:
    session = full()
    copy = session.copy()
    copy.people[0].support.append("E")
    copy.asks[0].wish.words = "x"
    copy.answers["a"].append(2)
    assert session == full()


def test_what_a_newer_version_added_does_not_stop_an_older_one() -> None:
    assert Session.from_json({**full().to_json(), "from_the_future": 1}) == full()


@pytest.mark.parametrize(
    ("state", "leads_to"),
    [("strain.no_longer_asked", "strain.perseverance"), ("gone.entirely", REST), ("help.older", REST)],
)
def test_a_question_that_no_longer_exists_leads_to_the_nearest_with_a_kind_word(state: str, leads_to: str) -> None:
    session = Session(state, turn=7, done=["welcome"])
    after, effects = step(session, Said("hello"), NOW)
    assert after.state == leads_to
    assert any(isinstance(each, Say) and "changed" in getattr(each.words, "msgid", "") for each in effects)


def test_back_takes_answers_back_one_by_one_to_the_first() -> None:
    session, _ = step(Session(FIRST), Started(), NOW)
    visited = []
    for code in ("en", "25plus", "yes", "partner"):
        visited.append(session.state)
        session, _ = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    for state in reversed(visited):
        session, effects = step(session, Tapped("back", session.turn, SCHEMA), NOW)
        assert session.state == state
        assert isinstance(effects[-1], Ask)
    assert not session.answers


def test_undo_has_a_limit() -> None:
    session, _ = step(Session("strain.perseverance"), Started(), NOW)
    for _turn in range(memory.MAX_UNDO + 10):
        session.state = "strain.sleep"
        session, _ = step(session, Tapped("often", session.turn, SCHEMA), NOW)
    assert len(session.undo) == memory.MAX_UNDO


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_can_be_shown_to_somebody_who_told_nothing(name: str) -> None:
    session, effects = step(Session(name), Started(), NOW)
    assert isinstance(effects[-1], Ask)
    assert effects[-1].screen.state == session.state
