"""The talk for young people: people to talk to on every third screen, and one adult they trust."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.catalogs import extracted
from bot.facts import facts
from bot.settings import Settings
from bot.words import Speaker, bare
from dialogues.book import QUESTIONS, is_aside
from dialogues.chapters.young import YOUNG
from dialogues.chapters.young.barriers import BARRIERS
from dialogues.chapters.young.message import draft
from dialogues.chapters.young.situations import SITUATIONS
from dialogues.company import EVERY
from dialogues.effects import Ask, OfferDraft, Remind, Say
from dialogues.inputs import CameDue, Said, Started
from dialogues.session import Session
from dialogues.turn import FIRST
from dialogues.words import Fact, Joined, Text, Words
from tests.dialogues.walking import after

PEOPLE_TO_TALK_TO = {"helplines", "talk_line"}
TYPED = ("mijn tante", "Noor")


def child(*inputs: Any) -> Session:
    """A child who said to be under 16, and then did this."""
    return after(Session(FIRST), Started(), "nl", "under16", "yes", *inputs)[0]


def at(state: str, age: str = "under16", **answers: Any) -> Session:
    session = Session(state, answers={"welcome.age": age, **{k.replace("__", "."): v for k, v in answers.items()}})
    return after(session, Started())[0]


def facts_in(words: Words | None) -> Iterator[str]:
    match words:
        case Fact():
            yield words.name
        case Text():
            yield from (
                name
                for value in words.values.values()
                if not isinstance(value, str | int)
                for name in facts_in(value)
            )
        case Joined():
            yield from (name for part in words.parts for name in facts_in(part))


def names_people(shown: list[Any]) -> bool:
    said = [each.words for each in shown if isinstance(each, Say)]
    asked = [each.screen.words for each in shown if isinstance(each, Ask)]
    return any(PEOPLE_TO_TALK_TO & set(facts_in(words)) for words in [*said, *asked])


def ways_on(session: Session) -> Iterator[tuple[Any, ...]]:
    """Everything somebody may do at a question: each choice, ticks, words, and leaving it."""
    question = QUESTIONS[session.state]
    codes = [option.code for option in question.options_for(session)]
    if question.many:
        yield from ((code, "done") for code in codes)
        yield ("done",)
    else:
        yield from ((code,) for code in codes)
    if question.typed or question.lookup:
        yield from ((Said(typed),) for typed in TYPED)
    if question.skippable and not is_aside(session.state):
        yield ("skip",)
    if session.state == "rest.open":
        yield (CameDue("told", 0),)


@cache
def walks() -> list[tuple[str, str, int]]:
    """Walk all paths of a child's talk: from where, to which screen, and how many since people were named."""
    found, seen, ahead = [], set(), [(child(), 0)]
    while ahead:
        here, since = ahead.pop()
        for inputs in ways_on(here):
            there, shown = after(here, *inputs)
            unnamed = 0 if names_people(shown) else since + 1
            ready = there.answers.get("message.draft") == "good"
            key = (there.state, there.home, unnamed, there.turn % EVERY, ready, there.violence)
            if not there.child or there.state in LEAVING or not any(isinstance(each, Ask) for each in shown):
                continue
            found.append((here.state, there.state, unnamed))
            if key not in seen:
                seen.add(key)
                ahead.append((there, unnamed))
    return found


LEAVING = {"hidden.screen"}
"""The screen that must tell nothing to who looks over a shoulder."""


def test_a_child_meets_people_to_talk_to_on_every_third_screen_at_the_latest_whatever_path_is_walked() -> None:
    visited = set()
    for come_from, state, unnamed in walks():
        visited.add(state)
        assert unnamed < EVERY, f"{come_from} -> {state}"
    own = {question.name for each in YOUNG for question in each.questions}
    assert own - visited == {"everyday.up_to_you"}, "which is for who is older"


def test_a_child_is_never_led_into_the_talk_of_adults() -> None:
    adults = ("strain.", "reluctance.", "wish.", "network.", "ask.", "welcome.whom", "welcome.cared_name")
    assert not [state for _from, state, _unnamed in walks() if state.startswith(adults)]


def test_at_once_a_child_hears_of_people_to_talk_to() -> None:
    _session, shown = after(Session(FIRST), Started(), "nl", "under16")
    assert names_people(shown)


@pytest.mark.parametrize("typed", ["mijn zusje", "mijn broer", "mijn vriendin Noor", "Sanne van 15", "mijn zus"])
def test_no_brother_sister_friend_or_minor_is_taken_for_the_adult(typed: str) -> None:
    session, shown = after(at("trusted.who"), Said(typed))
    assert session.state == "trusted.who"
    assert "trusted.who" not in session.answers
    assert any("18" in bare(Speaker("nl", young=True).say(each.words)) for each in shown if isinstance(each, Say))


def test_whoever_may_be_a_minor_is_asked_about_first() -> None:
    session, _shown = after(at("trusted.who"), Said("mijn nicht"))
    assert session.state == "trusted.adult"
    assert after(session, "unknown")[0].state == "trusted.who"
    assert "trusted.who" not in after(session, "no")[0].answers
    assert after(session, "yes")[0].state == "trusted.hope"


@pytest.mark.parametrize("typed", ["mijn tante", "oma", "de moeder van Sanne", "my uncle Bob", "de juf"])
def test_a_plain_adult_is_not_doubted(typed: str) -> None:
    assert after(at("trusted.who"), Said(typed))[0].state in {"trusted.hope", "trusted.adult"}
    assert after(at("trusted.who"), Said("mijn tante"))[0].state == "trusted.hope"


