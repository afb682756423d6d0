from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.post import Call
from bot.store import Backlog
from bot.store.outbox import REMINDER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from bot.post import Waiting
    from bot.store import Store


LEASE = timedelta(seconds=60)
MILLISECOND = timedelta(milliseconds=1)


def calls(*said: str) -> list[tuple[int, Call]]:
    """Write calls as they read in a test: ``"7 hello"`` says hello to chat 7."""
    parts = [each.split(maxsplit=1) for each in said]
    return [(int(chat), Call("sendMessage", {"text": words})) for chat, words in parts]


def read(waiting: list[Waiting]) -> list[str]:
    return [f"{each.chat} {each.call.data['text']}" for each in waiting]


def queue(store: Store, now: datetime, *said: str, **more: Any) -> list[Waiting]:
    with store.transaction() as work:
        work.load({chat for chat, _ in calls(*said)})
        return work.queue(calls(*said), now, **more)


def claimed(store: Store, now: datetime, limit: int = 100) -> list[str]:
    return read(store.claim(now, limit, LEASE))


def test_what_is_queued_can_be_sent_at_once_without_reading_it_back(store: Store, now: datetime) -> None:
    waiting = queue(store, now, "7 a", "8 b", "7 c", claimed_until=now + LEASE)
    assert read(waiting) == ["7 a", "8 b", "7 c"]
    assert sorted({each.number for each in waiting}) == [each.number for each in waiting]
    assert claimed(store, now) == []
    store.sent([waiting[0].number, waiting[2].number])
    assert claimed(store, now + LEASE) == ["8 b"]


def test_many_calls_keep_their_order(store: Store, now: datetime) -> None:
    said = [f"{chat} {number}" for number in range(300) for chat in range(7, 12)]
    assert read(queue(store, now, *said, claimed_until=now + LEASE)) == said
    store.release()
    assert claimed(store, now, 2000) == said


def test_a_call_comes_back_as_it_was(store: Store, now: datetime) -> None:
    call = Call("sendPhoto", {"text": "\u2068Ada\u2069 🌷", "reply_markup": {"inline_keyboard": [[{"text": "Ja"}]]}})
    with store.transaction() as work:
        work.queue([(7, call)], now)
    (waiting,) = store.claim(now, 10, LEASE)
    assert (waiting.chat, waiting.call) == (7, call)


def test_without_a_claim_it_waits_for_whoever_claims_first(store: Store, other: Store, now: datetime) -> None:
    assert queue(store, now, "7 a", "7 b") == []
    assert claimed(other, now) == ["7 a", "7 b"]
    assert claimed(store, now) == []


def test_a_claim_ends_with_its_lease(store: Store, other: Store, now: datetime) -> None:
    queue(store, now, "7 a", claimed_until=now + LEASE)
    assert claimed(other, now + LEASE - MILLISECOND) == []
    assert claimed(other, now + LEASE) == ["7 a"]


def test_the_oldest_first_and_no_more_than_asked_for(store: Store, now: datetime) -> None:
    queue(store, now, "7 a", "8 b", "9 c")
    assert claimed(store, now, limit=2) == ["7 a", "8 b"]
    assert claimed(store, now, limit=2) == ["9 c"]


def test_nothing_is_claimed_while_something_earlier_of_the_chat_is_being_sent(
    store: Store, other: Store, now: datetime
) -> None:
    queue(store, now, "7 a", "7 b", "8 c")
    (first,) = store.claim(now, 1, LEASE)
    assert read([first]) == ["7 a"]
    assert claimed(other, now) == ["8 c"]
    store.sent([first.number])
    assert claimed(other, now) == ["7 b"]


