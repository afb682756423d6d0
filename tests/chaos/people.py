"""The people: each does what stands in their script, now and then without waiting for an answer."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.chaos.script import Act, Script
    from tests.chaos.witness import Witness

LOOK_SECONDS = 0.05
HASTY = 0.4
"""How often somebody goes on before the answer is there."""


class Tide:
    """Lets acts through, so that there is traffic as long as the storm lasts."""

    def __init__(self, acts: int, seed: int) -> None:
        self.left = acts
        self._gate = asyncio.Semaphore(0)
        self._chance = random.Random(seed)  # noqa: S311

    async def turn(self) -> None:
        """Wait until one may act."""
        await self._gate.acquire()

    async def rise(self, acts: int, seconds: float) -> None:
        """Let so many acts through, at random moments within about so many seconds."""
        acts = min(acts, self.left)
        self.left -= acts
        for _ in range(acts):
            await asyncio.sleep(self._chance.uniform(0, 2 * seconds / acts))
            self._gate.release()


class Walker:
    """One person in one chat."""

    def __init__(self, script: Script, witness: Witness, tide: Tide, seed: int) -> None:
        self._script, self._witness, self._tide = script, witness, tide
        self._chance = random.Random(f"{seed} {script.chat}")  # noqa: S311

    async def walk(self) -> None:
        """Do all of it; the updates that came of it, in order, are what the fake handed out."""
        expected = 0
        for act in self._script.acts:
            await self._tide.turn()
            self._do(act)
            expected += act.replies
            if self._chance.random() > HASTY:
                await self._answered(expected)

    async def _answered(self, replies: int) -> None:
        while len(self._witness.attempts[self._script.chat]) < replies:  # noqa: ASYNC110  it happens elsewhere
            await asyncio.sleep(LOOK_SECONDS)

    def _do(self, act: Act) -> None:
        chat = self._script.chat
        if act.kind == "say":
            self._witness.say(chat, act.what, language="en")
        elif act.kind == "send":
            self._witness.send(chat, act.what)
        else:
            self._witness.tap_on(chat, self._latest(), act.what)

    def _latest(self) -> int:
        """The newest message of the bot; their own, when nothing has arrived."""
        there = self._witness.chat(self._script.chat)
        return max(there.from_bot or there.messages.values(), key=lambda message: message.number).number