def test_nobody_is_no_dead_end() -> None:
    session, _shown = after(at("trusted.who"), Said("ik heb niemand"))
    assert session.state == "trusted.nobody"
    session, shown = after(session, "none")
    assert session.state == "support.place"
    assert names_people(shown)


def said(session: Session) -> str:
    return bare(Speaker(session.language, young=True, facts=facts(Settings())).say(draft(session)))


def test_the_words_tell_what_was_chosen_and_nothing_else() -> None:
    told = {"home__who": "mother", "home__what": ["hospital"], "everyday__sleep": "often", "trusted__who": "oma"}
    talk_only = at("message.how", **told, message__tell=["talk"])
    assert "ziekenhuis" not in said(talk_only)
    assert "slaap" not in said(talk_only)
    all_of_it = at("message.how", **told, message__tell=["what", "me"])
    assert "Mijn moeder ligt in het ziekenhuis. Ik slaap slecht." in said(all_of_it)


@pytest.mark.parametrize("how", ["message", "screen", "note", "after"])
def test_each_way_of_telling_has_its_own_opening(how: str) -> None:
    openings = {said(at("message.draft", message__how=each)).split(".")[0] for each in ("screen", "note", "after")}
    assert len(openings) == 3
    _session, shown = after(at("message.how"), how)
    assert any(isinstance(each, OfferDraft) for each in shown)


def test_own_words_stay_as_they_are() -> None:
    session, _shown = after(at("message.draft"), "text", Said("Oma, zullen we samen soep maken?"))
    assert said(session) == "Oma, zullen we samen soep maken?"
    session, _shown = after(session, "ours")
    assert said(session) != "Oma, zullen we samen soep maken?"
    assert session.notes == ["Oma, zullen we samen soep maken?"]


def test_whoever_is_afraid_gets_people_first_and_no_words_are_made() -> None:
    session, shown = after(at("everyday.afraid"), "yes")
    assert session.state == "crisis.now"
    assert names_people(shown)
    session, _shown = after(session, "go_on", "go_on")
    assert session.state == "everyday.good"
    session.state = "message.draft"
    session, shown = after(session, Started())
    assert session.state == "paused.asking"
    assert not any(isinstance(each, OfferDraft) for each in shown)
    assert after(session, "safe", "tell")[0].state == "trusted.who"


def test_taking_back_that_one_is_afraid_leaves_nothing_of_it() -> None:
    session, _shown = after(at("everyday.afraid"), "sometimes", "go_on", "go_on", "back")
    assert session.state == "everyday.afraid"
    assert "everyday.afraid" not in session.answers


def test_an_agreed_moment_asks_whether_it_was_told_and_every_answer_is_good() -> None:
    session, shown = after(at("told.may", trusted__who="mijn tante", message__draft="good"), "three_days")
    assert Remind("told", 0, 3) in shown
    session, _shown = after(session, CameDue("told", 0))
    assert session.state == "told.did"
    assert after(session, "no_need")[0].state == "rest.open"
    assert after(session, "not_yet")[0].state == "told.held"
    assert after(session, "yes", "good")[0].state == "rest.open"


def test_an_agreed_moment_leads_back_to_where_the_talk_was() -> None:
    session, _shown = after(at("everyday.sleep", message__draft="good"), CameDue("told", 0), "no_need")
    assert session.state == "everyday.sleep"


def test_a_link_for_young_people_speaks_to_them_from_the_first_word() -> None:
    session, _shown = after(Session(FIRST), Started("almere-young"))
    assert session.young
    assert not after(session, "nl", "25plus")[0].young
    assert after(session, "nl", "unsaid")[0].child, "who tells no age gets the care of a child"
    assert not after(Session(FIRST), Started("youngtown"))[0].young


def test_the_menu_of_young_people_is_their_own() -> None:
    def codes(age: str) -> set[str]:
        return {each.code for each in QUESTIONS["menu.open"].options_for(at("menu.open", age))}

    assert {"home", "everyday", "unsaid", "trusted", "knowing"} <= codes("under16")
    assert not {"strain", "reluctance", "wish", "network", "ask"} & codes("under16")
    assert not {"home", "trusted", "knowing"} & codes("25plus")


def test_every_barrier_and_situation_is_whole_and_has_a_source() -> None:
    for barrier in BARRIERS:
        assert all((barrier.source, barrier.recognised, barrier.other_side, barrier.small_try))
    assert all(each.source and each.heard and each.told for each in SITUATIONS)
    assert len({each.code for each in BARRIERS}) == len(BARRIERS)


NOT_TO_YOUNG_PEOPLE = re.compile(
    r"\b(u|uw|mantelzorg\w*|overbelast\w*|netwerk\w*|grens|grenzen|eigen kracht|zelfredzaam\w*)\b", re.IGNORECASE
)
TO_A_DOCTOR = "“Will you explain to me what it is, and what comes next?”"
"""What a young person says to a doctor is polite."""


def test_the_words_are_those_of_young_people() -> None:
    say = Speaker("nl", young=True)._catalog.gettext
    msgids = {text.msgid for text in texts_of_the_young_talk()}
    assert len(msgids) > 200
    polite = [msgid for msgid in msgids if NOT_TO_YOUNG_PEOPLE.search(say(msgid))]
    assert [msgid for msgid in polite if TO_A_DOCTOR not in msgid] == []


def texts_of_the_young_talk() -> Iterator[Text]:
    for message in extracted():
        if message.id and any("/young/" in file for file, _line in message.locations):
            yield Text(message.id if isinstance(message.id, str) else message.id[0])
