from __future__ import annotations

import asyncio
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError

from bot.acks import Acks
from bot.post import Call, Outcome, Waiting
from bot.telegram.sender import REMINDER, Limits, Sender
from bot.telegram.trouble import NotSent, ServerFault, TooMany, Unknown

FREE = Limits(messages_per_second=0, chat_messages_per_second=0)
NOT_MODIFIED = BadRequest("Bad Request: message is not modified: same")


class Line:
    """A Bot API that notes what is called when, and fails as it is told."""

    def __init__(self, time: Any) -> None:
        self.made: list[tuple[float, Call]] = []
        self.trouble: dict[int, list[Exception]] = defaultdict(list)
        self.open = asyncio.Event()
        self.open.set()
        self.now = self.most = 0
        self._time = time

    async def call(self, call: Call) -> Any:
        self.made.append((self._time.now, call))
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await self.open.wait()
        finally:
            self.now -= 1
        trouble = self.trouble[call.data.get("chat_id", 0)]
        if trouble:
            raise trouble.pop(0)

    def texts(self, chat: int | None = None) -> list[str]:
        return [call.data["text"] for _, call in self.made if chat in {None, call.data.get("chat_id")}]

    def times(self, chat: int | None = None) -> list[float]:
        return [at for at, call in self.made if chat in {None, call.data.get("chat_id")}]


class Outbox:
    """Notes what it is told, as the store would."""

    def __init__(self) -> None:
        self.sent: list[int] = []
        self.batches: list[list[int]] = []
        self.blocked: list[int] = []
        self.trouble: list[Exception] = []
        self.early = False
        self.gate = threading.Event()
        self.gate.set()

    def note(self, sent: Callable[[], Sequence[int]]) -> None:
        taken = sent() if self.early else None
        self.gate.wait(5)
        if self.trouble:
            raise self.trouble.pop(0)
        numbers = sent() if taken is None else taken
        self.batches.append(list(numbers))
        self.sent += numbers


@pytest.fixture
def line(fake_time: Any) -> Line:
    return Line(fake_time)


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


def sender(line: Line, outbox: Outbox, time: Any, limits: Limits = FREE) -> Sender:
    return Sender(
        line,
        note=outbox.note,
        blocked=outbox.blocked.append,
        limits=limits,
        clock=time.clock,
        sleep=time.sleep,
        later=time.later,
    )


def waiting(number: int, chat: int = 1, method: str = "sendMessage", **more: Any) -> Waiting:
    return Waiting(number, chat, Call(method, {"chat_id": chat, "text": str(number)} | more))


def tap(number: int) -> Call:
    return Call("answerCallbackQuery", {"callback_query_id": str(number)})


def buttons(label: str, message: int = 5, *, can_be_spared: bool = False) -> Call:
    return Call("editMessageReplyMarkup", {"chat_id": 1, "message_id": message, "text": label}, can_be_spared)


def fail_after_taking(acks: Acks) -> None:
    with acks.noting() as noting:
        noting.take()
        raise OSError("full")


def outcome(*messages: Waiting) -> Outcome:
    return Outcome(waiting=messages)


async def test_messages_of_a_chat_leave_in_order_and_are_noted(line: Line, outbox: Outbox, fake_time: Any) -> None:
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(*(waiting(number, chat=number % 3) for number in range(30))))
    await fake_time.run(lambda: len(outbox.sent) == 30)
    for chat in range(3):
        assert line.texts(chat) == [str(number) for number in range(30) if number % 3 == chat]
    assert sending.waiting == 0
    assert sending.counts.sent == 30


async def test_many_chats_are_served_at_once_but_not_too_many(line: Line, outbox: Outbox, fake_time: Any) -> None:
    line.open.clear()
    sending = sender(line, outbox, fake_time, Limits(in_flight=7, messages_per_second=0))
    sending.put(outcome(*(waiting(number, chat=number) for number in range(40))))
    await fake_time.run(lambda: line.now == 7)
    line.open.set()
    await fake_time.run(lambda: len(outbox.sent) == 40)
    assert line.most == 7


