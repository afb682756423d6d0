"""What holds you back: recognised, answered, never pushed; and it does something to the ask later."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.words import Speaker, bare
from dialogues.barriers import BARRIERS, SIDES
from dialogues.draft import draft
from dialogues.easing import (
    ACCEPT,
    EASY_NO,
    GIVE_BACK,
    NEUTRAL_HELPER,
    SAID_FIRST,
    WITHIN_FAMILY,
    eased,
    easiest,
    liking,
)
from dialogues.effects import Say
from dialogues.engine import step
from dialogues.figures import GUESSED_TOO_LOW
from dialogues.fitting import proposals
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def at(state: str, **more: Any) -> Session:
    return step(Session(state, language="nl", **more), Started(), NOW)[0]


def tap(session: Session, *codes: str) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for code in codes:
        session, effects = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    return session, effects


def said(effects: tuple[Any, ...]) -> str:
    speaker = Speaker("nl", young=False)
    return "\n".join(bare(speaker.say(each.words)) for each in effects if isinstance(each, Say))


def having(*barriers: str, side: str = "", **answers: Any) -> dict[str, Any]:
    return {"reluctance.barriers": list(barriers), "reluctance.side": side, **answers}


@pytest.mark.parametrize("barrier", BARRIERS, ids=[each.code for each in BARRIERS])
def test_each_reason_is_answered_with_something_small_to_try(barrier: Any) -> None:
    session, effects = tap(at("reluctance.barriers"), barrier.code, "done")
    if barrier.sides:
        assert session.state == "reluctance.side"
        session, effects = tap(session, barrier.sides[0].code)
    assert session.state == "reluctance.easy_kind"
    assert "Om te proberen" in said(effects)


def test_more_reasons_get_their_replies_and_no_finer_question() -> None:
    session, effects = tap(at("reluctance.barriers"), "burden", "private", "done")
    assert session.state == "reluctance.easy_kind"
    assert said(effects).count("Om te proberen") == 2


def test_with_many_reasons_the_small_things_to_try_are_left_out() -> None:
    _, effects = tap(at("reluctance.barriers"), "burden", "private", "duty", "done")
    assert "Om te proberen" not in said(effects)


@pytest.mark.parametrize(
    ("codes", "told"), [(["refusal", "done"], True), (["burden", "done", "cannot"], True), (["duty", "done"], False)]
)
def test_the_figure_is_told_only_where_it_fits(codes: list[str], told: bool) -> None:  # noqa: FBT001
    assert (Say(GUESSED_TOO_LOW.words) in tap(at("reluctance.barriers"), *codes)[1]) is told


def test_who_finds_asking_easy_is_not_led_through_the_reasons() -> None:
    assert tap(at("reluctance.asking"), "2", "8")[0].state == "reluctance.easy_kind"
    assert tap(at("reluctance.asking"), "8", "8")[0].state == "reluctance.barriers"


def test_the_easiest_cell_of_the_grid_is_known_afterwards() -> None:
    session, _ = tap(at("reluctance.easy_kind"), "p", "neighbour")
    assert easiest(session) == ("P", "neighbour")
    session, _ = tap(at("reluctance.easy_kind", answers=session.answers), "e", "friend")
    assert easiest(session) == ("E", "friend")
    assert easiest(Session("x")) is None


def test_not_now_ends_kindly_and_leaves_the_door_open() -> None:
    session, effects = tap(at("reluctance.easy_kind"), "not_now")
    assert session.state == "reluctance.not_now"
    stopped, _ = tap(session, "stop")
    assert stopped.state == "stopped.here"
    assert tap(stopped, "go_on")[0].state == "reluctance.not_now"
    assert {"tell", "nearby", "go_on"} <= {each.code for each in effects[-1].screen.choices}


def test_a_side_speaks_for_its_reason() -> None:
    assert eased(Session("x", answers=having("nothing_back", side="thanks"))) == set(SIDES["thanks"].eases)
    assert GIVE_BACK in eased(Session("x", answers=having("nothing_back")))
    assert ACCEPT in eased(Session("x", answers=having("accepting")))
    assert eased(Session("x")) == frozenset()


@pytest.mark.parametrize(
    ("barriers", "side", "words"),
    [
        (["nothing_back"], "return", "Een andere keer doe ik graag iets terug."),
        (["waiting"], "see", "Ik heb het niet eerder gezegd"),
        (["refusal"], "", "Nee zeggen mag echt"),
        (["duty"], "", "Komt het niet uit, dan is dat ook goed."),
    ],
)
def test_the_draft_follows_the_reasons(barriers: list[str], side: str, words: str) -> None:
    session = Session("ask.draft", answers=having(*barriers, side=side))
    assert words in bare(Speaker("nl", young=False).say(draft(session, AskPlan(Wish("sit"), "An"))))


def test_without_a_wish_for_an_easy_no_there_is_none() -> None:
    session = Session("ask.draft", answers=having("refusal"))
    words = bare(Speaker("nl", young=False).say(draft(session, AskPlan(Wish("sit"), "An", easy_no=False))))
    assert "Nee" not in words


def test_family_or_an_outsider_is_proposed_first_as_the_reasons_ask() -> None:
    people = [
        Person("An", "sibling", circle="friends", support=["G"], asked=True, adult=True),
        Person("Bea", "neighbour", circle="friends", support=["G"], asked=True, adult=True),
    ]
    for reasons, side, first in ((["duty"], "", "An"), (["private"], "talk", "Bea")):
        session = Session("ask.who", people=people, answers=having(*reasons, side=side))
        assert proposals(session, Wish("sit"))[0].person.name == first
    assert WITHIN_FAMILY in eased(Session("x", answers=having("duty")))
    assert {NEUTRAL_HELPER, EASY_NO, SAID_FIRST} <= {ease for each in SIDES.values() for ease in each.eases}


def test_the_easiest_role_is_liked_more() -> None:
    session = Session("x", answers={"reluctance.grid": ["P.family"]})
    assert liking(session, Person("An", "child")) > liking(session, Person("Bea", "friend"))


def test_own_words_come_back_on_the_day_of_asking() -> None:
    asks = [AskPlan(Wish("sit"), "An")]
    session = at("ask.draft", asks=asks, answers={"reluctance.own_words": "dat doe je niet"})
    assert "dat doe je niet" in said(tap(session, "good")[1])
    held = at("followup.asked", asks=[AskPlan(Wish("sit"), "An", status="ready")], answers=session.answers)
    assert "dat doe je niet" in said(tap(held, "not_yet")[1])


def test_own_words_are_kept_as_typed() -> None:
    session, _ = step(at("reluctance.own_words"), Said("nee, DAT doe je niet.."), NOW)
    assert session.answers["reluctance.own_words"] == "nee, DAT doe je niet.."


def test_young_people_get_neither_the_grid_nor_a_finer_question() -> None:
    session, _ = tap(at("reluctance.barriers", answers={"welcome.age": "under16"}), "burden", "done")
    assert session.state == "reluctance.own_words"
