"""The witness: a Bot API that notes which life of the bot tried to send what, and what became of it."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from http import HTTPStatus
from math import inf
from typing import TYPE_CHECKING

from aiohttp import web

from tests.chaos.script import Key, key
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.trouble import Trouble, Troubles

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake_telegram import Chat, Message
    from tests.fake_telegram.updates import Update

SENDING = ("sendMessage", "sendDocument", "sendPhoto")
FIRST_UPDATE = 1_000_000_000
ROOM = 1_000_000
"""Numbers between two beginnings: more than there are updates, however often they begin again."""


@dataclass(slots=True)
class Attempt:
    """A send that the server took (``key``), or of which it dropped the connection unread (None).

    ``answered`` is when the bot was told that it arrived; until then it is on its way.
    """

    life: int
    key: Key | None
    answered: float = inf


class Watched(Troubles):
    """Troubles that tell which sends were lost."""

    def __init__(self, seed: int, lost: Callable[[int], None]) -> None:
        super().__init__(seed)
        self.kinds: Counter[str] = Counter()
        self._lost = lost

    def befalling(self, method: str, chat: int | None) -> Trouble | None:
        trouble = super().befalling(method, chat)
        if trouble is not None:
            self.kinds[trouble.kind] += 1
            if trouble.kind == "drop_before" and method in SENDING and chat is not None:
                self._lost(chat)
        return trouble


class Witness(FakeTelegram):
    """Notes each send, each hand-out, and calls back at chosen moments of a send or a commit."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed=seed, first_update=FIRST_UPDATE)
        self.life = 0
        self.attempts: defaultdict[int, list[Attempt]] = defaultdict(list)
        self.handed_out: Counter[int] = Counter()
        self.given: dict[int, Update] = {}
        self.noted: dict[int, float] = {}
        self._trying: dict[asyncio.Task[None] | None, Attempt] = {}
        self._handed_out_at: deque[float] = deque(maxlen=2)
        self.offset = 0
        self._first = FIRST_UPDATE
        self._chance = random.Random(seed)  # noqa: S311
        self.polls = 0
        self.sending = 0
        self.at_send: Callable[[str], bool] | None = None
        self.at_commit: Callable[[], object] | None = None
        self.troubles = self.weather = Watched(seed, lambda chat: self._note(chat, None))
        self.methods.on_message = lambda chat, message: self._note(chat.number, _key(message))
        self.methods.on_hand_out = self._handing_out

    def begin_life(self) -> None:
        """Another life of the bot begins."""
        self.life += 1
        self._handed_out_at.clear()

    def _note(self, chat: int, told: Key | None) -> None:
        attempt = self._trying[asyncio.current_task()] = Attempt(self.life, told)
        self.attempts[chat].append(attempt)

    def some_given(self, most: int) -> list[Update]:
        """Updates that were handed out in this numbering, in order, some of them twice."""
        numbers = [number for number in self.given if self._first <= number < self._first + ROOM]
        some = self._chance.sample(numbers, k=min(most, len(numbers)))
        return [self.given[number] for number in sorted(some + some[: most // 4])]

    def restart_lower(self) -> None:
        """Go on with numbers that were never used, below all that were."""
        self._first -= ROOM
        self.updates.restart(self._first)

    def _handing_out(self, updates: list[Update]) -> None:
        self.handed_out.update(update["update_id"] for update in updates)
        self.given |= {update["update_id"]: update for update in updates}
        self._handed_out_at.append(time.monotonic())

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        method = request.path.rpartition("/")[2]
        if method == "getUpdates":
            await self._polled(request)
        if method not in SENDING:
            return await super()._handle(request)
        self.sending += 1
        try:
            return await self._sent(request)
        finally:
            self.sending -= 1

    async def _polled(self, request: web.BaseRequest) -> None:
        """Call back when an offset confirms something: its turns are committed, its replies not yet sent."""
        self.polls += 1
        self.offset = (await request.json()).get("offset") or 0
        waiting = self.updates.waiting
        if waiting and waiting[0]["update_id"] < self.offset:
            self._committed()

    def _committed(self) -> None:
        """What was answered before the last batch but one was handed out is noted, as its commit and another came."""
        if len(self._handed_out_at) == self._handed_out_at.maxlen:
            self.noted[self.life] = self._handed_out_at[0]
        if self.at_commit:
            self.at_commit()

    async def _sent(self, request: web.BaseRequest) -> web.StreamResponse:
        if self.at_send and self.at_send("before") and request.transport is not None:
            request.transport.abort()
            return web.Response(status=500)
        response = await super()._handle(request)
        attempt = self._trying.pop(asyncio.current_task(), None)
        if attempt is not None and response.status == HTTPStatus.OK:
            attempt.answered = time.monotonic()
        if self.at_send:
            self.at_send("after")
        return response


def _key(message: Message) -> Key:
    return key(message.document[0] if message.document else message.text, message.rows)


def seen_by(chat: Chat) -> list[Key]:
    """What stands in a chat, oldest first."""
    return [_key(message) for message in chat.from_bot]
