"""One life of the bot: it begins, something befalls it, and it ends."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.serve import opened_store
from tests.chaos.life import kill
from tests.chaos.mishaps import PATIENCE, until
from tests.chaos.script import key_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from random import Random

    from tests.chaos.figures import Figures
    from tests.chaos.life import Home
    from tests.chaos.mishaps import Mishap
    from tests.chaos.people import Tide
    from tests.chaos.witness import Witness

    Process = asyncio.subprocess.Process

FATE_SECONDS = 15.0
"""How long is waited for the moment at which a life is to end; then it ends without it."""

TIDE_SECONDS = 0.6
SENDS_MOST = 40
A_CLAIM_LATER = timedelta(hours=1)


@dataclass(slots=True)
class Life:
    """A life, from its start to what it leaves behind."""

    witness: Witness
    home: Home
    chance: Random
    figures: Figures
    tide: Tide

    async def live(self, mishap: Mishap, ending: str, acts: int) -> None:
        """Begin, serve, suffer, end; returns when nothing of this life is on its way any more."""
        self.witness.begin_life()
        async with self.home.life(self.witness.root) as process, self._traffic(acts // 2):
            await self._served(process)
            await mishap(process)
            async with self._traffic(acts - acts // 2):
                await self._end(process, ending)
        self.figures.ended(ending, mishap.__name__, process.returncode)
        await until(lambda: not self.witness.sending)
        await asyncio.to_thread(self._look_at_what_is_left)

    @asynccontextmanager
    async def _traffic(self, acts: int) -> AsyncIterator[None]:
        people = asyncio.create_task(self.tide.rise(acts, TIDE_SECONDS))
        try:
            yield
        finally:
            await people

    async def _served(self, process: Process) -> None:
        polls = self.witness.polls
        await until(lambda: self.witness.polls > polls or process.returncode is not None)

    async def _end(self, process: Process, ending: str) -> None:
        assert process.returncode is None, "The bot ended by itself"
        await getattr(self, f"_{ending}")(process)
        await process.wait()
        self.figures.ends[self.witness.life] = time.monotonic()
        self.witness.at_send = self.witness.at_commit = None

    async def _stop(self, process: Process) -> None:
        await asyncio.sleep(self.chance.uniform(0.0, 0.5))
        process.terminate()
        await asyncio.wait_for(process.wait(), PATIENCE)

    async def _moment(self, process: Process) -> None:
        await asyncio.sleep(self.chance.uniform(0.0, 0.5))
        kill(process)

    async def _commit(self, process: Process) -> None:
        self.witness.at_commit = lambda: kill(process)
        await self._fate(process)

    async def _send_before(self, process: Process) -> None:
        await self._nth_send(process, "before")

    async def _send_after(self, process: Process) -> None:
        await self._nth_send(process, "after")

    async def _nth_send(self, process: Process, when: str) -> None:
        left = self.chance.randint(1, SENDS_MOST)

        def count(now: str) -> bool:
            nonlocal left
            left -= now == when
            return left == 0 and now == when and kill(process)

        self.witness.at_send = count
        await self._fate(process)

    async def _fate(self, process: Process) -> None:
        """Wait for the moment; one that does not come is no reason to live for ever."""
        try:
            await asyncio.wait_for(process.wait(), FATE_SECONDS)
        except TimeoutError:
            self.figures.missed += 1
            kill(process)

    def _look_at_what_is_left(self) -> None:
        """Count what was committed and not sent. On PostgreSQL, let the minute of a claim be over."""
        settings = self.home.settings
        with opened_store(settings, settings.store_url()) as store:
            waiting = store.claim(datetime.now(UTC) + A_CLAIM_LATER, 100_000, -2 * A_CLAIM_LATER)
        for each in waiting:
            tried = {attempt.key for attempt in self.witness.attempts[each.chat]}
            self.figures.unsent += key_of(each.call) not in tried
