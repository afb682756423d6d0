"""Long polling: updates are taken, their turns committed, and only then confirmed to Telegram."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Protocol

import structlog
from telegram.error import TelegramError

from bot.post import Call, Outcome
from bot.telegram.incoming import read
from bot.telegram.trouble import where
from bot.telegram.upkeep import Arrived, Upkeep

if TYPE_CHECKING:
    from bot.post import Json

CONFIRM_SECONDS = 1.0
STEPS_TO_LEAVE = 3
"""How many steps of the event loop it takes until a request is written to its connection."""

log = structlog.get_logger()


class Updates(Protocol):
    """Where updates come from; see ``bot.telegram.api.Api``."""

    async def call(self, call: Call) -> Any:
        """Make a call of the Bot API."""

    async def updates(self, offset: int, timeout: float, limit: int = 100) -> list[Json]:  # noqa: ASYNC109
        """Confirm what is older than ``offset`` and wait for what is new."""


class Poller:
    """Serves the conversations by long polling, until it is told to stop."""

    def __init__(self, api: Updates, upkeep: Upkeep) -> None:
        self._api = api
        self._upkeep = upkeep
        self._patience = upkeep.patience
        self._offset = 0
        self._turn_pauses = self._patience.pauses()
        self._listening: asyncio.Task[list[Json]] | None = None

    @property
    def is_stopping(self) -> bool:
        """Whether ``run`` was asked to end."""
        return self._patience.is_stopping

    async def run(self) -> None:
        """Serve until ``stop``; then finish the turn in hand and send what can be sent.

        Raises TokenRefused. All other trouble is waited out.
        """
        try:
            await self._open()
            await self._upkeep.begin()
            await self._serve()
        finally:
            await self._upkeep.end()

    def stop(self) -> None:
        """Ask ``run`` to end; may be called more than once, from the same event loop."""
        self._patience.stop()
        if self._listening is not None:
            self._listening.cancel()

    async def _open(self) -> None:
        """Make sure that the token is right, and that no webhook keeps updates from us."""
        await self._patience.insist(lambda: self._api.call(Call("getMe", {})))
        await self._patience.insist(lambda: self._api.call(Call("deleteWebhook", {"drop_pending_updates": False})))

    async def _serve(self) -> None:
        helper = asyncio.create_task(self._upkeep.run())
        try:
            while not self.is_stopping:
                await self._round()
            await self._confirm()
        finally:
            self.stop()
            await helper

    async def _round(self) -> None:
        updates = await self._patience.guarded(self._listen())
        if updates is None:
            return
        arrived = [Arrived(found) for found in map(read, updates)]
        outcome = await self._taken(arrived)
        if outcome is None:
            return
        # After an empty answer everything is confirmed. Starting from the oldest then also
        # finds updates that are numbered lower, as happens after a week of silence.
        self._offset = _next_offset(updates)
        await self._ask_first()
        self._upkeep.reply(outcome, arrived)

    async def _ask_first(self) -> None:
        """Let the next request leave before many sends do, which would keep it waiting."""
        self._ask()
        for _ in range(STEPS_TO_LEAVE):
            await asyncio.sleep(0)

    def _ask(self) -> asyncio.Task[list[Json]]:
        """Ask for updates, unless that was done already."""
        if self._listening is None:
            self._listening = asyncio.create_task(self._api.updates(self._offset, self._upkeep.rhythm.long_poll))
            if self.is_stopping:
                self._listening.cancel()
        return self._listening

    async def _listen(self) -> list[Json]:
        try:
            return await self._ask()
        except asyncio.CancelledError:
            if not self.is_stopping:
                raise
            raise TelegramError("Stopping") from None
        finally:
            self._listening = None

    async def _taken(self, arrived: list[Arrived]) -> Outcome | None:
        """Take the turns of a batch; None, after a pause, if they could not be committed."""
        try:
            outcome = await self._upkeep.take(arrived)
        except Exception as error:  # noqa: BLE001  the same updates are tried again
            pause = self._turn_pauses.next()
            log.error("turns_not_taken", updates=len(arrived), again_in=pause, **where(error))  # noqa: TRY400  a traceback may quote a text
            await self._patience.pause(pause)
            return None
        self._turn_pauses = self._patience.pauses()
        return outcome

    async def _confirm(self) -> None:
        """Confirm the last batch, so that it is not delivered again; nothing is lost if this fails."""
        if self._offset:
            with contextlib.suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(self._api.updates(self._offset, 0, limit=1), CONFIRM_SECONDS)


def _next_offset(updates: list[Json]) -> int:
    """Give the number after the last update; 0, the oldest that is not confirmed, after none."""
    return int(updates[-1]["update_id"]) + 1 if updates else 0
