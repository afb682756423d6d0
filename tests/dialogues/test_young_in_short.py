"""What young people type in short is an answer; and the talk leads on well whatever was left out."""

from __future__ import annotations

from typing import Any

import pytest

from bot.words import Speaker, bare
from dialogues.book import QUESTIONS
from dialogues.effects import Say
from dialogues.engine import step
from dialogues.inputs import PlacesFound, Said
from tests.dialogues.test_young import at
from tests.dialogues.walking import NOW, after


@pytest.mark.parametrize(
    ("state", "typed", "kept"),
    [
        ("home.who", "Papa!", "father"),
        ("home.who", "m’n zusje 😊", "sister"),
        ("everyday.sleep", "Vaak", "often"),
        ("everyday.school", "nee", "never"),
        ("everyday.friends", "beetje", "sometimes"),
        ("everyday.night", "niemand", "nobody"),
        ("everyday.night", "oma", "grown_up"),
        ("everyday.alone", "met mijn moeder", "grown_up"),
        ("everyday.afraid", "soms", "sometimes"),
        ("everyday.good", "niks", ["nothing"]),
        ("unsaid.knows", "een beetje", "a_bit"),
        ("unsaid.barriers", "niks", []),
        ("trusted.adult", "17", "no"),
    ],
)
def test_a_short_word_is_an_answer(state: str, typed: str, kept: Any) -> None:
    session, _shown = after(at(state, trusted__who="mijn nicht"), Said(typed))
    assert session.state != state
    assert session.answers.get(state, "no") == kept


@pytest.mark.parametrize("state", ["everyday.sleep", "home.who", "trusted.who", "trusted.hope"])
def test_an_emoji_is_no_answer_and_nothing_is_lost_by_it(state: str) -> None:
    session, shown = after(at(state), Said("👍"))
    assert session.state == state
    assert state not in session.answers
    assert any(isinstance(each, Say) for each in shown)


def test_no_is_nobody_and_no_name() -> None:
    session, _shown = after(at("trusted.who"), Said("nee"))
    assert session.state == "trusted.nobody"
    assert after(session, Said("nee"))[0].state == "support.place"
    assert after(session, "menu", "trusted")[0].state == "trusted.who", "it is asked anew, and not what would be good"


def test_a_child_that_manages_is_asked_about_the_evening_and_then_about_something_else() -> None:
    def asked(**told: str) -> str:
        session, _shown = after(at("home.kind", **told), Said("we redden het wel"))
        assert session.state == "listening.managing"
        words = QUESTIONS["listening.managing"].words_for(session)
        return bare(Speaker("nl", young=True).say(words))

    assert "’s avonds" in asked()
    assert "’s nachts" in asked(everyday__night="grown_up")
    assert "gelachen" in asked(everyday__night="grown_up", everyday__sleep="never")


def test_who_skipped_all_is_asked_what_fits_and_may_leave_it() -> None:
    session = at("everyday.heard")
    codes = [each.code for each in QUESTIONS[session.state].options_for(session)]
    assert codes == ["look", "not_now"]
    assert after(session, "not_now")[0].state == "rest.open"


def test_interpreting_from_the_menu_leads_to_what_was_not_told_yet() -> None:
    early, _shown = after(at("home.who"), "menu", "interpreting", "skip", "skip", "go_on")
    assert early.state == "everyday.sleep"
    late, _shown = after(at("rest.open", everyday__good=["laugh"]), "menu", "interpreting", "skip", "skip", "go_on")
    assert late.state == "rest.open"


def test_what_misses_attention_is_said_back() -> None:
    session = at("everyday.heard", home__who="brother", home__what=["autism"], everyday__own="often")
    words = QUESTIONS[session.state].words_for(session)
    assert "De aandacht thuis gaat vaak naar een ander." in bare(Speaker("nl", young=True).say(words))


def test_a_child_whose_town_is_not_known_is_not_asked_for_a_postcode() -> None:
    _session, shown = step(at("support.place"), PlacesFound("Nergenshuizen", ()), NOW)
    said = [bare(Speaker("nl", young=True).say(each.words)) for each in shown if isinstance(each, Say)]
    assert any("Nergenshuizen" in each for each in said)
    assert not any("postcode" in each for each in said)
