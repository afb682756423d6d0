"""Fleeting calls: worth one try each, the newest of a kind, and the less needful left out when there are many."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.post import Call
    from bot.telegram.delivery import Counts
    from bot.telegram.sender import Caller

IN_FLIGHT = 100
MOST = 1000
SPARE_MOST = 50
"""While so many are under way, what can be spared is left out: when it left, the person would be further on."""

Place = tuple[object, ...]


class Fleeting:
    """Makes calls, so many at once; ``counts`` is told how they ended.

    Buttons under one message change in order: a change waits for the one on its way, and a newer
    one takes its place.
    """

    def __init__(self, api: Caller, counts: Counts) -> None:
        self._api = api
        self._counts = counts
        self._waiting: dict[Place, Call] = {}
        self._held: dict[Place, Call] = {}
        self._going: set[Place] = set()
        self._workers: set[asyncio.Task[None]] = set()

    @property
    def tasks(self) -> frozenset[asyncio.Task[None]]:
        """What is at work now."""
        return frozenset(self._workers)

    def put(self, calls: Iterable[Call]) -> None:
        """Make these calls soon, or leave them out."""
        for call in calls:
            self._counts.fleeting_lost += not self._line_up(call)
        for _ in range(min(IN_FLIGHT - len(self._workers), len(self._waiting))):
            worker = asyncio.create_task(self._work())
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    def _line_up(self, call: Call) -> bool:
        if len(self._waiting) + len(self._going) >= (SPARE_MOST if call.can_be_spared else MOST):
            return False
        place = _place(call)
        (self._held if place in self._going else self._waiting)[place] = call
        return True

    async def _work(self) -> None:
        while self._waiting:
            place = next(iter(self._waiting))
            await self._try(place, self._waiting.pop(place))

    async def _try(self, place: Place, call: Call) -> None:
        self._going.add(place)
        try:
            await self._api.call(call)
            self._counts.fleeting += 1
        except Exception:  # noqa: BLE001  nothing depends on it
            self._counts.fleeting_lost += 1
        finally:
            self._going.discard(place)
            if place in self._held:
                self._waiting[place] = self._held.pop(place)


def _place(call: Call) -> Place:
    """Tell what a call changes: a newer one for the same makes it needless."""
    data = call.data
    if tap := data.get("callback_query_id"):
        return (tap,)
    return (data["chat_id"], data["message_id"]) if "message_id" in data else (id(call),)
