"""Sending what waits in the outbox: in order for each chat, and many chats at once."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import structlog

from bot.acks import Acks
from bot.meter import UNMEASURED, Meter
from bot.post import Outcome
from bot.telegram.delivery import Counts, Delivery, Pauses
from bot.telegram.fleeting import Fleeting
from bot.telegram.pace import ChatPace, Gate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Iterable, Mapping, Sequence

    from bot.post import Call, Waiting

REPLY, REMINDER = 0, 1
"""Ranks: where the limits make messages wait, replies go before reminders."""

NOTHING: Mapping[int, float] = MappingProxyType({})

STORE_SECONDS = 1.0

log = structlog.get_logger()


class Caller(Protocol):
    """Who can make a call of the Bot API; see ``bot.telegram.api.Api``."""

    async def call(self, call: Call) -> Any:
        """Make a call."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may leave at once; 0 messages a second sets no limit."""

    in_flight: int = 100
    messages_per_second: int = 30
    chat_messages_per_second: float = 1.0
    chat_burst: int = 5


class Sender:
    """Sends calls; used within one event loop.

    ``note`` stores which calls need no more sending: it begins a transaction, and asks in it for their
    numbers. ``blocked`` is told the chat of a person who blocked the bot. Both are called in a thread,
    and may take their time.
    """

    def __init__(
        self,
        api: Caller,
        *,
        note: Callable[[Callable[[], Sequence[int]]], object],
        blocked: Callable[[int], object],
        limits: Limits = Limits(),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        later: Callable[[float, Callable[[], None]], object] | None = None,
        meter: Meter = UNMEASURED,
    ) -> None:
        self.counts = Counts()
        self._clock = clock
        self._meter = meter
        self._received: dict[int, float] = {}
        self._api = api
        self._note = note
        self._blocked = blocked
        self._sleep = sleep
        self._gate = Gate(limits.in_flight, limits.messages_per_second, clock, later or _later)
        self._pace = ChatPace(limits.chat_messages_per_second, limits.chat_burst, clock)
        self._lanes: dict[int, deque[tuple[int, Waiting]]] = {}
        self._in_hand: set[int] = set()
        self.acks = Acks()
        self._storing = asyncio.Lock()
        self._flusher: asyncio.Task[None] | None = None
        self._fleeting = Fleeting(api, self.counts)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """How many stored calls are in hand: not sent, or not yet noted as sent."""
        return len(self.in_hand)

    @property
    def in_hand(self) -> frozenset[int]:
        """The numbers of those calls; may be read from any thread."""
        return self.acks.pending.union(self._in_hand)

    def put(self, outcome: Outcome, rank: int = REPLY, received: Mapping[int, float] = NOTHING) -> None:
        """Start sending, and return at once. What is in hand already is not taken again.

        ``received`` tells when the update came to which this is the answer to a chat.
        """
        self._expect(outcome.waiting, dict(received))
        self._fleeting.put(outcome.fleeting)
        for waiting in outcome.waiting:
            if waiting.number not in self._in_hand and waiting.number not in self.acks:
                self._in_hand.add(waiting.number)
                self._line_up(rank, waiting)

    async def refill(self, claim: Callable[[], Sequence[Waiting]], rank: int = REMINDER) -> None:
        """Take over what ``claim`` finds in the outbox; it is called in a thread.

        No note of what was sent is stored meanwhile, so that it cannot find what was just sent.
        """
        async with self._storing:
            found = await asyncio.to_thread(claim)
            self.put(Outcome(waiting=found), rank)
        self._flush_soon()

    async def drain(self, seconds: float = 3.0) -> None:
        """Send what is in hand for at most so many seconds, and store what was sent.

        The rest stays in the outbox, and leaves after the next start.
        """
        if tasks := self._tasks | self._fleeting.tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            await _cancel(late)
        self._flush_soon()
        if self._flusher is not None:
            _, late = await asyncio.wait({self._flusher}, timeout=STORE_SECONDS)
            await _cancel(late)

    def _expect(self, replies: Sequence[Waiting], received: dict[int, float]) -> None:
        """Note of the first reply to each chat when its update came."""
        for waiting in replies:
            if waiting.chat in received:
                self._received[waiting.number] = received.pop(waiting.chat)

    def _replied(self, number: int) -> None:
        received = self._received.pop(number, None)
        if received is not None:
            self._meter.replied(self._clock() - received)

    def _line_up(self, rank: int, waiting: Waiting) -> None:
        lane = self._lanes.get(waiting.chat)
        if lane is None:
            lane = self._lanes[waiting.chat] = deque()
            self._start(self._serve(waiting.chat, lane))
        lane.append((rank, waiting))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, chat: int, lane: deque[tuple[int, Waiting]]) -> None:
        """Send what waits for one chat, one after the other, until nothing does."""
        try:
            while lane:
                if await self._deliver(*lane[0]):
                    self._finish([lane.popleft()[1].number])
                else:
                    await self._give_up_on(chat, lane)
        finally:
            self._in_hand.difference_update(waiting.number for _, waiting in lane)
            del self._lanes[chat]

    async def _deliver(self, rank: int, waiting: Waiting) -> bool:
        """Make a call until it is settled; False if the person blocked the bot."""
        delivery = Delivery(waiting)
        while True:
            error = await self._attempt(rank, waiting.chat, delivery.call)
            if error is None:
                self.counts.sent += 1
                self._replied(waiting.number)
                return True
            pause = delivery.after(error, self.counts)
            if pause is None:
                return not delivery.is_blocked
            await self._sleep(pause)

    async def _attempt(self, rank: int, chat: int, call: Call) -> Exception | None:
        pause = self._pace.wait(chat)
        if pause:
            await self._sleep(pause)
        await self._gate.enter(rank)
        try:
            await self._api.call(call)
        except Exception as error:  # noqa: BLE001  whatever it is, it must not stop the chat's lane
            return error
        finally:
            self._gate.leave()
        return None

    async def _give_up_on(self, chat: int, lane: deque[tuple[int, Waiting]]) -> None:
        """Let go of all that waits for a person who blocked the bot."""
        numbers = [waiting.number for _, waiting in lane]
        lane.clear()
        try:
            await asyncio.to_thread(self._blocked, chat)
        except Exception as error:  # noqa: BLE001  the store's trouble must not stop the sending
            log.warning("block_not_noted", error=type(error).__name__)
        self._finish(numbers)

    def _finish(self, numbers: Sequence[int]) -> None:
        self.acks.note(numbers)
        self._in_hand.difference_update(numbers)
        for number in numbers:
            self._received.pop(number, None)
        self._flush_soon()

    def _flush_soon(self) -> None:
        if self.acks and (self._flusher is None or self._flusher.done()):
            self._flusher = asyncio.create_task(self._flush())

    async def _flush(self) -> None:
        """Store what was sent and no turn took along: all that gathered while the previous was being stored."""
        pauses = Pauses()
        while self.acks:
            async with self._storing:
                stored = await self._store()
            if stored:
                pauses = Pauses()
            else:
                await self._sleep(pauses.next())

    async def _store(self) -> bool:
        try:
            await asyncio.to_thread(self._note_all)
        except Exception as error:  # noqa: BLE001  a locked or full store is tried again
            log.warning("sent_not_noted", error=type(error).__name__, numbers=len(self.acks.pending))
            return False
        return True

    def _note_all(self) -> None:
        with self.acks.noting() as noting:
            self._note(noting.take)


async def _cancel(tasks: Iterable[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def _later(seconds: float, function: Callable[[], None]) -> object:
    return asyncio.get_running_loop().call_later(seconds, function)