async def test_one_chat_gets_a_burst_and_then_one_a_second(line: Line, outbox: Outbox, fake_time: Any) -> None:
    sending = sender(line, outbox, fake_time, Limits(messages_per_second=0, chat_burst=3))
    sending.put(outcome(*(waiting(number) for number in range(6))))
    await fake_time.run(lambda: len(outbox.sent) == 6)
    assert line.times() == [0, 0, 0, 1, 2, 3]


async def test_no_second_has_a_tenth_more_messages_than_the_limit(line: Line, outbox: Outbox, fake_time: Any) -> None:
    sending = sender(line, outbox, fake_time, Limits(messages_per_second=30))
    sending.put(outcome(*(waiting(number, chat=number) for number in range(150))))
    await fake_time.run(lambda: len(outbox.sent) == 150)
    times = line.times()
    assert times[29] == 0
    assert all(later - earlier >= 1 for earlier, later in zip(times, times[33:], strict=False))
    assert times[-1] == pytest.approx((150 - 30) / 30)


async def test_what_comes_as_fast_as_the_limit_does_not_wait_for_what_came_late(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    sending = sender(line, outbox, fake_time, Limits(messages_per_second=30))
    for number in range(120):
        due = number / 30 + (0.06 if number % 7 == 0 else 0)
        fake_time.later(due, lambda number=number: sending.put(outcome(waiting(number, chat=number))))
    await fake_time.run(lambda: len(outbox.sent) == 120)
    waited = [at - int(call.data["text"]) / 30 for at, call in line.made]
    assert max(waited) == pytest.approx(0.06)
    assert sorted(waited)[60] == pytest.approx(0)


async def test_replies_go_before_reminders_where_the_limit_makes_them_wait(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    sending = sender(line, outbox, fake_time, Limits(messages_per_second=1))
    sending.put(outcome(waiting(1, chat=1)))
    await fake_time.run(lambda: len(outbox.sent) == 1)
    sending.put(outcome(waiting(2, chat=2), waiting(3, chat=3)), REMINDER)
    sending.put(outcome(waiting(4, chat=4)))
    await fake_time.run(lambda: len(outbox.sent) == 4)
    assert line.texts() == ["1", "4", "2", "3"]


async def test_one_chat_that_must_wait_does_not_hold_up_the_others(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [TooMany(17)]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2), waiting(3, chat=2)))
    await fake_time.run(lambda: len(outbox.sent) == 3)
    assert line.times(1) == [0, 17, 17]
    assert line.times(2) == [0]
    assert sending.counts.held_up == 1


@pytest.mark.parametrize("trouble", [NotSent("down"), ServerFault("502")])
async def test_what_was_not_sent_is_sent_again_with_growing_pauses(
    line: Line, outbox: Outbox, fake_time: Any, trouble: Exception
) -> None:
    line.trouble[1] = [trouble] * 4
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2)))
    await fake_time.run(lambda: len(outbox.sent) == 2)
    assert line.texts() == ["1"] * 5 + ["2"]
    assert line.times() == [0, 0.5, 1.5, 3.5, 7.5, 7.5]


async def test_a_message_that_may_have_arrived_is_not_sent_twice(line: Line, outbox: Outbox, fake_time: Any) -> None:
    line.trouble[1] = [Unknown()]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2)))
    await fake_time.run(lambda: len(outbox.sent) == 2)
    assert line.texts() == ["1", "2"]
    assert sending.counts.unknown == 1


async def test_an_edit_that_may_have_been_made_is_made_again(line: Line, outbox: Outbox, fake_time: Any) -> None:
    line.trouble[1] = [Unknown(), NOT_MODIFIED]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1, method="editMessageReplyMarkup")))
    await fake_time.run(lambda: outbox.sent == [1])
    assert len(line.made) == 2
    assert sending.counts.refused == 0


async def test_nothing_more_is_sent_to_a_person_who_blocked_the_bot(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [Forbidden("Forbidden: bot was blocked by the user")]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2), waiting(3), waiting(4, chat=2)))
    await fake_time.run(lambda: len(outbox.sent) == 4)
    assert line.texts(1) == ["1"]
    assert outbox.blocked == [1]
    assert sending.counts.blocked == 1


