"""Words of danger interrupt in every state of every chapter, and lead back to the same question."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dialogues.book import QUESTIONS, is_aside
from dialogues.effects import Ask, Hide, OfferDraft
from dialogues.engine import step
from dialogues.inputs import CameDue, Commanded, Said, Started, Tapped
from dialogues.languages import LANGUAGES
from dialogues.session import CAREFUL_TURNS, SCHEMA, AskPlan, Person, Session, Wish
from dialogues.turn import WRITING
from dialogues.words import Fact, Joined

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

SPOKEN = Path(__file__).parents[1] / "languages"
SAID = {each: tomllib.loads((SPOKEN / each / "sentences.toml").read_text("utf-8")) for each in LANGUAGES}
IN_THE_TALK = [name for name in QUESTIONS if not is_aside(name)]


def somewhere(name: str, language: str = "nl") -> Session:
    """A session with everything in it that a question may need."""
    session = Session(name, language=language, turn=5, consent=None)
    session.people = [Person("Jan", "friend", circle="friends", support=["P", "G"], asked=True), Person("An")]
    session.asks = [AskPlan(Wish("sit"), "Jan", status="ready")]
    session.answers = {
        "wish.company": ["sit"],
        "support.places": [{"code": "GM0344", "name": "U", "country": "NL", "province": ""}],
    }
    return session


def after(session: Session, *inputs: Any) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for each in inputs:
        session, effects = step(session, Tapped(each, session.turn, SCHEMA) if isinstance(each, str) else each, NOW)
    return session, effects


def facts_in(words: Any) -> list[Fact]:
    if isinstance(words, Fact):
        return [words]
    return [fact for part in words.parts for fact in facts_in(part)] if isinstance(words, Joined) else []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["suicide_self", "violence", "emergency"])
def test_they_interrupt_anywhere_and_lead_back(kind: str, language: str) -> None:
    for name in IN_THE_TALK:
        interrupted_and_led_back(name, kind, language)


def interrupted_and_led_back(name: str, kind: str, language: str) -> None:
    session, effects = after(somewhere(name, language), Said(SAID[language][kind]))
    assert session.state == "crisis.now", name
    assert session.answers["crisis.kind"] == kind
    assert any(fact.name == "helplines" for fact in facts_in(effects[-1].screen.words))
    session, effects = after(session, "go_on", "go_on")
    unsafe_to_ask = kind == "violence" and name.startswith(WRITING)
    assert session.state == ("paused.asking" if unsafe_to_ask else name)
    assert isinstance(effects[-1], Ask)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "nl"])
def test_they_are_answered_in_the_language_in_which_they_were_written(language: str) -> None:
    session, _ = after(somewhere("strain.sleep"), Said(SAID[language]["suicide_self"]))
    assert (session.state, session.language) == ("crisis.now", language)
    session, _ = after(session, "not_meant", "no", "go_on")
    assert (session.state, session.language, session.own_language) == ("strain.sleep", "nl", "")


def test_dutch_with_a_foreign_word_in_it_is_answered_in_dutch() -> None:
    session, _ = after(somewhere("strain.sleep"), Said("bro ik wil gewoon dood, I'm done"))
    assert (session.state, session.language) == ("crisis.now", "nl")


@pytest.mark.parametrize("name", [name for name in QUESTIONS if is_aside(name)])
def test_they_interrupt_an_aside_as_well(name: str) -> None:
    session, _ = after(somewhere(name), Said("ik wil dood"))
    assert session.state == "crisis.now"


def test_nothing_that_was_said_is_lost() -> None:
    session, _ = after(somewhere("strain.sleep"), Said("Ik ben zo moe. Ik wil niet meer leven."))
    assert session.notes == ["Ik ben zo moe. Ik wil niet meer leven."]


def test_ok_is_not_a_yes() -> None:
    session, effects = after(somewhere("strain.sleep"), Said("ik wil dood"), Said("ok"))
    assert session.state == "crisis.now"
    assert isinstance(effects[-1], Ask)


def test_not_what_i_meant_is_followed_by_one_more_gentle_question() -> None:
    session, _ = after(somewhere("strain.sleep"), Said("ik wil dood"), "not_meant")
    assert session.state == "crisis.not_meant"
    assert after(session, "yes")[0].state == "crisis.now"
    assert after(session, "no")[0].state == "crisis.after"


def test_the_turn_after_has_no_task_in_it() -> None:
    session, effects = after(somewhere("ask.when"), Said("ik wil dood"), "go_on")
    assert session.state == "crisis.after"
    assert not any(isinstance(each, OfferDraft) for each in effects)


def test_later_in_the_talk_we_ask_once_more_how_it_is() -> None:
    session, _ = after(somewhere("strain.sleep"), Said("ik wil dood"), "go_on", "go_on")
    states = []
    for _turn in range(CAREFUL_TURNS + 2):
        session, _ = after(session, "skip" if not is_aside(session.state) else "leave")
        states.append(session.state)
    assert states.count("crisis.check_in") == 1
    assert session.state.startswith("strain.")


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name.startswith(WRITING)])
def test_violence_ends_asking(name: str) -> None:
    session, _ = after(somewhere("strain.sleep"), Said("mijn man slaat me"), "go_on", "go_on")
    session.state = name
    session, effects = after(session, Started())
    assert session.state == "paused.asking"
    assert not any(isinstance(each, OfferDraft) for each in effects)


def test_after_violence_no_reminder_comes() -> None:
    session, _ = after(somewhere("strain.sleep"), Said("mijn man slaat me"), "go_on", "go_on")
    assert after(session, CameDue("asked", 0))[1] == ()


def test_after_violence_one_can_leave_quickly_and_come_back() -> None:
    session, effects = after(somewhere("strain.sleep"), Said("mijn man slaat me"), "leave")
    assert any(isinstance(each, Hide) for each in effects)
    shown = effects[-1].screen.words.msgid
    assert not any(word in shown.lower() for word in ("hit", "safe", "violence", "care"))
    assert after(session, "go_on")[0].state == "strain.sleep"


def test_asking_goes_on_only_when_the_person_says_that_it_is_safe() -> None:
    session, _ = after(somewhere("rest.open"), Said("mijn man slaat me"), "go_on", "go_on", "ask", "safe", "go_on")
    assert session.state == "ask.wish"
    assert not session.violence


@pytest.mark.parametrize("word", ["paraplu", "Umbrella.", " PARAPLU "])
def test_the_safe_word_opens_the_page_with_people_and_nothing_else(word: str) -> None:
    session, _ = after(somewhere("network.name"), Said(word))
    assert session.state == "help.people"
    assert [person.name for person in session.people] == ["Jan", "An"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_people_are_one_command_away_everywhere(name: str) -> None:
    session, effects = after(somewhere(name), Commanded("help"))
    assert session.state == "help.people"
    assert len(facts_in(effects[-1].screen.words)) >= 1
