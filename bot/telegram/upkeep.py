"""What every door does behind it: turns in transactions, replies, reminders, and what was left over."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import structlog

from bot.meter import UNMEASURED, Meter
from bot.post import Incoming, Outcome
from bot.telegram.incoming import Blocked
from bot.telegram.patience import USUAL, Patience, Rhythm
from bot.telegram.sender import REMINDER
from bot.telegram.trouble import where

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.post import Talks, Waiting
    from bot.telegram.sender import Sender

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that came in; ``at`` is when it was received, in seconds of the monotonic clock."""

    found: Incoming | Blocked | None
    at: float = field(default_factory=time.monotonic)

    @property
    def kind(self) -> str:
        """What it is, in one word; never what is in it."""
        if isinstance(self.found, Incoming):
            return type(self.found.input).__name__.lower()
        return "blocked" if self.found else "ignored"


class Upkeep:
    """Takes turns, one transaction at a time, and looks after reminders and the outbox.

    ``claim`` finds what waits in the outbox though nobody is sending it; ``blocked`` is told
    the chat of a person who blocked the bot. Both, and the talks, are called in threads; the
    talks never two at once.
    """

    def __init__(
        self,
        talks: Talks,
        sender: Sender,
        *,
        claim: Callable[[], Sequence[Waiting]],
        blocked: Callable[[int], object],
        clock: Callable[[], datetime],
        rhythm: Rhythm = USUAL,
        meter: Meter = UNMEASURED,
    ) -> None:
        self.rhythm = rhythm
        self.patience = Patience(rhythm)
        self._talks = talks
        self._sender = sender
        self._claim = claim
        self._blocked = blocked
        self._clock = clock
        self._meter = meter
        self._turn = asyncio.Lock()

    async def take(self, arrived: Sequence[Arrived]) -> Outcome:
        """Take the turns of what arrived, in this order, in one transaction; returns after the commit."""
        outcome = await self._take([each.found for each in arrived])
        for each in arrived:
            self._meter.update(each.kind)
        return outcome

    def reply(self, outcome: Outcome, arrived: Sequence[Arrived]) -> None:
        """Begin to send what a batch of turns left to be sent."""
        received = {each.found.chat: each.at for each in reversed(arrived) if isinstance(each.found, Incoming)}
        self._sender.put(outcome, received=received)

    async def begin(self) -> None:
        """Take up what an earlier run left in the outbox."""
        await self._guarded(self._refill)

    async def run(self) -> None:
        """Send reminders that come due, and what is left over, until the process is asked to end."""
        await asyncio.gather(
            self._every(self.rhythm.reminders, self._come_due), self._every(self.rhythm.leftovers, self._refill)
        )

    async def end(self) -> None:
        """Send for a short while what can still be sent."""
        await self._sender.drain(self.rhythm.drain)

    async def _take(self, found: Sequence[Incoming | Blocked | None]) -> Outcome:
        for gone in found:
            if isinstance(gone, Blocked):
                await asyncio.to_thread(self._blocked, gone.chat)
        batch = [each for each in found if isinstance(each, Incoming)]
        if not batch:
            return Outcome()
        async with self._turn:
            return await asyncio.to_thread(self._talks.take, batch, self._clock())

    async def _come_due(self) -> None:
        async with self._turn:
            outcome = await asyncio.to_thread(self._talks.come_due, self._clock())
            self._sender.put(outcome, REMINDER)

    async def _refill(self) -> None:
        await self._sender.refill(self._claim)

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        while not await self.patience.pause(seconds):
            await self._guarded(work)

    async def _guarded(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001  it is tried again next time
            log.error("upkeep_failed", **where(error))  # noqa: TRY400  a traceback may quote a text