def test_a_process_does_not_overtake_what_another_is_sending(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store, other = open_store(postgres_url), open_store(postgres_url)
    (first,) = queue(store, now, "7 a", claimed_until=now + LEASE)
    assert read(queue(other, now, "7 b", "8 c", claimed_until=now + LEASE)) == ["8 c"]
    assert claimed(other, now) == []
    store.sent([first.number])
    assert claimed(other, now) == ["7 b"]


def test_a_process_goes_on_with_a_chat_that_it_is_sending_to(store: Store, now: datetime) -> None:
    queue(store, now, "7 a", claimed_until=now + LEASE)
    assert read(queue(store, now, "7 b", claimed_until=now + LEASE)) == ["7 b"]


def test_a_turn_does_not_overtake_what_nobody_sends_yet(store: Store, now: datetime) -> None:
    queue(store, now, "7 a")
    assert queue(store, now, "7 b", claimed_until=now + LEASE) == []
    assert claimed(store, now) == ["7 a", "7 b"]


def test_a_turn_does_not_overtake_a_claim_that_ran_out(store: Store, now: datetime) -> None:
    queue(store, now, "7 a", claimed_until=now + LEASE)
    later = now + LEASE
    assert queue(store, later, "7 b", claimed_until=later + LEASE) == []
    assert claimed(store, later) == ["7 a", "7 b"]


def test_putting_off_holds_up_the_rest_of_the_chat_and_no_other(store: Store, other: Store, now: datetime) -> None:
    waiting = queue(store, now, "7 a", "7 b", "8 c", "7 d", claimed_until=now + LEASE)
    store.sent([waiting[0].number])
    soon = now + timedelta(seconds=3)
    store.put_off(waiting[1].number, soon)
    assert queue(other, now, "7 e", claimed_until=now + LEASE) == []
    assert claimed(other, soon - MILLISECOND) == []
    assert claimed(other, soon) == ["7 b", "7 d", "7 e"]
    assert claimed(other, now + LEASE) == ["8 c"]


def test_putting_off_what_was_sent_changes_nothing(store: Store, now: datetime) -> None:
    (first, _) = queue(store, now, "7 a", "7 b", claimed_until=now + LEASE)
    store.sent([first.number])
    store.put_off(first.number, now)
    assert claimed(store, now) == []


def test_replies_go_before_reminders(store: Store, now: datetime) -> None:
    queue(store, now, "7 reminder", "8 reminder", priority=REMINDER)
    queue(store, now, "9 reply")
    assert claimed(store, now) == ["9 reply", "7 reminder", "8 reminder"]


def test_a_reply_takes_the_reminder_before_it_along(store: Store, now: datetime) -> None:
    queue(store, now, "6 reminder", "7 reminder", priority=REMINDER)
    queue(store, now, "7 reply")
    assert claimed(store, now, limit=2) == ["7 reminder", "7 reply"]
    assert claimed(store, now) == ["6 reminder"]


def test_at_the_start_of_the_only_process_every_claim_is_void(
    sqlite_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    first = open_store(sqlite_url)
    (a, *_) = queue(first, now, "7 a", "8 b", claimed_until=now + LEASE)
    first.put_off(a.number, now + LEASE)
    first.close()
    second = open_store(sqlite_url)
    assert claimed(second, now) == []
    second.release()
    assert claimed(second, now) == ["8 b"]
    assert claimed(second, now + LEASE) == ["7 a", "8 b"]


def test_one_of_several_processes_gives_back_its_own_claims_only(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    leaving, staying = open_store(postgres_url), open_store(postgres_url)
    queue(leaving, now, "7 a", claimed_until=now + LEASE)
    queue(staying, now, "8 b", claimed_until=now + LEASE)
    leaving.release()
    assert claimed(staying, now) == ["7 a"]


def test_a_number_is_never_given_twice(store: Store, now: datetime) -> None:
    first = queue(store, now, "7 a", "7 b", claimed_until=now + LEASE)
    store.sent([each.number for each in first])
    second = queue(store, now, "7 c", claimed_until=now + LEASE)
    assert second[0].number > first[-1].number


def test_sent_within_a_transaction_goes_with_it(store: Store, now: datetime) -> None:
    waiting = queue(store, now, "7 a", "7 b", claimed_until=now + LEASE)
    with store.transaction() as work:
        work.sent([each.number for each in waiting])
    assert store.counts().outbox == 0


def test_a_claim_that_is_prolonged_outlives_its_lease(store: Store, other: Store, now: datetime) -> None:
    numbers = [each.number for each in queue(store, now, "7 a", "8 b", claimed_until=now + LEASE)]
    store.prolong(numbers[:1], now + 1.5 * LEASE)
    assert claimed(other, now + LEASE) == ["8 b"]
    assert claimed(other, now + 1.5 * LEASE) == ["7 a"]


def test_nobody_prolongs_what_another_process_took_over(
    postgres_url: str, open_store: Callable[[str], Store], now: datetime
) -> None:
    store, other = open_store(postgres_url), open_store(postgres_url)
    numbers = [each.number for each in queue(store, now, "7 a", claimed_until=now + LEASE)]
    assert claimed(other, now + LEASE) == ["7 a"]
    store.prolong(numbers, now + 9 * LEASE)
    assert claimed(other, now + 2 * LEASE) == ["7 a"]


def test_the_backlog_is_told_with_the_moment_of_its_oldest_call(store: Store, now: datetime) -> None:
    assert store.backlog() == Backlog(0, None)
    queue(store, now, "7 a")
    queue(store, now + MILLISECOND, "8 b", "8 c")
    assert store.backlog() == Backlog(3, now)
