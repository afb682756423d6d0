from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Callable
from itertools import count
from typing import Any

import pytest

from bot.telegram.api import Api, connect
from tests.fake_telegram import FakeTelegram


class FakeTime:
    """Time that passes only when there is nothing else to do."""

    def __init__(self) -> None:
        self.now = 0.0
        self._alarms: list[tuple[float, int, Callable[[], Any]]] = []
        self._numbers = count()

    def clock(self) -> float:
        return self.now

    def later(self, seconds: float, function: Callable[[], Any]) -> None:
        heapq.heappush(self._alarms, (self.now + seconds, next(self._numbers), function))

    async def sleep(self, seconds: float) -> None:
        awake = asyncio.Event()
        self.later(seconds, awake.set)
        await awake.wait()

    async def run(self, until: Callable[[], object], seconds: float = 1000.0) -> None:
        """Let time pass until something is so; fails if it never is."""
        threads_had_time = 0
        while not until():
            for _ in range(30):
                await asyncio.sleep(0)
            if until():
                return
            if self._alarms:
                self.now, _, ring = heapq.heappop(self._alarms)
                assert self.now < seconds, "it took too long"
                ring()
            else:
                threads_had_time += 1
                assert threads_had_time < 3000, "nothing happens any more"
                await asyncio.sleep(0.001)


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def api(fake: FakeTelegram) -> AsyncIterator[Api]:
    async with connect(fake.token, fake.root) as connected:
        yield connected
