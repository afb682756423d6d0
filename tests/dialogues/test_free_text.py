"""A typed text is heard: as an answer, as a feeling, as a question to us; never as an error, never in a loop."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from dialogues.book import QUESTIONS, is_aside
from dialogues.effects import Ask, Say
from dialogues.engine import step
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish
from dialogues.turn import FIRST, REST

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def talk(session: Session, *texts: str) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for text in texts:
        session, effects = step(session, Said(text), NOW)
    return session, effects


def at(state: str, **more: Any) -> Session:
    return step(Session(state, language="nl", **more), Started(), NOW)[0]


@pytest.mark.parametrize(
    ("state", "text", "leads_to"),
    [
        ("welcome.consent", "ja", "welcome.whom"),
        ("welcome.consent", "ok", "welcome.consent"),
        ("welcome.age", "Ik ben 78", "welcome.consent"),
        ("welcome.age", "14", "welcome.consent"),
        ("strain.sleep", "weet ik niet", "strain.tired"),
        ("trusted.hope", "ik weet het niet", "message.tell"),
        ("strain.summary", "klopt", "phase.balanced"),
        ("strain.sleep", "stop", "stopped.here"),
        ("strain.sleep", "ik wil een mens spreken", "help.people"),
        ("strain.sleep", "help", "help.people"),
        ("strain.sleep", "moeder is vannacht overleden", "listening.died"),
        ("network.closest", "ik heb niemand", "network.cue_faded"),
        ("network.cue_faded", "nee", "network.none"),
        ("network.rather_not", "nee", "network.closest"),
        ("wish.kind", "samen naar de moskee", "wish.keeping"),
        ("followup.asked", "ja", "followup.answered"),
    ],
)
def test_an_answer_in_words_is_an_answer(state: str, text: str, leads_to: str) -> None:
    asks = [AskPlan(Wish("sit"), "Jan", status="ready")]
    assert talk(at(state, asks=asks), text)[0].state == leads_to


@pytest.mark.parametrize(
    ("age", "bracket"), [("12", "under16"), ("16", "16to24"), ("24 jaar", "16to24"), ("25", "25plus")]
)
def test_an_age_in_digits_chooses_the_bracket(age: str, bracket: str) -> None:
    assert talk(at("welcome.age"), age)[0].answers["welcome.age"] == bracket


@pytest.mark.parametrize(
    "text", ["wie ben jij?", "hoe werkt dit?", "wie leest dit?", "kan jij mijn zus bellen?", "bedankt"]
)
def test_a_question_to_us_is_answered_and_the_place_stays(text: str) -> None:
    session, effects = talk(at("strain.sleep"), text)
    assert session.state == "strain.sleep"
    assert isinstance(effects[0], Say)
    assert "kept" not in effects[0].words.msgid  # type: ignore[union-attr]


def test_the_notebook_is_mentioned_once() -> None:
    session, first = talk(at("strain.sleep", consent=True, policy="2026-11"), "de buurvrouw kwam langs")
    _, second = talk(session, "en de post ook")
    assert "kept" in first[0].words.msgid
    assert "kept" not in second[0].words.msgid


def test_a_thank_you_after_the_end_does_not_begin_again() -> None:
    session, _ = talk(at("stopped.here", home=REST), "dank je wel")
    assert session.state == "stopped.here"
    assert talk(session, "toch nog iets")[0].state == REST


@pytest.mark.parametrize("state", [name for name in QUESTIONS if not is_aside(name) and QUESTIONS[name].skippable])
def test_skipping_everything_from_anywhere_ends_at_rest(state: str) -> None:
    people = [Person("Ans"), Person("Bob")]
    session = at(state, people=people, asks=[AskPlan(Wish("sit"), "Jan", status="ready")])
    for _turn in range(60):
        if session.state == REST or not QUESTIONS[session.state].skippable:
            return
        session, effects = step(session, Tapped("skip", session.turn, SCHEMA), NOW)
        assert isinstance(effects[-1], Ask)
    pytest.fail(f"still at {session.state}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marietje, buurman Jan en mijn zus", ["Marietje", "buurman Jan", "mijn zus"]),
        ("mijn broer Henk, die woont in Canada", ["mijn broer Henk"]),
        ("Er is iemand van de kerk", ["iemand van de kerk"]),
    ],
)
def test_several_names_in_one_message(text: str, names: list[str]) -> None:
    assert [person.name for person in talk(at("network.name"), text)[0].people] == names


def test_a_sentence_is_no_name() -> None:
    session, effects = talk(at("network.name"), "Ik zou eigenlijk niet weten wie ik dat nog kan vragen nu")
    assert not session.people
    assert isinstance(effects[-1], Ask)


def test_a_name_with_an_age_under_eighteen_is_no_helper() -> None:
    assert talk(at("network.name"), "Fenna (12)")[0].people[0].adult is False


def test_people_in_between_do_not_lose_the_place() -> None:
    session = at("strain.worry")
    for code in ("help", "nearby"):
        session, _ = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    session, _ = step(session, Tapped("skip", session.turn, SCHEMA), NOW)
    session, _ = step(session, Tapped("go_on", session.turn, SCHEMA), NOW)
    assert session.state == "strain.worry"


def test_the_menu_opens_a_chapter_at_its_first_question_without_an_answer() -> None:
    session = at("rest.open", answers={"strain.perseverance": "weeks", "strain.sleep": "often"})
    for code in ("menu", "strain"):
        session, _ = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    assert session.state == "strain.tired"


def test_a_new_ask_is_not_spoiled_by_a_change_that_was_left() -> None:
    session = at("ask.wish", answers={"ask.changing": True})
    session, _ = talk(session, "de tuin", "Bart")
    assert session.state == "ask.when"


def test_who_said_no_is_not_proposed_for_the_same_again() -> None:
    people = [Person("Jan", "friend", circle="closest", support=["G"], asked=True)]
    session = at("followup.answered", people=people, asks=[AskPlan(Wish("sit"), "Jan", status="asked")])
    session, _ = step(session, Tapped("no", session.turn, SCHEMA), NOW)
    session, effects = step(session, Tapped("other", session.turn, SCHEMA), NOW)
    assert session.state == "ask.who"
    assert session.ask
    assert session.ask.wish == Wish("sit")
    assert not [choice for choice in effects[-1].screen.choices if choice.code.startswith("p")]


def test_a_first_talk_takes_no_consent_for_granted() -> None:
    assert talk(Session(FIRST), "hallo")[0].consent is None
