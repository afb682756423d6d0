"""Patience: trouble is waited out, longer each time, until the process is asked to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.telegram.delivery import Pauses
from bot.telegram.trouble import TooMany
from bot.telegram.verdict import seconds_to_wait

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger()


class TokenRefused(Exception):  # noqa: N818  it is a message for the operator
    """Telegram does not know the bot's token; the message is one line for the operator."""

    def __init__(self) -> None:
        super().__init__("Telegram does not accept the bot token. Check TELEGRAM_BOT_TOKEN.")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often things happen, in seconds."""

    long_poll: float = 50.0
    reminders: float = 20.0
    leftovers: float = 5.0
    first_pause: float = 1.0
    longest_pause: float = 30.0
    drain: float = 2.5


USUAL = Rhythm()


class Patience:
    """Waits out trouble with Telegram, and knows whether the process is stopping."""

    def __init__(self, rhythm: Rhythm = USUAL) -> None:
        self._rhythm = rhythm
        self._stopping = asyncio.Event()
        self._pauses = self.pauses()

    @property
    def is_stopping(self) -> bool:
        """Whether the process was asked to end."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """End every pause; may be called more than once, from the same event loop."""
        self._stopping.set()

    async def stopped(self) -> None:
        """Wait until the process is asked to end."""
        await self._stopping.wait()

    async def pause(self, seconds: float) -> bool:
        """Wait, but not when stopping; tells whether it is."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self.is_stopping

    async def insist(self, call: Callable[[], Awaitable[Any]]) -> Any:
        """Make a call of Telegram until it succeeds; None when stopping. Raises TokenRefused."""
        while not self.is_stopping:
            if (result := await self.guarded(call())) is not None:
                return result
        return None

    async def guarded(self, work: Awaitable[Any]) -> Any:
        """Do what may fail at Telegram; None, after a pause, if it did. Raises TokenRefused."""
        try:
            result = await work
        except InvalidToken:
            raise TokenRefused from None
        except TelegramError as error:
            await self._trouble(error)
            return None
        self._pauses = self.pauses()
        return result

    def pauses(self) -> Pauses:
        """Give the pauses after a first trouble."""
        return Pauses(self._rhythm.first_pause, self._rhythm.longest_pause)

    async def _trouble(self, error: TelegramError) -> None:
        if self.is_stopping:
            return
        pause = seconds_to_wait(error) if isinstance(error, TooMany) else self._pauses.next()
        if isinstance(error, Conflict):
            log.error("another_program_gets_the_updates_of_this_bot", again_in=pause)
        else:
            log.warning("telegram_unreachable", error=type(error).__name__, again_in=pause)
        await self.pause(pause)


def on_signals(stop: Callable[[], None]) -> None:
    """Call this when the process is asked to end (SIGTERM, SIGINT)."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