@pytest.mark.parametrize(
    ("trouble", "refused"),
    [
        (NOT_MODIFIED, 0),
        (BadRequest("Bad Request: query is too old and response timeout expired"), 0),
        (BadRequest("Bad Request: message to edit not found"), 0),
        (BadRequest("Bad Request: chat not found"), 1),
        (NetworkError("Request Entity Too Large (413)"), 1),
        (TelegramError("something new"), 1),
        (ValueError("a mistake of ours"), 1),
    ],
)
async def test_a_refused_call_never_blocks_the_chat(
    line: Line, outbox: Outbox, fake_time: Any, trouble: Exception, refused: int
) -> None:
    line.trouble[1] = [trouble]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2)))
    await fake_time.run(lambda: len(outbox.sent) == 2)
    assert line.texts() == ["1", "2"]
    assert sending.counts.refused == refused


async def test_a_draft_arrives_without_its_links_when_they_are_refused(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [BadRequest("Bad Request: BUTTON_URL_INVALID")]
    later = {"text": "later", "callback_data": "1:2:x"}
    keyboard = {"inline_keyboard": [[{"text": "share", "url": "https://t.me/"}], [later]]}
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1, reply_markup=keyboard)))
    await fake_time.run(lambda: outbox.sent == [1])
    assert line.made[1][1].data["reply_markup"] == {"inline_keyboard": [[later]]}
    assert sending.counts.refused == 0


async def test_a_message_at_which_the_server_always_fails_is_given_up_while_others_go_through(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [ServerFault("500")] * 1000
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1)))
    for number in range(100, 120):
        sending.put(outcome(waiting(number, chat=number)))
        before = len(line.times(1))
        await fake_time.run(lambda before=before: len(line.times(1)) > before or 1 in outbox.sent)
    assert 1 in outbox.sent
    assert sending.counts.refused == 1


async def test_a_server_that_fails_for_everyone_makes_nobody_lose_a_message(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [ServerFault("500")] * 40
    line.trouble[2] = [ServerFault("500")] * 40
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1, chat=1), waiting(2, chat=2)))
    await fake_time.run(lambda: len(outbox.sent) == 2, seconds=5000)
    assert sending.counts.sent == 2
    assert sending.counts.refused == 0


async def test_what_was_sent_while_the_store_was_busy_is_noted_in_one_go(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    outbox.gate.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(*(waiting(number) for number in range(20))))
    await fake_time.run(lambda: sending.counts.sent == 20)
    outbox.gate.set()
    await fake_time.run(lambda: len(outbox.sent) == 20)
    assert len(outbox.batches) <= 2
    assert sending.waiting == 0


async def test_a_store_that_fails_is_told_again(line: Line, outbox: Outbox, fake_time: Any) -> None:
    outbox.trouble = [OSError("database is locked"), OSError("database is locked")]
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1), waiting(2)))
    await fake_time.run(lambda: sorted(outbox.sent) == [1, 2])
    assert line.texts() == ["1", "2"]


async def test_a_store_that_cannot_note_a_block_does_not_stop_the_sending(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[1] = [Forbidden("Forbidden: bot was blocked by the user")]

    def fail(_: int) -> None:
        raise OSError

    sending = Sender(line, note=outbox.note, blocked=fail, limits=FREE)
    sending.put(outcome(waiting(1)))
    await fake_time.run(lambda: outbox.sent == [1])


async def test_what_is_in_hand_is_not_taken_again(line: Line, outbox: Outbox, fake_time: Any) -> None:
    outbox.gate.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1)))
    sending.put(outcome(waiting(1)))
    await fake_time.run(lambda: sending.counts.sent == 1)
    sending.put(outcome(waiting(1)))
    outbox.gate.set()
    await fake_time.run(lambda: outbox.sent == [1])
    assert line.texts() == ["1"]


async def test_leftovers_are_claimed_and_sent(line: Line, outbox: Outbox, fake_time: Any) -> None:
    sending = sender(line, outbox, fake_time)
    await sending.refill(lambda: [waiting(1), waiting(2)])
    await fake_time.run(lambda: outbox.sent == [1, 2])


async def test_leftovers_are_not_claimed_while_something_is_being_noted(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    outbox.gate.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1)))
    await fake_time.run(lambda: sending.counts.sent == 1)
    claiming = asyncio.create_task(sending.refill(lambda: [] if outbox.sent else [waiting(1)]))
    outbox.gate.set()
    await fake_time.run(claiming.done)
    await sending.drain()
    assert line.texts() == ["1"]


