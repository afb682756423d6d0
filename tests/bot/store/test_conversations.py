from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text, update
from structlog.testing import capture_logs

from bot.post import Call
from bot.store import KeyMissing, Keys, Seal, SealBroken, Store, Swept
from bot.store import statements as sql
from bot.store.context import CHUNK
from bot.store.work import SEEN_FOR

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from bot.post import Json


DAY = timedelta(days=1)
HELLO = Call("sendMessage", {"text": "hello"})


def remember(store: Store, now: datetime, *chats: int) -> None:
    """Give chats everything that can stand in the store."""
    with store.transaction() as work:
        work.load(chats)
        work.save({chat: ({"said": f"words of {chat}"}, now + DAY) for chat in chats}, now)
        work.queue([(chat, HELLO) for chat in chats], now)
        for chat in chats:
            work.remind(chat, "asked", 1, now)


def remembered(store: Store, chats: Collection[int]) -> dict[int, Json]:
    with store.transaction() as work:
        return work.load(chats)


def test_a_session_comes_back_as_it_was(store: Store, now: datetime) -> None:
    session = {"schema": 3, "name": "Fatma 🌷 \x00 \ud83d", "at": [1, 2.5, None, True], "deep": {"a": [{}]}}
    with store.transaction() as work:
        assert work.load([7, -100200300400]) == {}
        work.save({7: (session, now + DAY), -100200300400: ({}, now + DAY)}, now)
    assert remembered(store, [7, -100200300400, 8]) == {7: session, -100200300400: {}}


def test_the_last_save_counts(store: Store, now: datetime) -> None:
    for said in ("first", "second"):
        with store.transaction() as work:
            work.save({7: ({"said": said}, now + DAY)}, now)
    assert remembered(store, [7]) == {7: {"said": "second"}}


