"""The check: a phase is proposed and corrected, leads somewhere, is kept by day, held beside earlier, taken away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dialogues.areas import ASKED, MAX_CHECKS, changed, heaviest, keep_check, level, levels
from dialogues.care_phase import phase, proposed
from dialogues.effects import Remind
from dialogues.engine import step
from dialogues.inputs import CameDue, Started, Tapped
from dialogues.session import CAREFUL_TURNS, SCHEMA, Check, Session
from dialogues.turn import REST

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def at(state: str, **more: Any) -> Session:
    return step(Session(state, language="nl", **more), Started(), NOW)[0]


def tap(session: Session, *codes: str, now: datetime = NOW) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for code in codes:
        session, effects = step(session, Tapped(code, session.turn, SCHEMA), now)
    return session, effects


def answers(perseverance: str, **areas: str) -> dict[str, Any]:
    """Answer both questions of the named areas, and the others with never."""
    given = {f"strain.{name}": areas.get(area, "never") for area, names in ASKED.items() for name in names}
    return {"strain.perseverance": perseverance, **given}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (answers("years"), "balanced"),
        (answers("months", body="often"), "balanced"),
        (answers("months", body="often", time="often"), "overloaded"),
        (answers("weeks"), "overloaded"),
        (answers("days"), "crisis"),
        ({"situation.since": "ended", **answers("days")}, "ended"),
    ],
)
def test_a_phase_is_proposed(given: dict[str, Any], found: str) -> None:
    assert proposed(Session("x", answers=given)) == found


def test_the_own_word_for_it_goes_before_the_proposal() -> None:
    session, _ = tap(at("strain.summary", answers=answers("years")), "phase", "crisis")
    assert phase(session) == "crisis"
    assert session.state == "phase.plainly"


@pytest.mark.parametrize(
    ("given", "leads_to"),
    [
        (answers("years"), "phase.balanced"),
        (answers("months", body="often"), "phase.balanced"),
        (answers("weeks", body="often"), "reluctance.asking"),
        (answers("weeks", body="often", time="often"), "reluctance.asking"),
        (answers("days"), "phase.plainly"),
    ],
)
def test_each_phase_leads_somewhere_else(given: dict[str, Any], leads_to: str) -> None:
    assert tap(at("strain.summary", answers=given), "yes")[0].state == leads_to


def test_over_never_ends_the_talk_and_asks_for_no_care_tasks() -> None:
    session, effects = tap(at("situation.since"), "ended")
    assert session.state == "phase.ended"
    assert {"tell", "again", "people", "nearby"} <= {each.code for each in effects[-1].screen.choices}
    told, _ = tap(session, "tell", "enough")
    assert told.state == "phase.ended"
    session, _ = tap(session, "again")
    session, _ = tap(session, "skip")
    assert session.state == REST


def test_what_one_would_like_back_becomes_something_to_ask() -> None:
    from dialogues.inputs import Said  # noqa: PLC0415  used here only
    from dialogues.wishes import wishes  # noqa: PLC0415  used here only

    session, _ = tap(at("phase.ended"), "again")
    session, _ = step(session, Said("koffie met An"), NOW)
    assert [each.words for each in wishes(session)] == ["koffie met An"]


@pytest.mark.parametrize(("lasts", "human"), [("days", True), ("weeks", True), ("months", False)])
def test_heavy_answers_get_a_human_first_and_again_at_the_end(lasts: str, human: bool) -> None:  # noqa: FBT001
    first = tap(at("strain.perseverance"), lasts)[1]
    last = tap(at("strain.summary", answers=answers(lasts, body="often")), "yes")[1]
    for effects in (first, last):
        assert ("helplines" in str(effects)) is human


def test_with_only_days_left_a_person_comes_before_the_twelve_questions() -> None:
    session, _ = tap(at("strain.perseverance"), "days")
    assert session.state == "phase.plainly"
    session, _ = tap(session, "no")
    assert session.state == "phase.crisis"
    assert tap(session, "go_on")[0].state == "strain.sleep"
    looked_at = at("phase.crisis", answers=answers("days"))
    assert tap(looked_at, "go_on")[0].state == "reluctance.asking"


def test_after_a_call_in_need_we_look_in_the_next_day() -> None:
    from dialogues.inputs import Said  # noqa: PLC0415  used here only

    session, _ = tap(at("phase.crisis"), "call")
    session, effects = step(session, Said("mijn broer komt vannacht"), NOW)
    assert Remind("after_crisis", 0, 1) in effects
    session, effects = step(session, CameDue("after_crisis", 0), NOW + timedelta(days=1))
    assert session.state == "again.after_crisis"
    assert tap(session, "same")[0].state == "phase.plainly"


@pytest.mark.parametrize("said", ["yes", "sometimes"])
def test_who_cannot_go_on_is_asked_about_despair_and_led_to_people_and_back(said: str) -> None:
    session, effects = tap(at("phase.plainly", answers=answers("days")), said)
    assert (session.state, session.answers["crisis.kind"]) == ("crisis.now", "suicide_self")
    assert "suicide" in str(effects)
    session, _ = tap(session, "go_on", "go_on")
    assert (session.state, session.careful) == ("phase.crisis", CAREFUL_TURNS - 1)


def test_a_confirmed_check_is_kept_with_its_day_once_a_day_and_in_bounds() -> None:
    session, _ = tap(at("strain.summary", answers=answers("months", body="often")), "yes")
    assert session.checks == [Check("2026-11-22", levels(session), "months")]
    for day in range(40):
        session.heard_at = (NOW + timedelta(days=day)).isoformat()
        keep_check(session)
        keep_check(session)
    assert len(session.checks) == MAX_CHECKS
    assert session.checks[-1].date == "2026-12-31"
    assert Session.from_json(session.to_json()).checks == session.checks


def test_a_second_check_begins_anew_and_is_held_beside_the_first() -> None:
    session, _ = tap(at("strain.summary", answers=answers("months", body="often", mood="sometimes")), "yes")
    session.done.append("strain")
    later = NOW + timedelta(days=30)
    session, _ = tap(session, "menu", "strain", now=later)
    assert session.state == "strain.perseverance"
    session, _ = tap(session, "years", now=later)
    assert level(session, "body") is None
    session, _ = tap(session, "never", "never", "often", "often", *["never"] * 8, "little", now=later)
    assert session.state == "strain.summary"
    session, effects = tap(session, "yes", now=later)
    assert session.state == "again.compared"
    assert changed(session) == (["body"], ["mood"])
    assert "2026-11-22" in str(effects)


def test_looking_again_is_only_asked_of_who_said_yes_and_comes_again() -> None:
    session, effects = tap(at("again.offer", checks=[Check("2026-11-22")]), "yes")
    assert Remind("check", 0, 30) in effects
    due, _ = step(session, CameDue("check", 0), NOW)
    assert due.state == "again.due"
    assert Remind("check", 0, 30) in tap(due, "not_now")[1]
    assert not [each for each in tap(due, "never")[1] if isinstance(each, Remind)]
    assert not [each for each in tap(at("again.offer"), "no")[1] if isinstance(each, Remind)]


def test_an_agreed_moment_comes_back_to_where_the_talk_was() -> None:
    session, _ = step(at("wish.kind", checks=[Check("2026-11-22")]), CameDue("check", 0), NOW)
    assert tap(session, "not_now")[0].state == "wish.kind"


def test_what_is_kept_can_be_seen_and_taken_away() -> None:
    session = at("overview.told", checks=[Check("2026-10-22", {"body": 4}), Check("2026-11-22", {"body": 2})])
    session, effects = tap(session, "checks")
    assert "2026-10-22" in str(effects)
    assert tap(session, "back")[0].checks
    session, _ = tap(session, "delete")
    assert session.checks == []
    assert session.state == "overview.told"


def test_the_heaviest_areas_come_first_and_are_two_at_most() -> None:
    given = answers("months", body="sometimes", time="often", alone="often", work="often")
    assert heaviest(Session("x", answers=given)) == ["time", "work"]
    assert heaviest(Session("x", answers=answers("months"))) == []


def test_a_correction_of_an_area_counts() -> None:
    session, _ = tap(at("strain.summary", answers=answers("years")), "no", "alone", "4")
    assert session.state == "strain.summary"
    assert level(session, "alone") == 4


def test_what_is_typed_as_an_amount_is_an_answer() -> None:
    from dialogues.inputs import Said  # noqa: PLC0415  used here only

    session, _ = step(at("strain.worry"), Said("nee hoor"), NOW)
    assert (session.state, session.answers["strain.worry"]) == ("strain.sadness", "never")
    session, _ = step(at("reluctance.asking"), Said("een 8"), NOW)
    assert (session.state, session.answers["reluctance.asking"]) == ("reluctance.helping", 8)


@pytest.mark.parametrize(("known", "reply"), [({}, "well"), ({"strain.sleep": "often"}, "not_well")])
def test_yes_means_what_was_asked(known: dict[str, str], reply: str) -> None:
    from dialogues.inputs import Said  # noqa: PLC0415  used here only

    session, _ = step(at("listening.managing", answers=known), Said("ja hoor"), NOW)
    assert session.answers["listening.managing"] == reply