async def test_a_fleeting_call_gets_one_try_and_goes_before_messages(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.trouble[0] = [NotSent("down")]
    sending = sender(line, outbox, fake_time)
    sending.put(Outcome(waiting=[waiting(1)], fleeting=[tap(1), tap(2)]))
    await fake_time.run(lambda: outbox.sent == [1])
    assert [call.method for _, call in line.made] == ["answerCallbackQuery"] * 2 + ["sendMessage"]
    assert (sending.counts.fleeting, sending.counts.fleeting_lost) == (1, 1)


async def test_far_too_many_fleeting_calls_are_let_go(line: Line, outbox: Outbox, fake_time: Any) -> None:
    line.open.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(Outcome(fleeting=[tap(number) for number in range(1100)]))
    await fake_time.run(lambda: sending.counts.fleeting_lost == 100)
    line.open.set()
    await fake_time.run(lambda: sending.counts.fleeting == 1000)


async def test_where_much_is_going_on_what_can_be_spared_is_left_out(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.open.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(Outcome(fleeting=[*map(tap, range(49)), buttons("a", 1, can_be_spared=True), tap(50)]))
    sending.put(Outcome(fleeting=[buttons("b", 2, can_be_spared=True), buttons("c", 3)]))
    await fake_time.run(lambda: line.now == 52)
    line.open.set()
    await fake_time.run(lambda: sending.counts.fleeting == 52)
    assert [call.data["text"] for _, call in line.made if "text" in call.data] == ["a", "c"]
    assert sending.counts.fleeting_lost == 1


async def test_of_changes_to_the_same_buttons_the_newest_comes_last(
    line: Line, outbox: Outbox, fake_time: Any
) -> None:
    line.open.clear()
    sending = sender(line, outbox, fake_time)
    sending.put(Outcome(fleeting=[buttons("one")]))
    await fake_time.run(lambda: line.now == 1)
    for label in ("two", "three", "four"):
        sending.put(Outcome(fleeting=[buttons(label)]))
    line.open.set()
    await fake_time.run(lambda: sending.counts.fleeting == 2)
    assert line.texts() == ["one", "four"]


async def test_what_a_turn_took_along_is_not_noted_again(line: Line, outbox: Outbox, fake_time: Any) -> None:
    outbox.gate.clear()
    outbox.early = True
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1)))
    await fake_time.run(lambda: sending.acks.pending == {1} and not sending.acks)
    sending.put(outcome(waiting(2)))
    await fake_time.run(lambda: bool(sending.acks))
    with sending.acks.noting() as noting:
        assert noting.take() == [2]
    assert sending.in_hand == {1}
    outbox.gate.set()
    await fake_time.run(lambda: not sending.waiting)
    assert outbox.sent == [1]


async def test_what_a_failed_turn_took_along_is_noted_later(line: Line, outbox: Outbox, fake_time: Any) -> None:
    outbox.gate.clear()
    outbox.early = True
    sending = sender(line, outbox, fake_time)
    sending.put(outcome(waiting(1)))
    await fake_time.run(lambda: sending.acks.pending == {1} and not sending.acks)
    sending.put(outcome(waiting(2)))
    await fake_time.run(lambda: bool(sending.acks))
    with pytest.raises(OSError, match="full"):
        fail_after_taking(sending.acks)
    assert 2 in sending.in_hand
    outbox.gate.set()
    await fake_time.run(lambda: not sending.waiting)
    assert sorted(outbox.sent) == [1, 2]


async def test_draining_sends_what_is_in_hand(line: Line, outbox: Outbox) -> None:
    sending = Sender(line, note=outbox.note, blocked=outbox.blocked.append)
    sending.put(outcome(waiting(1), waiting(2, chat=2)))
    await sending.drain()
    assert sorted(outbox.sent) == [1, 2]


async def test_draining_leaves_what_cannot_be_sent_to_the_outbox(line: Line, outbox: Outbox) -> None:
    line.trouble[1] = [TooMany(1000)]
    sending = Sender(line, note=outbox.note, blocked=outbox.blocked.append)
    sending.put(outcome(waiting(1), waiting(2), waiting(3, chat=2)))
    await sending.drain(0.05)
    assert outbox.sent == [3]
    assert sending.waiting == 0
    await sending.drain(0.05)