def test_nothing_to_do_is_no_trouble(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        assert work.first_seen([], now) == set()
        assert work.load([]) == {}
        work.save({}, now)
        assert work.queue([], now, claimed_until=now + DAY) == []
        assert work.take_due(now, 10) == []
        work.sent([])
    store.sent([])
    assert store.claim(now, 10, DAY) == []


def test_more_chats_than_one_statement_lists(store: Store, now: datetime) -> None:
    chats = range(CHUNK * 2 + 1)
    with store.transaction() as work:
        work.save({chat: ({"chat": chat}, now + DAY) for chat in chats}, now)
    assert remembered(store, chats) == {chat: {"chat": chat} for chat in chats}


def fail(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        work.first_seen([1], now)
        work.save({7: ({}, now + DAY)}, now)
        work.queue([(7, HELLO)], now)
        work.remind(7, "asked", 1, now)
        raise InterruptedError


def test_an_error_undoes_all(store: Store, now: datetime) -> None:
    with pytest.raises(InterruptedError):
        fail(store, now)
    counts = store.counts()
    assert (counts.conversations, counts.outbox, counts.reminders, counts.seen) == (0, 0, 0, 0)


def test_an_update_is_new_once(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        assert work.first_seen([3, 1, 2, 2], now) == {1, 2, 3}
        assert work.first_seen([2, 3, 4], now) == {4}
    with store.transaction() as work:
        assert work.first_seen([1, 2, 3, 4, 2**40], now + SEEN_FOR - DAY) == {2**40}


def test_a_number_that_comes_back_after_a_week_is_another_update(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        work.first_seen([1, 2], now)
    later = now + SEEN_FOR
    with store.transaction() as work:
        assert work.first_seen([1], later) == {1}
        assert work.first_seen([1], later) == set()
    assert store.sweep(later) == Swept(conversations=0, seen=1)
    assert store.counts().seen == 1


def test_erasing_takes_all_that_is_of_a_chat_and_nothing_else(store: Store, now: datetime) -> None:
    remember(store, now, 7, 8)
    with store.transaction() as work:
        work.load([7])
        work.first_seen([1], now)
        work.erase(7)
        work.queue([(7, Call("sendMessage", {"text": "farewell"}))], now)
    counts = store.counts()
    assert (counts.conversations, counts.outbox, counts.reminders, counts.seen) == (1, 2, 1, 1)
    assert remembered(store, [7, 8]) == {8: {"said": "words of 8"}}
    assert [each.call.data["text"] for each in store.claim(now, 10, DAY) if each.chat == 7] == ["farewell"]


def test_a_sweep_erases_what_expired(store: Store, now: datetime) -> None:
    remember(store, now, 7, 8)
    remember(store, now + DAY, 9)
    assert store.sweep(now + DAY - timedelta(milliseconds=1)) == Swept(0, 0)
    assert store.sweep(now + DAY) == Swept(2, 0)
    counts = store.counts()
    assert (counts.conversations, counts.outbox, counts.reminders) == (1, 1, 1)
    assert set(remembered(store, [7, 8, 9])) == {9}


def test_a_sweep_of_many(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        work.save({chat: ({}, now) for chat in range(450)}, now)
    assert store.sweep(now).conversations == 450


def test_counts_tell_since_when_the_oldest_call_waits(store: Store, now: datetime) -> None:
    assert store.counts().oldest is None
    remember(store, now, 7)
    remember(store, now + DAY, 8)
    assert store.counts().oldest == now


def test_rows_that_were_swapped_are_refused(store: Store, now: datetime) -> None:
    remember(store, now, 7, 8)
    with store.transaction() as work:
        mine, theirs = (work._context.key(chat) for chat in (7, 8))
        stolen = work._context.connection.execute(
            sql.conversation.select().where(sql.conversation.c.key == theirs)
        ).one()
        work._context.connection.execute(
            update(sql.conversation).where(sql.conversation.c.key == mine).values(sealed=stolen.sealed)
        )
    with pytest.raises(SealBroken):
        remembered(store, [7])
    assert remembered(store, [8]) == {8: {"said": "words of 8"}}


def test_a_session_is_not_taken_for_a_call(store: Store, now: datetime) -> None:
    remember(store, now, 7)
    with store.transaction() as work:
        work._context.connection.execute(text("UPDATE outbox SET sealed = (SELECT sealed FROM conversation)"))
    assert store.claim(now, 10, DAY) == []


def test_a_damaged_row_does_not_hold_up_the_others(store: Store, now: datetime) -> None:
    remember(store, now, 7, 8)
    with store.transaction() as work:
        damaged = {"sealed": b"x"}
        mine = work._context.key(7)
        for statement in (
            update(sql.conversation).where(sql.conversation.c.key == mine),
            update(sql.outbox).where(sql.outbox.c.conversation == mine),
            update(sql.reminder).where(sql.reminder.c.conversation == mine),
        ):
            work._context.connection.execute(statement.values(damaged))
    with capture_logs() as logs, store.transaction() as work:
        assert work.load_readable([7, 8]) == ({8: {"said": "words of 8"}}, {7})
        assert [due.chat for due in work.take_due(now + DAY, 10)] == [8]
    with capture_logs() as more:
        assert [waiting.chat for waiting in store.claim(now, 10, DAY)] == [8]
    assert [each["table"] for each in logs + more] == ["reminder", "outbox"]


def test_a_lost_sealing_key_is_a_clear_error_and_changes_nothing(url: str, keys: Keys, now: datetime) -> None:
    rotated = keys.rotated()
    with Store.open(url, Seal(rotated)) as store:
        remember(store, now, 7)
    lost = Keys(keys.sealing, rotated.lookup)
    with Store.open(url, Seal(lost)) as store:
        with pytest.raises(KeyMissing):
            remembered(store, [7])
        with pytest.raises(KeyMissing):
            store.claim(now, 10, DAY)
    with Store.open(url, Seal(rotated)) as store:
        assert remembered(store, [7]) == {7: {"said": "words of 7"}}
        assert len(store.claim(now, 10, DAY)) == 1


def test_a_naive_moment_is_refused(store: Store, now: datetime) -> None:
    with pytest.raises(Exception, match="naive"), store.transaction() as work:
        work.save({7: ({}, now.replace(tzinfo=None))}, now)
