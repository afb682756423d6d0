"""The storm: lives of the bot, one after the other, each with its mishap and its end."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import TYPE_CHECKING

from tests.chaos.fate import Life
from tests.chaos.figures import Figures
from tests.chaos.mishaps import PATIENCE, Mishaps
from tests.chaos.people import Tide, Walker
from tests.chaos.proof import told
from tests.chaos.script import Script, Writer
from tests.chaos.witness import Witness

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from tests.chaos.life import Home
    from tests.postgres import PostgresServer

KILLS = ("moment", "commit", "send_before", "moment", "commit", "send_after")
SQLITE = ("nothing", "locked", "full_disk", "nothing", "seen_again", "nothing", "lower_numbers")
POSTGRES = ("nothing", "stopped_database", "nothing", "seen_again", "lower_numbers")
FIRST_CHAT = 1000
REST_SECONDS = 1.0
TROUBLES = (
    ("flood", "sendMessage", 0.01, 1.0),
    ("fault", "sendMessage", 0.02, 0.0),
    ("drop_before", "sendMessage", 0.01, 0.0),
    ("drop_after", "sendMessage", 0.01, 0.0),
    ("slow", "sendMessage", 0.03, 0.3),
    ("stall", "sendMessage", 0.03, 0.3),
    ("fault", "getUpdates", 0.01, 0.0),
    ("drop_before", "getUpdates", 0.01, 0.0),
    ("drop_after", "getUpdates", 0.01, 0.0),
)
"""What befalls calls all the time: the kind, the method, how likely, and for how many seconds."""


@dataclass(slots=True)
class Plan:
    """How much storm there is to be."""

    kills: int = 20
    stops: int = 2
    chats: int = 200
    acts: int = 14
    seed: int = 1

    def endings(self, chance: random.Random) -> list[str]:
        """How each life ends."""
        endings = [*islice(cycle(KILLS), self.kills), *["stop"] * self.stops]
        chance.shuffle(endings)
        return endings


@dataclass(slots=True)
class Storm:
    """Everything that takes part."""

    plan: Plan
    home: Home
    server: PostgresServer | None = None
    scripts: dict[int, Script] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)

    async def rage(self) -> Figures:
        """Let it rage; returns when every chat has come to its end. Raises AssertionError, TimeoutError."""
        chats = range(FIRST_CHAT, FIRST_CHAT + self.plan.chats)
        writer = Writer(self.plan.seed, self.plan.acts)
        self.scripts = {chat: writer.write(chat) for chat in chats}
        began = time.monotonic()
        async with self._weather() as witness, self._people(witness) as (tide, walks):
            await self._live_and_die(witness, tide)
            await self._come_to_rest(witness, tide, walks)
            self.figures.count(witness, self.scripts)
        self.figures.seconds = time.monotonic() - began
        return self.figures

    @asynccontextmanager
    async def _weather(self) -> AsyncIterator[Witness]:
        async with Witness(self.plan.seed) as witness:
            for kind, method, chance, seconds in TROUBLES:
                witness.trouble(kind, method=method, times=None, chance=chance, seconds=seconds)
            yield witness

    @asynccontextmanager
    async def _people(self, witness: Witness) -> AsyncIterator[tuple[Tide, asyncio.Future[list[None]]]]:
        tide = Tide(self.plan.chats * self.plan.acts, self.plan.seed)
        walkers = [Walker(script, witness, tide, self.plan.seed) for script in self.scripts.values()]
        walks = asyncio.gather(*(walker.walk() for walker in walkers))
        try:
            yield tide, walks
        finally:
            walks.cancel()
            await asyncio.gather(walks, return_exceptions=True)

    async def _live_and_die(self, witness: Witness, tide: Tide) -> None:
        chance = random.Random(self.plan.seed)  # noqa: S311
        mishaps = Mishaps(witness, self.home, chance, self.server)
        kinds = cycle(SQLITE if self.server is None else POSTGRES)
        endings = self.plan.endings(chance)
        for number, ending in enumerate(endings):
            life = Life(witness, self.home, chance, self.figures, tide)
            mishap = getattr(mishaps, next(kinds))
            acts = tide.left // (len(endings) - number + 1)
            await life.live(mishap, ending, acts)

    async def _come_to_rest(self, witness: Witness, tide: Tide, walks: asyncio.Future[list[None]]) -> None:
        """One more life, in which nobody is killed and everybody comes to an end."""
        witness.life += 1
        async with self.home.life(witness.root) as process:
            await tide.rise(tide.left, REST_SECONDS)
            await self._while_it_comes(witness, walks.done)
            await self._while_it_comes(witness, lambda: not witness.updates.waiting)
            await self._while_it_comes(witness, lambda: not self._unfinished(witness))
            process.terminate()
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 0

    async def _while_it_comes(self, witness: Witness, condition: Callable[[], object]) -> None:
        """Wait until something is so, as long as anything still arrives; else tell what is missing."""
        arrived, last = -1, time.monotonic()
        while not condition():
            await asyncio.sleep(REST_SECONDS)
            now_arrived = sum(map(len, witness.attempts.values()))
            if now_arrived != arrived:
                arrived, last = now_arrived, time.monotonic()
            if time.monotonic() - last > PATIENCE:
                raise AssertionError("\n".join(self._missing(witness)))

    def _missing(self, witness: Witness) -> Iterator[str]:
        yield f"nothing has come for {PATIENCE:.0f} s; {len(witness.updates.waiting)} updates wait"
        for chat in self._unfinished(witness):
            replies, attempts = self.scripts[chat].replies, witness.attempts[chat]
            come = told(replies, attempts).here
            yield f"chat {chat}: {come} of {len(replies)} replies, {len(attempts)} attempts"
            yield f"  next is {replies[come]!r}; the last attempts: {attempts[-4:]!r}"

    def _unfinished(self, witness: Witness) -> list[int]:
        """The chats to which something is still to be said."""
        return [chat for chat, script in self.scripts.items() if not self._is_told(script, witness)]

    def _is_told(self, script: Script, witness: Witness) -> bool:
        attempts = witness.attempts[script.chat]
        return len(attempts) >= len(script.replies) and told(script.replies, attempts).here == len(script.replies)
