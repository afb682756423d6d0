"""How fast messages may leave: the limits for all chats together and for each one."""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SWEEP_FROM = 1000
LATE_SHARE = 10


class Gate:
    """Lets calls through: so many in flight, and so many started a second.

    ``per_second`` holds for any longer while; in a single second a tenth more may start, so that where
    just as many are asked for, one that came late does not make all that follow late as well. 0 sets
    no limit. Who asks with a lower ``rank`` goes first; who asks with the same rank goes in order.
    ``clock`` gives seconds, ``later`` calls a function after so many of them.
    """

    def __init__(
        self,
        in_flight: int,
        per_second: int,
        clock: Callable[[], float],
        later: Callable[[float, Callable[[], None]], object],
    ) -> None:
        self._free = in_flight
        most = per_second + per_second // LATE_SHARE
        self._started: deque[float] | None = deque(maxlen=most) if per_second else None
        self._saved = Savings(per_second)
        self._clock = clock
        self._later = later
        self._queue: list[tuple[int, int, asyncio.Future[None]]] = []
        self._tickets = count()
        self._alarm = False

    async def enter(self, rank: int = 0) -> None:
        """Wait for a turn; each one must be given back with ``leave``."""
        if not self._queue and self._start():
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._queue, (rank, next(self._tickets), turn))
        self._admit()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            raise

    def leave(self) -> None:
        """Give a turn back."""
        self._free += 1
        self._admit()

    def _admit(self) -> None:
        while self._queue:
            turn = self._queue[0][2]
            if not turn.done() and not self._start():
                return
            heapq.heappop(self._queue)
            if not turn.done():
                turn.set_result(None)

    def _start(self) -> bool:
        if self._free == 0 or not self._in_time():
            return False
        self._free -= 1
        return True

    def _in_time(self) -> bool:
        """Take a place among the starts of this second, or set an alarm for when there is one."""
        if self._started is None:
            return True
        now = self._clock()
        full = len(self._started) == self._started.maxlen
        wait = max(self._started[0] + 1 - now if full else 0.0, self._saved.wait(now))
        if wait > 0:
            self._wake(wait)
            return False
        self._saved.spend(now)
        self._started.append(now)
        return True

    def _wake(self, seconds: float) -> None:
        if not self._alarm:
            self._alarm = True
            self._later(seconds, self._ring)

    def _ring(self) -> None:
        self._alarm = False
        self._admit()


class Savings:
    """What was not used of so many a second may be used later, up to one second's worth."""

    def __init__(self, per_second: int) -> None:
        self._gap = 1 / per_second if per_second else 0.0
        self._slack = self._gap * (per_second - 1)
        self._due = 0.0

    def wait(self, now: float) -> float:
        """Tell how many seconds from now the next one may start."""
        return self._due - self._slack - now

    def spend(self, now: float) -> None:
        """Count one."""
        self._due = max(self._due, now) + self._gap


class ChatPace:
    """Spreads the messages of each chat: ``per_second`` sustained, after a burst of so many.

    ``per_second`` 0 sets no limit.
    """

    def __init__(self, per_second: float, burst: int, clock: Callable[[], float]) -> None:
        self._gap = 1 / per_second if per_second else 0.0
        self._slack = self._gap * max(burst - 1, 0)
        self._clock = clock
        self._due: dict[int, float] = {}
        self._sweep_at = SWEEP_FROM

    def wait(self, chat: int) -> float:
        """Count one message for a chat; returns the seconds that it has to wait."""
        if not self._gap:
            return 0.0
        now = self._clock()
        due = max(self._due.get(chat, now), now)
        self._due[chat] = due + self._gap
        self._sweep(now)
        return max(due - self._slack - now, 0.0)

    def _sweep(self, now: float) -> None:
        """Forget the chats that have long been quiet, once there are many."""
        if len(self._due) >= self._sweep_at:
            self._due = {chat: due for chat, due in self._due.items() if due > now}
            self._sweep_at = max(SWEEP_FROM, 2 * len(self._due))
