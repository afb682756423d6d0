"""A webhook at which tests knock, with conversations that only echo."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from typing import Any

import httpx
from structlog.testing import capture_logs

from bot.post import Call, Incoming, Outcome, Waiting
from bot.telegram import outgoing
from bot.telegram.hook import SECRET_HEADER, Hook
from bot.telegram.patience import Rhythm
from bot.telegram.sender import Limits, Sender
from bot.telegram.upkeep import Upkeep
from bot.webhook import Webhook
from dialogues.inputs import Said

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HOOK = Hook("https://bot.example.org/telegram", "a-secret-of-some-length")
KNOWN = {SECRET_HEADER: HOOK.secret}
QUICK = Rhythm(reminders=1000, leftovers=1000, first_pause=0.01, longest_pause=0.02, drain=0.5)


class Echo:
    """Conversations that say back what they hear; a gate holds the transaction open."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.trouble: dict[str, Exception] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.inside = threading.Event()
        self.numbers = count(1)

    def take(self, batch: Sequence[Incoming], now: datetime) -> Outcome:
        assert now == NOW
        self.inside.set()
        self.gate.wait(5)
        said = [each.input.text if isinstance(each.input, Said) else "" for each in batch]
        for text in said:
            if text in self.trouble:
                raise self.trouble[text]
        self.batches.append(said)
        return Outcome(waiting=[self._reply(each.chat, text) for each, text in zip(batch, said, strict=True)])

    def come_due(self, now: datetime) -> Outcome:
        assert now == NOW
        return Outcome()

    def _reply(self, chat: int, text: str) -> Waiting:
        return Waiting(next(self.numbers), chat, *outgoing.message(chat, f"You said {text}"))


class Deaf:
    """A Bot API that takes every call."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    async def call(self, call: Call) -> Any:
        self.calls.append(call)
        return True


class Bench:
    """A webhook and what surrounds it; ``post`` knocks at its app without a network."""

    def __init__(self, api: Any = None, hook: Hook = HOOK) -> None:
        self.talks = Echo()
        self.blocked: list[int] = []
        self.api = api or Deaf()
        self.sender = Sender(self.api, note=lambda sent: sent(), blocked=bool, limits=Limits(100, 0, 0))
        self.upkeep = Upkeep(
            self.talks, self.sender, claim=list, blocked=self.blocked.append, clock=lambda: NOW, rhythm=QUICK
        )
        self.webhook = Webhook(self.api, self.upkeep, hook, 0, [])

    async def post(self, content: Any, headers: Any = KNOWN, path: str = "/telegram") -> int:
        transport = httpx.ASGITransport(self.webhook.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
            return (await client.post(path, content=content, headers=headers)).status_code

    def knock(self, number: int, text: str, chat: int = 7) -> asyncio.Task[int]:
        return asyncio.create_task(self.post(update(number, text, chat)))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[int]:
        """Serve over HTTP; gives the port."""
        with capture_logs() as logs:
            running = asyncio.create_task(self.webhook.run())
            try:
                await eventually(lambda: logs or running.done())
                yield next(entry["port"] for entry in logs)
            finally:
                self.webhook.stop()
                await asyncio.wait_for(running, 5)


def update(number: int, text: str, chat: int = 7) -> bytes:
    message = {"message_id": 1, "chat": {"id": chat, "type": "private"}, "from": {"id": chat}, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


async def eventually(condition: Callable[[], object], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  what threads do sets no event
            await asyncio.sleep(0.002)
