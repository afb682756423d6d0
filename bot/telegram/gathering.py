"""Group commit: while one transaction runs, the updates that arrive gather for the next."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

import structlog

from bot.telegram.trouble import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.telegram.upkeep import Arrived, Upkeep

MOST = 100
"""Updates in one transaction: as many as one answer of getUpdates holds."""

Guest = tuple["Arrived", "asyncio.Future[bool]"]

log = structlog.get_logger()


class NotTaken(Exception):  # noqa: N818  it says what happened
    """The turn of an update could not be committed; it may be delivered again."""


class Gathering:
    """Takes updates that arrive one by one, in the order of their arrival, many in one transaction.

    ``alone`` are errors that one chat's own data brings about: a group that fails with one of
    them is taken once more, each update in a transaction of its own.
    """

    def __init__(self, upkeep: Upkeep, alone: tuple[type[Exception], ...] = ()) -> None:
        self._upkeep = upkeep
        self._alone = alone
        self._waiting: deque[Guest] = deque()
        self._worker: asyncio.Task[None] | None = None

    async def take(self, arrived: Arrived) -> None:
        """Take the turn of an update; returns after its commit. Raises NotTaken."""
        taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((arrived, taken))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        if not await taken:
            raise NotTaken

    async def finish(self) -> None:
        """Wait until nothing is in hand."""
        if self._worker is not None:
            await self._worker

    async def _work(self) -> None:
        while self._waiting:
            group = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            # Who has gone away meanwhile was promised nothing, and will come again.
            await self._settle([guest for guest in group if not guest[1].done()])

    async def _settle(self, group: Sequence[Guest]) -> None:
        error = await self._attempt([arrived for arrived, _ in group])
        if len(group) > 1 and isinstance(error, self._alone):
            for guest in group:
                await self._settle([guest])
            return
        for _, taken in group:
            if not taken.done():
                taken.set_result(error is None)

    async def _attempt(self, arrived: Sequence[Arrived]) -> Exception | None:
        """Take the turns of a group in one transaction; gives what went wrong."""
        try:
            self._upkeep.reply(await self._upkeep.take(arrived), arrived)
        except Exception as error:  # noqa: BLE001  whatever it is: nobody may wait for ever, and Telegram comes again
            log.error("turns_not_taken", updates=len(arrived), **where(error))  # noqa: TRY400  a traceback may quote a text
            return error
        return None
