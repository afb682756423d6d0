"""Mishaps around a living bot: of its database, its disk, and the numbers of its updates."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

from tests.chaos.life import fill_disk, free_disk

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from random import Random

    from tests.chaos.life import Home
    from tests.chaos.witness import Witness
    from tests.postgres import PostgresServer

    Process = asyncio.subprocess.Process
    Mishap = Callable[[Process], Awaitable[None]]

LOOK_SECONDS = 0.02
PATIENCE = 120.0
REPEATED = 40


async def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  it happens in other processes too
            await asyncio.sleep(LOOK_SECONDS)


class Mishaps:
    """What can happen besides an end; each is over when it returns."""

    def __init__(self, witness: Witness, home: Home, chance: Random, server: PostgresServer | None = None) -> None:
        self._witness, self._home, self._chance, self._server = witness, home, chance, server

    async def nothing(self, _: Process) -> None:
        """Let it be."""

    async def locked(self, _: Process) -> None:
        """Another program holds the database for a while."""
        await asyncio.to_thread(self._hold, self._chance.uniform(0.3, 1.2))

    def _hold(self, seconds: float) -> None:
        with closing(sqlite3.connect(self._home.file, timeout=PATIENCE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)
            other.execute("ROLLBACK")

    async def full_disk(self, process: Process) -> None:
        """Nothing can be written for a while."""
        fill_disk(process)
        try:
            await asyncio.sleep(self._chance.uniform(0.3, 1.2))
        finally:
            free_disk(process)

    async def stopped_database(self, _: Process) -> None:
        """PostgreSQL is stopped, and started again."""
        assert self._server is not None
        await asyncio.to_thread(self._server.stop)
        await asyncio.sleep(self._chance.uniform(0.2, 1.0))
        await asyncio.to_thread(self._server.start)

    async def seen_again(self, process: Process) -> None:
        """Updates that were taken long ago are delivered again, some of them twice."""
        if await self._silence(process):
            for update in self._witness.some_given(REPEATED):
                self._witness.updates.repeat(update)

    async def lower_numbers(self, process: Process) -> None:
        """After a silence the numbers of updates start again, lower than they ever were."""
        if await self._silence(process):
            self._witness.restart_lower()

    async def _silence(self, process: Process) -> bool:
        """Wait until the bot has heard that there is nothing, and asks for the oldest that there is."""
        updates = self._witness.updates
        async with asyncio.timeout(PATIENCE):
            while process.returncode is None:
                if updates.polled and not updates.waiting:
                    if self._witness.offset == 0:
                        return True
                    updates.release()
                await asyncio.sleep(LOOK_SECONDS)
        return False
