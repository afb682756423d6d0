"""What is so with you shapes what follows: which sentence, which reasons and area first, which human first."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from dialogues.engine import step
from dialogues.inputs import Started, Tapped
from dialogues.risks import RISKS, first_areas, first_barriers, humans, present, recognised
from dialogues.session import SCHEMA, Session
from dialogues.turn import BACK

NOW = datetime(2026, 11, 22, tzinfo=UTC)

CASES: dict[str, dict[str, Any]] = {
    "interprets": {"situation.so": ["interprets"]},
    "vulnerable_for_vulnerable": {"situation.so": ["health"]},
    "not_shared": {"situation.so": ["alone"]},
    "ill_mind": {"situation.so": ["mind"]},
    "clash": {"situation.so": ["clash"]},
    "behaviour": {"situation.so": ["behaviour"]},
    "grows": {"situation.so": ["memory"]},
    "own_partner_or_child": {"welcome.whom": "child", "situation.hours": "always"},
    "several": {"welcome.whom": "several"},
    "work_and_children": {"situation.so": ["children"]},
    "long_and_much": {"situation.hours": "most", "situation.since": "longer"},
}


def at(state: str, **more: Any) -> Session:
    return step(Session(state, language="nl", **more), Started(), NOW)[0]


def tap(session: Session, *codes: str) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for code in codes:
        session, effects = step(session, Tapped(code, session.turn, SCHEMA), NOW)
    return session, effects


@pytest.mark.parametrize("code", [risk.code for risk in RISKS])
def test_each_combination_holds_when_it_should_and_not_of_nobody(code: str) -> None:
    found = present(Session("situation.so", answers=CASES[code]))
    assert code in [each.code for each in found]
    assert present(Session("situation.so")) == []


def test_sharing_it_is_not_standing_alone() -> None:
    assert present(Session("situation.so", answers={"situation.so": ["alone", "shared"]})) == []


def test_a_combination_brings_its_reasons_and_area_to_the_front() -> None:
    session = at("reluctance.barriers", answers={"situation.so": ["clash"], "welcome.whom": "parent"})
    assert first_barriers(session)[0] == "care"
    assert first_areas(session) == ["alone"]
    choices = step(session, Started(), NOW)[1][-1].screen.choices
    assert choices[0].code == "care"
    assert len({each.code for each in choices}) == 16


def test_who_is_ill_sees_the_own_doctor_first_and_with_an_illness_of_the_mind_another_line() -> None:
    ill = humans(Session("x", answers={"situation.so": ["health"]}))
    assert "huisarts" in ill.parts[0].msgid  # type: ignore[union-attr]
    mind = humans(Session("x", answers={"situation.so": ["mind"]}))
    assert mind.parts[0].about["kind"] == "mental_health"  # type: ignore[union-attr]


def test_the_three_sides_of_one_role_are_said_back() -> None:
    said = recognised(Session("x", answers={"situation.so": ["hinge", "changed"]}))
    assert said is not None
    assert "three things" in said.parts[0].msgid  # type: ignore[union-attr]
    assert recognised(Session("x", answers={"situation.so": ["together"]})) is None


def test_hard_behaviour_asks_whether_home_is_safe_and_not_safe_comes_first() -> None:
    session, _ = tap(at("situation.so"), "behaviour", "done")
    assert session.state == "situation.safe"
    assert tap(session, "yes")[0].state == "strain.perseverance"
    session, effects = tap(session, "not_always")
    assert session.state == "crisis.now"
    assert session.violence
    assert "violence" in str(effects[-1].screen.words)
    assert tap(session, "go_on", "go_on")[0].state == "strain.perseverance"


def test_not_what_i_meant_makes_asking_possible_again() -> None:
    session, _ = tap(at("situation.so"), "behaviour", "done", "not_always", "not_meant", "no")
    assert not session.violence


def test_young_people_are_not_asked_the_situation_of_adults() -> None:
    for age, leads_to in (("under16", "strain."), ("25plus", "situation.since")):
        session, _ = tap(at("welcome.own_word", answers={"welcome.age": age}), "family")
        assert session.state.startswith(leads_to)


def test_who_does_not_recognise_themselves_is_asked_the_other_way_round() -> None:
    session, _ = tap(at("welcome.whom"), "unsure")
    assert session.state == "welcome.indirect"
    assert tap(session, "me")[0].state == "welcome.whom"
    assert tap(session, "another")[0].state == "welcome.looking"
    assert tap(session, BACK)[0].state == "welcome.whom"
