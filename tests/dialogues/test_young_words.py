"""Everything a young person can come to is theirs: no adult talk, no polite words, no adults' words, in any language.

The talk is walked from the first question at home: every choice, a few typed words, the ways out, the commands and
the agreed moments. What is seen on the way is said in the young registers.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.facts import facts
from bot.languages.glossary import glossary
from bot.settings import Settings
from bot.words import Speaker, bare
from dialogues import ages
from dialogues.book import CHAPTERS, QUESTIONS
from dialogues.chapters.young import YOUNG
from dialogues.effects import Ask, Say
from dialogues.inputs import CameDue, Commanded, Said, Started
from dialogues.languages import LANGUAGES
from dialogues.reminders import AGREED, REMINDERS
from dialogues.session import AskPlan, Check, Person, Session
from dialogues.turn import FIRST
from dialogues.words import Words
from tests.dialogues.walking import NOW, after

AGES = ("under16", "16to24")
TAKES = 12
"""How often one question is walked on from: after other answers it may lead elsewhere."""
FULL_TAKES = 2
"""How often words, commands and agreed moments are tried there besides the choices."""

TEXTS = (
    *("het gaat wel", "mijn vader is overleden", "mijn vader slaat me soms", "ik wil dood", "ik heb niemand", "😢"),
    *("mijn tante", "mijn broer", "soms", "ze pakken me af", "mijn broer is verslaafd en ik slaap niet meer " * 8),
)
COMMANDS = ("menu", "help", "stop", "privacy", "delete", "language", "start", "back")
MOMENTS = ("told", "expiry")


def of_age(age: str) -> Session:
    return after(Session(FIRST), Started(), "nl", age, "yes")[0]


def ways_on(session: Session, take: int) -> Iterator[tuple[Any, ...]]:
    question = QUESTIONS[session.state]
    codes = [option.code for option in question.options_for(session)]
    yield from ((code, "done") if question.many else (code,) for code in codes)
    yield from ((code,) for code in ("done", "skip"))
    if take > FULL_TAKES:
        return
    yield from ((Said(text),) for text in TEXTS)
    yield from ((Commanded(name),) for name in COMMANDS)
    yield from ((CameDue(kind, 0),) for kind in MOMENTS)


TURNS_ON = ("home.who", "home.what", "everyday.chores", "trusted.who", "message.draft", "message.text", "told.may")
"""Answers on which it turns what comes next."""


@cache
def seen(age: str) -> dict[str, list[Words]]:
    """Give all words that somebody of an age came by, with the question at which they stand."""
    found: dict[str, list[Words]] = {}
    known, taken, ahead = set(), Counter(), deque([of_age(age)])
    while ahead:
        here = ahead.popleft()
        taken[here.state] += 1
        if taken[here.state] > TAKES:
            continue
        for inputs in ways_on(here, taken[here.state]):
            there, shown = after(here, *inputs)
            found.setdefault(there.state, []).extend(words_in(shown))
            key = (there.state, there.home, there.violence, *(name in there.answers for name in TURNS_ON))
            if there.young and "welcome.age" in there.answers and key not in known:
                known.add(key)
                ahead.append(there)
    return found


def words_in(shown: list[Any]) -> Iterator[Words]:
    for each in shown:
        if isinstance(each, Say):
            yield each.words
        if isinstance(each, Ask):
            yield each.screen.words
            yield from (choice.label for choice in (*each.screen.choices, *each.screen.ways_out))


QUOTED = re.compile("“[^”]*”|«[^»]*»|„[^”]*”")
"""What the person typed, or may say to a doctor, is theirs."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("age", AGES)
def test_all_that_a_young_person_comes_by_is_said_in_words_of_young_people(age: str, language: str) -> None:
    say = Speaker(language, young=True, facts=facts(Settings()), now=NOW)
    said = {(state, bare(say.say(words))) for state, all_words in seen(age).items() for words in all_words}
    wrong = glossary(language).not_for_young_people
    assert [(state, text) for state, text in said if wrong.search(QUOTED.sub("", text))] == []


