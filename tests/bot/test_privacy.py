"""What is kept, for how long, who is asked, and what one gets back."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest

from bot import export
from bot.conversations import Conversations
from bot.haste import CHATS, MOST, Haste
from bot.post import Incoming
from bot.store import Unforgotten
from bot.words import Speaker
from dialogues.chapters import welcome
from dialogues.inputs import Commanded, Tapped
from dialogues.languages import LANGUAGES
from dialogues.session import SCHEMA, AskPlan, Person, Session, Wish
from tests.person import MONDAY_MORNING, talks_in
from tests.person import Person as Someone

DOCS = Path(__file__).parents[2] / "docs"


def stored(person: Someone) -> Session:
    with person.talks.store.transaction() as work:
        return Session.from_json(work.load([person.chat])[person.chat])


def test_consent_is_kept_with_the_text_and_the_day(person: Someone) -> None:
    person.tap("Yes, keep it")
    session = stored(person)
    assert (session.consent, session.policy, session.consented_on) == (True, welcome.POLICY, "2026-11-23")


def test_consent_can_be_taken_back_and_given(person: Someone) -> None:
    person.tap("Yes, keep it")
    person.send("/privacy")
    person.tap("Don't keep it any more")
    assert (stored(person).consent, stored(person).consented_on) == (False, "")
    person.send("/privacy")
    person.tap("You may keep it")
    assert stored(person).consent


def test_a_changed_text_asks_again_and_an_old_button_is_no_yes(
    person: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.tap("Yes, keep it")
    monkeypatch.setattr("dialogues.turn.POLICY", "2027-01")
    monkeypatch.setattr(welcome, "POLICY", "2027-01")
    person.tap("My partner")
    assert person.sees("What I say about keeping has changed.")
    person.tap("Yes, keep it")
    assert stored(person).policy == "2027-01"
    assert person.sees("Who is it?")


def test_a_changed_text_does_not_stand_between_a_person_and_people(
    person: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.tap("Yes, keep it")
    person.send("/help")
    monkeypatch.setattr("dialogues.turn.POLICY", "2027-01")
    person.tap("Support near me")
    assert person.sees("Type your postcode")


def test_a_child_is_kept_for_three_months(person: Someone) -> None:
    person.tap("Back")
    person.tap("Under 16")
    assert person.sees("3 months")
    person.tap("Yes, keep it")
    person.wait(days=80)
    assert person.talks.store.sweep(person.now).conversations == 0
    person.wait(days=20)
    assert person.talks.store.sweep(person.now).conversations == 1


def test_a_child_is_asked_for_no_name_and_no_postcode(person: Someone) -> None:
    person.tap("Back")
    person.tap("Under 16")
    person.tap("Yes, keep it")
    person.tap("My mother")
    assert not person.sees("name")
    person.send("/menu")
    person.tap("6. Help nearby")
    assert person.sees("No street, no postcode.")


def test_the_warning_comes_two_weeks_before_and_does_not_itself_prolong(person: Someone) -> None:
    person.tap("Yes, keep it")
    person.send("/privacy")
    person.tap("Warn me before")
    person.wait(days=360 - 14)
    assert not person.fresh
    person.wait(days=7)
    assert person.sees("In two weeks I erase our talk")
    person.wait(days=30)
    assert person.talks.store.sweep(person.now).conversations == 1


def test_a_word_after_the_warning_keeps_it(person: Someone) -> None:
    person.tap("Yes, keep it")
    person.send("/privacy")
    person.tap("Warn me before")
    person.wait(days=353)
    person.tap("Yes, keep it")
    person.wait(days=30)
    assert person.talks.store.sweep(person.now).conversations == 0


def test_no_coming_back_means_no_warning_either(person: Someone) -> None:
    person.tap("Yes, keep it")
    person.send("/privacy")
    person.tap("Warn me before")
    person.send("/stop")
    person.tap("Don't come back to it")
    assert person.talks.store.counts().reminders == 0


def test_nothing_of_the_telegram_account_is_kept(talks: Conversations) -> None:
    someone = Someone(talks, language="en")
    someone._take(
        {
            "message": {
                "message_id": 1,
                "text": "hello",
                "from": {"id": 4711, "first_name": "Zebedeus", "username": "zebra99", "language_code": "en"},
                "chat": {"id": 4711, "type": "private", "first_name": "Zebedeus", "username": "zebra99"},
            }
        }
    )
    assert "zebedeus" not in json.dumps(stored(someone).to_json()).lower()
    assert "zebra" not in json.dumps(stored(someone).to_json()).lower()


def test_delete_in_the_same_batch_leaves_no_reminder_and_no_reply(person: Someone) -> None:
    person.tap("Yes, keep it")
    session = stored(person)
    session.state, session.asks = "followup.may", [AskPlan(Wish(words="x"), "Jan", status="ready")]
    with person.talks.store.transaction() as work:
        work.save({person.chat: (session.to_json(), person.now.replace(year=2030))}, person.now)
    inputs = [
        Tapped("tomorrow", session.turn, SCHEMA),
        Commanded("delete"),
        Tapped("erase", session.turn + 2, SCHEMA),
    ]
    batch = [Incoming(1000 + number, person.chat, each) for number, each in enumerate(inputs)]
    outcome = person.talks.take(batch, person.now)
    assert [each.call.data["text"].partition(".")[0] for each in outcome.waiting] == ["Everything is erased"]
    counts = person.talks.store.counts()
    assert (counts.conversations, counts.reminders) == (0, 0)


def test_erasing_holds_even_when_the_log_cannot_be_cleared_at_once(
    person: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise Unforgotten

    monkeypatch.setattr(person.talks.store, "forget_traces", busy)
    person.send("/delete")
    person.tap("Yes, erase it all")
    assert person.sees("Everything is erased.")


def full(**more: object) -> Session:
    people = [Person("Jan <b>", "friend", circle="friends", support=["P"]), Person("Piet", rather_not=True)]
    asks = [AskPlan(Wish("sit"), "Jan <b>", when="dinsdag", status="ready")]
    answers = {"wish.company": ["sit"], "reluctance.own_words": "=1+1<script>alert(1)</script>"}
    return Session("rest.open", answers=answers, people=people, asks=asks, notes=['mijn "woord" & meer'], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_export_holds_everything_and_nothing_in_it_is_markup(language: str) -> None:
    page = export.readable(full(), Speaker(language, young=False), date(2026, 11, 22))
    assert "<script" not in page
    assert "Jan <b>" not in page
    for told in ("Jan &lt;b&gt;", "Piet", "dinsdag", "&lt;script&gt;", "mijn &quot;woord&quot; &amp; meer"):
        assert told in page
    assert Session.from_json(json.loads(export.complete(full()))) == full()


def test_after_violence_drafts_stand_neither_in_the_overview_nor_on_the_page() -> None:
    page = export.readable(full(violence=True), Speaker("nl", young=False), date(2026, 11, 22))
    assert "dinsdag" not in page.partition("wish.company")[0]


def test_a_chat_that_sends_too_much_is_asked_once_to_slow_down_and_loses_nothing(person: Someone) -> None:
    person.tap("Yes, keep it")
    person.talks.haste = Haste()
    shown = [
        person.talks.take([Incoming(5000 + n, person.chat, Commanded("menu"))], MONDAY_MORNING) for n in range(MOST)
    ]
    assert all(outcome.waiting for outcome in shown)
    person.now = MONDAY_MORNING
    person.send("this must not be lost")
    assert person.sees("You are quicker than I can read.")
    person.now = MONDAY_MORNING
    person.send("nor this")
    assert not person.fresh
    assert stored(person).notes[-2:] == ["this must not be lost", "nor this"]


def test_danger_is_heard_however_fast_it_is_typed(person: Someone) -> None:
    person.talks.haste._counts[person.chat] = (person.now, MOST + 5)
    person.send("I don't want to live anymore")
    assert person.sees("Is this about now?")


def test_haste_is_forgotten_after_a_minute_and_watches_a_bounded_number_of_chats() -> None:
    haste = Haste()
    assert [haste.count(1, MONDAY_MORNING) for _ in range(MOST + 2)][-3:] == [0, 1, 2]
    assert haste.count(1, MONDAY_MORNING.replace(minute=1)) == 0
    for chat in range(CHATS + 10):
        haste.count(chat, MONDAY_MORNING)
    assert len(haste._counts) == CHATS


def test_privacy_names_the_whole_policy_where_the_operator_put_it(tmp_path: Path) -> None:
    someone = Someone(talks_in(tmp_path, VRAAGKRACHT_POLICY_URL="https://example.org/privacy"), language="en")
    someone.send("/start")
    someone.send("/privacy")
    assert someone.sees("All of it, at length: https://example.org/privacy")
    someone.talks.store.close()


def test_privacy_names_no_page_that_is_not_there(person: Someone) -> None:
    person.send("/privacy")
    assert not person.sees("at length")


POLICIES = {"2026-11": "294dd6eb75af6ebe"}
"""A digest of what each version of the policy says."""


def test_a_policy_that_says_something_else_has_another_version() -> None:
    texts = (DOCS / f"privacy.{language}.md" for language in ("en", "nl"))
    digest = hashlib.sha256(b"".join(text.read_bytes() for text in texts)).hexdigest()[:16]
    assert POLICIES.get(welcome.POLICY) == digest, (
        "Raise POLICY in dialogues/chapters/welcome.py, so that everybody is asked again, and note the digest here; "
        "or only the digest, if what it says stays the same."
    )
