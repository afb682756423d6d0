"""Being heard: what was told is said back, who makes light of it is not contradicted, nobody is asked twice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.words import Speaker, bare
from dialogues.engine import step
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA, Session

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def at(state: str, **more: Any) -> Session:
    return step(Session(state, language="nl", **more), Started(), NOW)[0]


def after(session: Session, *moves: str) -> tuple[Session, str]:
    """Each move is a code in [brackets], or a text; gives what stands on the last screen."""
    effects: tuple[Any, ...] = ()
    for move in moves:
        code = move.strip("[]")
        given = Tapped(code, session.turn, SCHEMA) if move.startswith("[") else Said(move)
        session, effects = step(session, given, NOW)
    said = Speaker("nl", young=False).say
    return session, "\n".join(bare(said(each.words)) for each in effects if hasattr(each, "words")) + bare(
        said(effects[-1].screen.words)
    )


def test_all_that_was_told_in_parts_is_said_back_at_the_end() -> None:
    session, shown = after(
        at("strain.sleep"), "Mag ik gewoon iets vertellen?", "Hij is gevallen", "En ik moet op het geld letten"
    )
    assert session.state == "listening.on"
    session, shown = after(session, "[enough]")
    assert "de val" in shown
    assert "het geld" in shown
    assert after(session, "[go_on]")[0].state == "strain.sleep"


def test_a_new_telling_does_not_repeat_the_old_one() -> None:
    told, _ = after(at("strain.sleep"), "Ik ben zo verdrietig, hij is gevallen", "[go_on]")
    assert "de val" not in after(told, "Ik moet de hele dag huilen")[1]


def test_going_on_with_a_telling_says_back_only_what_is_new() -> None:
    session, shown = after(
        at("strain.sleep"), "Ik ben zo verdrietig, hij is gevallen", "[more]", "Mijn broer belt nooit"
    )
    _, shown = after(session, "[enough]")
    assert "uw broer" in shown.casefold()
    assert "de val" not in shown


def test_asking_to_tell_is_no_name() -> None:
    session, _ = after(at("welcome.cared_name"), "Mag ik eerst even iets vertellen?")
    assert session.state == "listening.more"
    assert "welcome.cared_name" not in session.answers


def test_a_plain_story_is_not_called_heavy() -> None:
    _, shown = after(at("strain.sleep"), "Wij wonen al dertig jaar in hetzelfde huis aan de dijk bij het dorp")
    assert "zwaar" not in shown


def test_making_light_gets_one_concrete_question_then_the_future_and_then_who_notices() -> None:
    session, shown = after(at("strain.sleep"), "het gaat wel")
    assert "slaapt u door" in shown
    session, shown = after(session, "[not_well]")
    assert "een jaar vooruitkijkt" in shown
    session, _ = after(session, "[unknown]")
    assert session.state == "strain.sleep"
    session, shown = after(session, "anderen hebben het zwaarder")
    assert "wie merkt dat" in shown
    session, _ = after(session, "[nobody]", "komt wel goed")
    assert session.state == "strain.sleep"


def test_what_is_known_is_not_asked_again_of_who_makes_light_of_it() -> None:
    _, shown = after(at("strain.worry", answers={"strain.sleep": "often", "strain.tired": "often"}), "het gaat wel")
    assert "gelachen" in shown
    assert "slaapt" not in shown
