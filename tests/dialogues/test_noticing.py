"""A surname, number or address is noticed before it is kept, and the person decides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialogues.effects import Ask
from dialogues.engine import step
from dialogues.inputs import Commanded, Said, Tapped
from dialogues.session import SCHEMA, Session

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def said(text: str, *codes: str, state: str = "network.name") -> Session:
    session, effects = step(Session(state, turn=3, language="nl"), Said(text), NOW)
    assert isinstance(effects[-1], Ask)
    for code in codes:
        session, _ = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    return session


@pytest.mark.parametrize("text", ["Jan de Vries", "Jan 06-12345678", "Jan, jan@example.org", "Jan, Kerkstraat 12"])
def test_it_asks_before_anything_is_kept(text: str) -> None:
    session = said(text)
    assert session.state == "personal.noticed"
    assert not session.people
    assert not session.notes


@pytest.mark.parametrize("text", ["Jan de Vries", "Jan 06-12345678"])
def test_left_out_the_rest_is_taken_as_the_answer(text: str) -> None:
    session = said(text, "leave_out")
    assert [person.name for person in session.people] == ["Jan"]
    assert session.state == "network.relation"
    assert not session.pending


def test_kept_when_the_person_wants_it_so() -> None:
    assert [person.name for person in said("Jan de Vries", "keep").people] == ["Jan de Vries"]


def test_a_text_that_is_nothing_else_leads_back_to_the_question() -> None:
    session = said("06-12345678", "leave_out")
    assert session.state == "network.name"
    assert not session.people


def test_a_postcode_that_was_asked_for_is_no_address() -> None:
    session, _ = step(Session("support.place", turn=3), Said("3511 AB"), NOW)
    assert session.state == "support.place"


def test_going_elsewhere_keeps_the_text_without_what_was_noticed() -> None:
    session, _ = step(said("Jan de Vries"), Commanded("menu"), NOW)
    session, _ = step(session, Tapped("back", session.turn, SCHEMA), NOW)
    assert (session.state, session.notes, session.pending) == ("network.name", ["Jan"], "")
