"""The updates that wait to be fetched, with the rules of getUpdates."""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, Any

from tests.fake_telegram.rules import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

Update = dict[str, Any]
MOST = 100


class Updates:
    """Updates in order; what is fetched stays until a later offset confirms it."""

    def __init__(self, first: int = 1) -> None:
        self.waiting: deque[Update] = deque()
        self.confirmed = 0
        self.conflicts = 0
        self.allowed: frozenset[str] | None = None
        self.on_put: Callable[[], None] = bool
        self._next = first
        self._poll: asyncio.Future[bool] | None = None

    def put(self, kind: str, content: Any) -> Update:
        """Add an update; it gets the next number."""
        update = {"update_id": self._next, kind: content}
        self._next += 1
        if self.allowed is None or kind in self.allowed:
            self._add(update)
        return update

    def repeat(self, update: Update) -> None:
        """Deliver an update once more, under its own number."""
        self._add(update)

    def restart(self, at: int) -> None:
        """Go on numbering from another number, as happens after a week of silence."""
        if self.waiting:
            raise RuntimeError("There was no silence: updates are waiting")
        self._next = at

    @property
    def polled(self) -> bool:
        """Whether somebody waits for updates right now."""
        return self._poll is not None

    async def fetch(self, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109
        """Confirm what is older than the offset; wait for something if there is nothing."""
        self._confirm(offset)
        self._end_poll(conflict=True)
        if not self.waiting and timeout > 0:
            await self._wait(timeout)
        return list(islice(self.waiting, max(1, min(limit, MOST))))

    def release(self) -> None:
        """Answer who waits, with nothing."""
        self._end_poll(conflict=False)

    def done(self, update: Update) -> None:
        """Confirm one update that was pushed."""
        self.waiting.remove(update)
        self.confirmed += 1

    async def _wait(self, seconds: float) -> None:
        poll: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poll = poll
        done, _ = await asyncio.wait({poll}, timeout=seconds)
        if self._poll is poll:
            self._poll = None
        if done and poll.result():
            self.conflicts += 1
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            )

    def _confirm(self, offset: int) -> None:
        while offset < 0 and len(self.waiting) > -offset:
            self.waiting.popleft()
            self.confirmed += 1
        while self.waiting and self.waiting[0]["update_id"] < offset:
            self.waiting.popleft()
            self.confirmed += 1

    def _add(self, update: Update) -> None:
        self.waiting.append(update)
        self._end_poll(conflict=False)
        self.on_put()

    def _end_poll(self, *, conflict: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(conflict)
        self._poll = None
