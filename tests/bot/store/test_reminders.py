from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.store import Due

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.store import Store


DAY = timedelta(days=1)


def remind(store: Store, *reminders: tuple[int, str, int, datetime]) -> None:
    with store.transaction() as work:
        work.load({chat for chat, *_ in reminders})
        for reminder in reminders:
            work.remind(*reminder)


def take(store: Store, now: datetime, limit: int = 100) -> list[Due]:
    with store.transaction() as work:
        return work.take_due(now, limit)


def test_a_reminder_comes_when_it_is_due_and_once(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now + DAY))
    assert take(store, now + DAY - timedelta(milliseconds=1)) == []
    assert take(store, now + DAY) == [Due(7, "asked", 1, now + DAY)]
    assert take(store, now + DAY) == []


def test_the_earliest_first_and_no_more_than_asked_for(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now), (8, "asked", 1, now - DAY), (9, "asked", 1, now - 2 * DAY))
    assert [due.chat for due in take(store, now, limit=2)] == [9, 8]
    assert [due.chat for due in take(store, now, limit=2)] == [7]


def test_the_same_reminder_for_the_same_ask_is_moved(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now), (7, "asked", 2, now), (7, "strain", 1, now), (7, "asked", 1, now + DAY))
    assert sorted((due.kind, due.ask) for due in take(store, now)) == [("asked", 2), ("strain", 1)]
    assert take(store, now + DAY) == [Due(7, "asked", 1, now + DAY)]


def test_a_chat_can_be_forgotten(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now), (7, "strain", 0, now), (8, "asked", 1, now))
    with store.transaction() as work:
        work.forget_reminders(7)
    assert [due.chat for due in take(store, now)] == [8]


def test_who_cannot_be_reached_is_not_reminded(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now), (8, "asked", 1, now))
    store.drop_reminders(7)
    assert [due.chat for due in take(store, now)] == [8]


def fail(store: Store, now: datetime) -> None:
    with store.transaction() as work:
        assert work.take_due(now, 10)
        raise InterruptedError


def test_a_failed_turn_leaves_the_reminder(store: Store, now: datetime) -> None:
    remind(store, (7, "asked", 1, now))
    with pytest.raises(InterruptedError):
        fail(store, now)
    assert len(take(store, now)) == 1


def test_a_chat_in_which_a_turn_is_being_taken_comes_next_time(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store, other = open_store(postgres_url), open_store(postgres_url)
    remind(store, (7, "asked", 1, now), (8, "asked", 1, now))
    with store.transaction() as work:
        work.load([7])
        assert [due.chat for due in take(other, now)] == [8]
        work.remind(7, "asked", 1, now + DAY)
    assert take(other, now) == []
    assert [due.chat for due in take(other, now + DAY)] == [7]


def test_two_processes_never_take_the_same_reminder(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store, other = open_store(postgres_url), open_store(postgres_url)
    remind(store, *((chat, "asked", 1, now) for chat in range(10)))
    with store.transaction() as work:
        first = work.take_due(now, 4)
        second = take(other, now, 10)
    assert sorted(due.chat for due in first + second) == list(range(10))