def test_words_that_are_polite_or_of_adults_are_noticed() -> None:
    assert glossary("nl").not_for_young_people.search("Wat wilt u?")
    assert not glossary("nl").not_for_young_people.search(QUOTED.sub("", "Vraag: “Wilt u mij uitleggen wat het is?”"))
    assert glossary("en").not_for_young_people.search("Support for carers")


def test_the_walk_comes_by_every_question_of_the_young_talk() -> None:
    own = {question.name for chapter in YOUNG for question in chapter.questions}
    assert own - set(seen("under16")) == {"everyday.up_to_you"}, "which is for who is older"
    assert own - set(seen("16to24")) == {"everyday.night"}, "which is for children"


@pytest.mark.parametrize("age", AGES)
def test_nobody_who_is_young_comes_to_what_is_closed_to_them(age: str) -> None:
    session = of_age(age)
    assert [state for state in seen(age) if ages.closed(session, state)] == []


def test_from_16_on_one_may_ask_and_below_it_nothing_of_the_adults_is_open() -> None:
    assert {state for state in seen("16to24") if state.startswith("ask.")}
    assert not [state for state in seen("under16") if state.startswith(("ask.", "followup.", "thanks."))]


def test_every_chapter_is_open_to_young_people_or_closed_on_purpose() -> None:
    session = of_age("under16")
    open_to_them = {each.name for each in CHAPTERS if not ages.closed(session, each.first)}
    assert open_to_them == {each.name for each in YOUNG} | {
        *("welcome", "support", "rest", "paused", "crisis", "hidden", "listening"),
        *("help", "menu", "language", "stopped", "overview", "privacy", "delete", "personal", "aloud"),
    }


def once_an_adult(state: str) -> Session:
    """Somebody who talked as an adult, with people, asks and checks, and then told to be younger."""
    ask = AskPlan(helper="Sam", status="ready")
    session = Session(
        state, answers={"welcome.age": "25plus"}, people=[Person("Sam")], asks=[ask], checks=[Check("2026-10-01")]
    )
    session, _shown = after(session, Started(), "menu", "told", "age", "under16")
    return session


@pytest.mark.parametrize("state", ["strain.sleep", "network.map", "ask.when", "holding.how", "reluctance.barriers"])
def test_who_turns_out_to_be_a_child_goes_on_in_the_talk_for_children(state: str) -> None:
    session = once_an_adult(state)
    assert session.state == "overview.told"
    assert not {"ask", "checks", "people"} & {each.code for each in QUESTIONS["overview.told"].options_for(session)}
    assert after(session, "back")[0].state == "home.who"


ADULTS_MOMENTS = [*REMINDERS, *(each for each in AGREED if each not in {"told", "support"}), "month"]


@pytest.mark.parametrize("kind", ADULTS_MOMENTS)
def test_a_moment_agreed_in_the_talk_for_adults_does_not_reach_a_child(kind: str) -> None:
    session = once_an_adult("rest.open")
    session.answers["holding.monthly"] = "yes"
    assert after(session, CameDue(kind, 0))[1] == []


@pytest.mark.parametrize("age", AGES)
def test_after_a_loss_a_young_person_is_not_led_to_the_end_of_caring(age: str) -> None:
    session, _shown = after(of_age(age), Said("mijn vader is overleden"))
    assert session.state == "listening.died"
    assert "cared_for" not in {each.code for each in QUESTIONS[session.state].options_for(session)}


@pytest.mark.parametrize("country", ["", "NL", "BE"])
@pytest.mark.parametrize("typed", ["mijn vader slaat me soms", "ik wil dood", "er is geen eten in huis"])
def test_in_danger_a_child_sees_the_line_for_children_and_now_the_emergency_number(typed: str, country: str) -> None:
    session = of_age("under16")
    session.country = country
    say = Speaker("nl", young=True, facts=facts(Settings()), now=NOW)
    session, shown = after(session, Said(typed))
    if session.state == "crisis.gentle":
        session, shown = after(session, "yes")
    for_children = "Awel" if country == "BE" else "De Kindertelefoon"
    assert for_children in say.say(shown[-1].screen.words)
    session, shown = after(session, "yes")
    assert session.state == "crisis.at_hand"
    assert {for_children, "112"} <= set(say.say(shown[-1].screen.words).splitlines())
