"""Long polling: updates are taken, their turns committed, and only then confirmed to Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.post import Call, Incoming, Outcome
from bot.telegram.delivery import Pauses
from bot.telegram.incoming import Blocked, read
from bot.telegram.sender import REMINDER
from bot.telegram.trouble import TooMany
from bot.telegram.verdict import seconds_to_wait

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.post import Json, Talks, Waiting
    from bot.telegram.sender import Sender

CONFIRM_SECONDS = 1.0
STEPS_TO_LEAVE = 3
"""How many steps of the event loop it takes until a request is written to its connection."""

log = structlog.get_logger()


class TokenRefused(Exception):  # noqa: N818  it is a message for the operator
    """Telegram does not know the bot's token; the message is one line for the operator."""

    def __init__(self) -> None:
        super().__init__("Telegram does not accept the bot token. Check TELEGRAM_BOT_TOKEN.")


class Updates(Protocol):
    """Where updates come from; see ``bot.telegram.api.Api``."""

    async def call(self, call: Call) -> Any:
        """Make a call of the Bot API."""

    async def updates(self, offset: int, timeout: float, limit: int = 100) -> list[Json]:  # noqa: ASYNC109
        """Confirm what is older than ``offset`` and wait for what is new."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things happen, in seconds."""

    long_poll: float = 50.0
    reminders: float = 20.0
    leftovers: float = 5.0
    first_pause: float = 1.0
    longest_pause: float = 30.0
    drain: float = 2.5


class Poller:
    """Serves the conversations by long polling, until it is told to stop.

    ``claim`` finds what waits in the outbox though nobody is sending it; ``blocked`` is told
    the chat of a person who blocked the bot. Both, and the talks, are called in threads; the
    talks never two at once.
    """

    def __init__(
        self,
        api: Updates,
        talks: Talks,
        sender: Sender,
        *,
        claim: Callable[[], Sequence[Waiting]],
        blocked: Callable[[int], object],
        clock: Callable[[], datetime],
        rhythm: Rhythm = Rhythm(),
    ) -> None:
        self._api = api
        self._talks = talks
        self._sender = sender
        self._claim = claim
        self._blocked = blocked
        self._clock = clock
        self._rhythm = rhythm
        self._offset = 0
        self._pauses = self._fresh_pauses()
        self._turn_pauses = self._fresh_pauses()
        self._stopping = asyncio.Event()
        self._listening: asyncio.Task[list[Json]] | None = None
        self._turn = asyncio.Lock()

    async def run(self) -> None:
        """Serve until ``stop``; then finish the turn in hand and send what can be sent.

        Raises TokenRefused. All other trouble is waited out.
        """
        try:
            await self._open()
            await self._upkeep(self._refill)
            await self._serve()
        finally:
            await self._sender.drain(self._rhythm.drain)

    def stop(self) -> None:
        """Ask ``run`` to end; may be called more than once, from the same event loop."""
        self._stopping.set()
        if self._listening is not None:
            self._listening.cancel()

    def stop_on_signals(self) -> None:
        """End ``run`` when the process is asked to end (SIGTERM, SIGINT)."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)

    async def _open(self) -> None:
        """Make sure that the token is right, and that no webhook keeps updates from us."""
        for call in (Call("getMe", {}), Call("deleteWebhook", {"drop_pending_updates": False})):
            while not self._stopping.is_set():
                if await self._guarded(self._api.call(call)) is not None:
                    break

    async def _serve(self) -> None:
        helpers = [
            asyncio.create_task(self._every(self._rhythm.reminders, self._come_due)),
            asyncio.create_task(self._every(self._rhythm.leftovers, self._refill)),
        ]
        try:
            while not self._stopping.is_set():
                await self._round()
            await self._confirm()
        finally:
            self.stop()
            await asyncio.gather(*helpers)

    async def _round(self) -> None:
        updates = await self._guarded(self._listen())
        outcome = None if updates is None else await self._taken(updates)
        if outcome is None:
            return
        # After an empty answer everything is confirmed. Starting from the oldest then also
        # finds updates that are numbered lower, as happens after a week of silence.
        self._offset = _next_offset(updates)
        await self._ask_first()
        self._sender.put(outcome)

    async def _ask_first(self) -> None:
        """Let the next request leave before many sends do, which would keep it waiting."""
        self._ask()
        for _ in range(STEPS_TO_LEAVE):
            await asyncio.sleep(0)

    def _ask(self) -> asyncio.Task[list[Json]]:
        """Ask for updates, unless that was done already."""
        if self._listening is None:
            self._listening = asyncio.create_task(self._api.updates(self._offset, self._rhythm.long_poll))
            if self._stopping.is_set():
                self._listening.cancel()
        return self._listening

    async def _listen(self) -> list[Json]:
        try:
            return await self._ask()
        except asyncio.CancelledError:
            if not self._stopping.is_set():
                raise
            raise TelegramError("Stopping") from None
        finally:
            self._listening = None

    async def _guarded(self, work: Awaitable[Any]) -> Any:
        """Do what may fail at Telegram; None, after a pause, if it did."""
        try:
            result = await work
        except InvalidToken:
            raise TokenRefused from None
        except TelegramError as error:
            await self._trouble(error)
            return None
        self._pauses = self._fresh_pauses()
        return result

    async def _trouble(self, error: TelegramError) -> None:
        if self._stopping.is_set():
            return
        pause = seconds_to_wait(error) if isinstance(error, TooMany) else self._pauses.next()
        if isinstance(error, Conflict):
            log.error("another_program_gets_the_updates_of_this_bot", again_in=pause)
        else:
            log.warning("telegram_unreachable", error=type(error).__name__, again_in=pause)
        await self._pause(pause)

    async def _taken(self, updates: list[Json]) -> Outcome | None:
        """Take the turns of a batch; None, after a pause, if they could not be committed."""
        try:
            outcome = await self._take([found for found in map(read, updates) if found is not None])
        except Exception as error:  # noqa: BLE001  the same updates are tried again
            pause = self._turn_pauses.next()
            log.error("turns_not_taken", updates=len(updates), again_in=pause, **_where(error))  # noqa: TRY400  a traceback may quote a text
            await self._pause(pause)
            return None
        self._turn_pauses = self._fresh_pauses()
        return outcome

    async def _take(self, found: list[Incoming | Blocked]) -> Outcome:
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
        while not await self._pause(seconds):
            await self._upkeep(work)

    async def _upkeep(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception as error:  # noqa: BLE001  it is tried again next time
            log.error("upkeep_failed", **_where(error))  # noqa: TRY400  a traceback may quote a text

    async def _pause(self, seconds: float) -> bool:
        """Wait, but not when stopping; tells whether it is."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    async def _confirm(self) -> None:
        """Confirm the last batch, so that it is not delivered again; nothing is lost if this fails."""
        if self._offset:
            with contextlib.suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(self._api.updates(self._offset, 0, limit=1), CONFIRM_SECONDS)

    def _fresh_pauses(self) -> Pauses:
        return Pauses(self._rhythm.first_pause, self._rhythm.longest_pause)


def _next_offset(updates: list[Json]) -> int:
    """Give the number after the last update; 0, the oldest that is not confirmed, after none."""
    return int(updates[-1]["update_id"]) + 1 if updates else 0


def _where(error: BaseException) -> dict[str, Any]:
    """Say what kind of error it was and in which line of code, and nothing of what was at hand."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_globals.get("__name__", "") if trace else ""
    return {"error": type(error).__name__, "module": code, "line": trace.tb_lineno if trace else 0}
