"""What holds somebody back shapes the ask; what comes after it never pushes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.words import Speaker, bare
from dialogues.care import end_care
from dialogues.chapters.messages import KINDS
from dialogues.chapters.welcome import POLICY
from dialogues.draft import draft
from dialogues.drafting.formal import FORMAL
from dialogues.effects import Ask, ForgetReminders, OfferDraft, Remind, SendEvent, SendPage
from dialogues.engine import step
from dialogues.inputs import CameDue, Said, Started, Tapped
from dialogues.languages import LANGUAGES
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish
from dialogues.sharing import shareable
from dialogues.tasks import BY_CODE, TASKS
from dialogues.wishes import wishes
from dialogues.without_people import SUGGESTIONS, suggestions

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def somewhere(state: str, **more: Any) -> Session:
    asks = [AskPlan(Wish(task="sit"), "Marietje", "weekend", status=more.pop("status", "ready"))]
    known = {"turn": 3, "consent": True, "policy": POLICY, "heard_at": NOW.isoformat(), "asks": asks}
    return Session(state, **{**known, **more})


def after(session: Session, *inputs: Any) -> tuple[Session, tuple[Any, ...]]:
    effects: tuple[Any, ...] = ()
    for each in inputs:
        tap = Tapped(each, session.turn, SCHEMA) if isinstance(each, str) else each
        session, effects = step(session, tap, NOW)
    return session, effects


def english(session: Session, plan: AskPlan) -> str:
    return bare(Speaker("en", young=False).say(draft(session, plan)))


@pytest.mark.parametrize(
    ("barriers", "side", "there", "not_there"),
    [
        (["nothing_back"], "", "something in return", "thinking along"),
        (["nothing_back"], "thanks", "letters", "something in return"),
        (["duty"], "", "thinking along", "something in return"),
        ([], "", "letters", "thinking along"),
    ],
)
def test_what_holds_back_shapes_the_message(barriers: list[str], side: str, there: str, not_there: str) -> None:
    session = Session("ask.draft", answers={"reluctance.barriers": barriers, "reluctance.side": side})
    said = english(session, AskPlan(Wish(task="letters"), "Jan"))
    assert there in said
    assert not_there not in said


def test_what_stands_there_by_itself_can_be_left_out() -> None:
    session = somewhere("ask.gives_you", status="draft", answers={"reluctance.barriers": ["nothing_back"]})
    assert "in return" in english(session, session.asks[0])
    session, _ = after(session, "none")
    assert "in return" not in english(session, session.asks[0])


def test_thinking_along_is_not_offered_for_the_shopping() -> None:
    session = Session("ask.draft", answers={"reluctance.barriers": ["duty"]})
    assert "thinking along" not in english(session, AskPlan(Wish(task="groceries"), "Jan"))


def test_who_knows_best_how_it_has_to_be_sees_a_device_first() -> None:
    session = somewhere("ask.who", status="draft", people=[Person("Jan", circle="friends")])
    session.asks[0].helper = ""
    codes = [each.code for each in screen_of(session).choices]
    assert codes[-2:] == ["without", "outside"]
    session.answers["reluctance.barriers"] = ["quality"]
    assert screen_of(session).choices[0].code == "without"


def screen_of(session: Session) -> Any:
    return after(session, Started())[1][-1].screen


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.code)
def test_every_task_has_a_polite_question_and_something_that_is_no_person(task: Any) -> None:
    assert set(FORMAL) == set(BY_CODE) == set(SUGGESTIONS)
    assert suggestions(Wish(task=task.code))
    assert ("{name}" in FORMAL[task.code].msgid) == ("{name}" in task.ask.msgid)


def test_of_many_wishes_three_come_first_and_none_is_lost() -> None:
    ticked = {"wish.household": ["groceries", "cooking", "cleaning", "laundry"], "wish.own": "to the mosque"}
    session, _ = after(somewhere("wish.keeping", answers=ticked), "skip")
    assert session.state == "wish.top"
    session, _ = after(session, "own", "laundry", "done")
    assert [each.task or each.words for each in wishes(session)][:2] == ["to the mosque", "laundry"]
    assert len(wishes(session)) == 5


def test_the_date_is_shown_back_and_a_changed_mind_changes_it() -> None:
    session, effects = after(somewhere("ask.when", status="draft", language="en"), Said("tomorrow at two"))
    assert session.asks[0].moment["day"] == "2026-11-24"
    assert "November 24" in bare(Speaker("en", young=False).say(effects[0].words))
    assert "(Tuesday, November 24)" in english(session, session.asks[0])
    session, _ = after(session, "back", Said("whenever it suits"))
    assert session.asks[0].moment == {}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nl"])
def test_a_draft_comes_in_the_helpers_language_too(language: str) -> None:
    session, effects = after(somewhere("ask.language", status="draft"), language)
    assert [each.language for each in effects if isinstance(each, OfferDraft)] == ["", language]
    _, effects = after(session, "print")
    assert [each.language for each in effects if isinstance(each, SendPage)] == ["", language]


def test_own_words_are_never_sent_as_if_they_were_translated() -> None:
    _, effects = after(somewhere("ask.language", status="draft"), "en", "change", "text", Said("hoi, kom je?"))
    assert [each.language for each in effects if isinstance(each, OfferDraft)] == [""]


def test_nothing_can_be_shared_while_a_violence_signal_stands() -> None:
    answers = {f"{kind.name}.who": "Jan" for kind in KINDS}
    session = somewhere("rest.open", answers=answers)
    assert len(list(shareable(session))) == 1 + len(KINDS)
    session.violence = True
    assert not list(shareable(session))


def test_practising_shows_a_sentence_for_each_answer_and_no_verdict() -> None:
    session, _ = after(somewhere("ask.courage", status="draft"), "3")
    for answer in ("yes", "no", "nothing"):
        session, effects = after(session, answer)
        assert session.state == "ask.practise"
        assert effects[1].words
    session, _ = after(session, "enough", "2")
    assert session.asks[0].courage == [3, 2]
    assert session.state == "ask.draft"


def test_sleeping_on_it_shows_the_draft_again() -> None:
    session, effects = after(somewhere("ask.draft", status="draft"), "not_now", "tomorrow")
    assert [(each.reminder, each.days) for each in effects if isinstance(each, Remind)] == [("slept", 1)]
    session, effects = after(session, CameDue("slept", 0))
    assert session.state == "ask.draft"
    assert any(isinstance(each, OfferDraft) for each in effects)


def test_not_yet_may_become_smaller() -> None:
    session, _ = after(somewhere("followup.asked"), "not_yet", "smaller")
    assert (session.asks[0].often, session.asks[0].long, session.state) == ("once", "half_hour", "ask.draft")


def test_after_silence_a_lighter_message_comes_before_the_first() -> None:
    _, effects = after(somewhere("followup.answered"), "nothing", "again")
    light, first = [each for each in effects if isinstance(each, OfferDraft)]
    assert len(Speaker("en", young=False).say(light.draft)) < 160
    assert "weekend" in Speaker("en", young=False).say(first.draft)


def test_after_two_times_we_do_not_offer_to_come_back_again() -> None:
    session = somewhere("followup.asked")
    session.asks[0].nudges = 2
    _, effects = after(session, "not_yet")
    assert "later" not in [each.code for each in effects[-1].screen.choices]


def test_an_agreed_day_goes_into_the_calendar_and_comes_back_the_day_before_and_after() -> None:
    session = somewhere("followup.answered", status="asked", language="en")
    session.asks[0].often, session.asks[0].until = "weekly", "month"
    session, _ = after(session, "yes", Said("Thursday from two to four"))
    _, effects = after(session, "file")
    (event,) = [each for each in effects if isinstance(each, SendEvent)]
    assert (event.day, event.start, event.end, event.every, event.until) == (
        "2026-11-26",
        "14:00",
        "16:00",
        "weekly",
        "2026-12-26",
    )
    _, effects = after(session, "remind")
    planned = [(each.reminder, each.on) for each in effects if isinstance(each, Remind)]
    assert planned == [("eve", "2026-11-25"), ("went", "2026-11-27"), ("look_back", "2026-12-26")]


def test_a_day_that_has_passed_is_not_proposed() -> None:
    session = somewhere("followup.answered", status="asked")
    session.asks[0].moment = {"day": "2026-11-20", "whole": True}
    _, effects = after(session, "yes")
    assert [each.code for each in effects[-1].screen.choices] == ["none"]


def test_when_a_helper_stops_the_task_can_be_cut_for_somebody_else() -> None:
    session, _ = after(somewhere("followup.stopped", status="agreed"), "split")
    assert session.asks[0].status == "stopped"
    assert (session.asks[1].wish.task, session.asks[1].often, session.state) == ("sit", "once", "ask.who")


def test_when_the_care_ends_open_asks_end_and_only_what_fits_is_offered() -> None:
    session = somewhere("changed.what", answers={"wish.company": ["sit", "listen"], "wish.body": ["washing"]})
    session, effects = after(session, "admitted")
    assert any(isinstance(each, ForgetReminders) for each in effects)
    assert session.asks[0].status == "ended"
    assert [each.task for each in wishes(session)] == ["sit", "listen"]
    end_care(session, "died")
    assert [each.task for each in wishes(session)] == ["listen"]


def test_how_somebody_holds_up_is_held_beside_the_last_time() -> None:
    session = somewhere("holding.how", language="en", answers={"holding.days": [["2026-10-20", "so_so"]]})
    session, effects = after(session, "heavy")
    assert "heavier" in bare(Speaker("en", young=False).say(effects[1].words))
    assert session.answers["holding.days"][-1] == ["2026-11-23", "heavy"]


def test_who_can_not_go_on_is_led_to_people_first() -> None:
    _, effects = after(somewhere("holding.how"), "cant")
    assert isinstance(effects[-1], Ask)
    assert effects[-1].screen.choices[0].code == "people"
