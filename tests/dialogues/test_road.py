"""The road through the talk: every question can be reached, and none is a dead end."""

from __future__ import annotations

import pytest

from dialogues.book import CHAPTERS, QUESTIONS, ROAD, is_aside
from dialogues.script import RESUME, Question
from dialogues.session import Session
from dialogues.turn import BACK, DONE, HELP, MENU, REST, SKIP
from dialogues.ways_out import COMMANDS

JUMPS = {
    "welcome.language": "a new talk begins here",
    "help.people": "the button and /help",
    "menu.open": "the button and /menu",
    "language.choose": "/language",
    "privacy.policy": "/privacy",
    "delete.confirm": "/delete",
    "stopped.here": "/stop",
    "listening.heard": "a long or heavy text",
    "listening.died": "somebody died",
    "listening.managing": "a text that makes light of it",
    "listening.notices": "a second text that makes light of it",
    "crisis.now": "words of danger",
    "crisis.gentle": "words that may be of danger",
    "crisis.check_in": "some turns after words of danger",
    "followup.asked": "an agreed moment",
    "told.did": "an agreed moment",
    "again.due": "a month after somebody looked at how it weighs",
    "again.after_crisis": "the day after it could not wait",
    "followup.eve": "the day before an agreed moment",
    "followup.went": "the day after it",
    "followup.look_back": "the end of a trial",
    "holding.how": "every month, for who wants that",
    "support.how": "an agreed moment",
    "paused.asking": "asking, after words of violence",
    "personal.noticed": "a surname, number or address in a text",
    "privacy.renewed": "a changed text about keeping",
    "privacy.expiring": "two weeks before a talk is erased",
    REST: "the end of the road",
}
"""Questions that are opened by something other than an answer."""


def reachable() -> set[str]:
    found = set(JUMPS)
    while more := {edge.dest for edge in ROAD.edges if edge.source in found} - found:
        found |= more
    return found


def test_every_question_can_be_reached() -> None:
    assert set(QUESTIONS) <= reachable()


def test_every_jump_goes_to_a_question() -> None:
    assert set(JUMPS) <= set(QUESTIONS)


def test_every_arrow_goes_somewhere() -> None:
    assert {edge.dest for edge in ROAD.edges} <= {*QUESTIONS, RESUME}


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_a_way_on(name: str) -> None:
    assert any(edge.source == name and edge.dest != name for edge in ROAD.edges)


def test_from_every_question_the_road_leads_to_rest() -> None:
    ends = {REST, RESUME}
    while more := {edge.source for edge in ROAD.edges if edge.dest in ends} - ends:
        ends |= more
    assert set(QUESTIONS) <= ends


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_codes_are_short_ascii_and_no_way_out(question: Question) -> None:
    codes = [option.code for option in question.options_for(Session("welcome.language", answers={"crisis.kind": ""}))]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert code.isascii()
        assert 0 < len(code) <= 24
        assert code not in {BACK, SKIP, MENU, HELP, DONE} or question.name in ALLOWED_BACK


ALLOWED_BACK = {name for name in QUESTIONS if is_aside(name)}
"""In asides "back" stands among the choices, and means the same."""


def test_asides_are_never_counted_as_steps() -> None:
    assert all(not chapter.steps for chapter in CHAPTERS if chapter.aside)


def test_the_commands_of_the_product_exist() -> None:
    assert {"start", "menu", "help", "language", "stop", "privacy", "export", "delete"} <= set(COMMANDS)
