"""Turns in one transaction: nothing lost, nothing twice, and nothing kept that should not be."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot import conversations
from bot.conversations import LEASE, Conversations
from bot.post import Incoming
from bot.telegram.patience import USUAL, Rhythm
from bot.webhook import RHYTHM
from dialogues.inputs import Said, Started, Tapped
from dialogues.session import SCHEMA
from tests.person import MONDAY_MORNING, Person


def test_a_duplicate_update_changes_nothing(talks: Conversations) -> None:
    once = talks.take([Incoming(1, 5, Started())], MONDAY_MORNING)
    twice = talks.take([Incoming(1, 5, Started()), Incoming(1, 5, Started())], MONDAY_MORNING)
    assert once.waiting
    assert not twice.waiting


def test_two_updates_of_one_chat_in_one_batch_are_taken_in_order(talks: Conversations) -> None:
    inputs = [Started(), Tapped("en", 1, SCHEMA), Tapped("25plus", 2, SCHEMA)]
    updates = [Incoming(number, 5, each) for number, each in enumerate(inputs)]
    texts = [each.call.data["text"] for each in talks.take(updates, MONDAY_MORNING).waiting]
    assert "May I keep it?" in texts[-1]


def test_a_turn_that_fails_is_answered_kindly_and_loses_nothing(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Marietje")

    with monkeypatch.context() as broken:
        broken.setattr(conversations, "step", fail)
        person.send("anything")
    assert person.sees("not your fault")
    assert person.talks.poisoned == 1
    person.send("/start")
    assert person.sees("May I keep it?")


def test_a_failing_turn_does_not_hold_up_the_others(talks: Conversations, monkeypatch: pytest.MonkeyPatch) -> None:
    real = conversations.step

    def sometimes(session, input, now):  # noqa: ANN001, ANN202  the signature of step
        if isinstance(input, Said):
            raise LookupError  # noqa: TRY004  any error will do
        return real(session, input, now)

    monkeypatch.setattr(conversations, "step", sometimes)
    outcome = talks.take([Incoming(1, 5, Said("x")), Incoming(2, 6, Started())], MONDAY_MORNING)
    assert {each.chat for each in outcome.waiting} == {5, 6}


def test_a_conversation_that_cannot_be_read_is_set_aside_alone(talks: Conversations) -> None:
    talks.take([Incoming(1, 5, Started(), language="nl"), Incoming(2, 6, Started())], MONDAY_MORNING)
    with talks.store.transaction() as work:
        work._context.connection.execute(
            text("UPDATE conversation SET sealed = X'00' WHERE key = :key"), {"key": work._context.key(5)}
        )
    with capture_logs() as logs:
        outcome = talks.take(
            [Incoming(3, 5, Said("Marietje"), language="nl"), Incoming(4, 6, Started())], MONDAY_MORNING
        )
    assert {each.chat for each in outcome.waiting} == {5, 6}
    told = " ".join(each.call.data["text"] for each in outcome.waiting if each.chat == 5)
    assert "Dat ligt niet aan u" in told
    assert "112" in told
    assert [(each["event"], each["update"]) for each in logs] == [("conversation_unreadable", 3)]
    assert talks.poisoned == 1
    assert not talks.take([Incoming(3, 5, Said("Marietje"))], MONDAY_MORNING).waiting


def test_a_typed_label_is_a_tap(person: Person) -> None:
    person.send("yes, keep it")
    assert person.sees("Who is it?")


def test_an_old_button_is_answered_kindly(person: Person) -> None:
    message, button = person.find("Yes, keep it")
    person.tap("No, don't keep it")
    person.press(message.number, button["callback_data"])
    assert person.toasts[-1] == "That button is from earlier."
    assert person.sees("Who is it?")


def test_a_second_tap_on_the_same_button_is_only_a_nod(person: Person) -> None:
    message, button = person.find("Yes, keep it")
    person.tap("Yes, keep it")
    person.press(message.number, button["callback_data"])
    assert person.toasts[-1] == "I have that one already."
    assert not person.fresh


@pytest.mark.parametrize("data", ["0:0:done", "999:999:yes", "nonsense", "1:1:yes:no"])
def test_a_button_of_another_time_leads_back_to_the_question(person: Person, data: str) -> None:
    person.press(1, data)
    assert person.sees("May I keep it?")


def test_without_consent_the_talk_is_gone_after_a_day(person: Person) -> None:
    person.tap("No, don't keep it")
    assert person.talks.store.counts().conversations == 1
    person.wait(hours=25)
    assert person.talks.store.sweep(person.now).conversations == 1


def test_with_consent_the_talk_is_there_after_eleven_months_and_gone_after_thirteen(person: Person) -> None:
    person.tap("Yes, keep it")
    person.wait(days=330)
    assert person.talks.store.sweep(person.now).conversations == 0
    person.wait(days=65)
    assert person.talks.store.sweep(person.now).conversations == 1


def test_delete_erases_everything_at_once(person: Person) -> None:
    person.tap("Yes, keep it")
    person.send("/delete")
    person.tap("Yes, erase it all")
    assert person.sees("Everything is erased.")
    counts = person.talks.store.counts()
    assert (counts.conversations, counts.outbox, counts.reminders) == (0, 0, 0)
    person.send("/start")
    assert person.sees("Vraagkracht")


def test_keeping_it_after_all_erases_nothing(person: Person) -> None:
    person.send("/delete")
    person.tap("No, keep it")
    assert person.sees("May I keep it?")


def test_export_gives_a_page_and_a_file(person: Person) -> None:
    person.send("/export")
    assert [message.text for message in person.fresh[:2]] == ["<vraagkracht.html>", "<vraagkracht.json>"]


@pytest.mark.parametrize("kind", ["voice", "photo", "sticker", "location", "dice", "contact"])
def test_what_is_no_text_gets_a_kind_answer_and_the_question_again(person: Person, kind: str) -> None:
    person.post(kind)
    assert person.sees("Would you type it for me")
    assert person.sees("May I keep it?")


def test_an_unknown_command_gets_those_that_exist(person: Person) -> None:
    person.send("/abracadabra")
    assert person.sees("/menu")


def test_the_language_can_be_changed_in_mid_talk_and_the_place_stays(person: Person) -> None:
    person.send("/language")
    person.tap("Nederlands")
    assert not person.sees("May I keep it?")
    assert person.sees("Mag ik het bewaren?")


@pytest.mark.parametrize("rhythm", [USUAL, RHYTHM])
def test_a_claim_is_renewed_well_before_it_runs_out(rhythm: Rhythm) -> None:
    assert rhythm.leftovers <= LEASE.total_seconds() / 3
