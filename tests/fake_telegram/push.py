"""Pushing updates to a webhook, as Telegram does: the updates of one chat one after the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake_telegram.updates import Update, Updates

SECRET = "X-Telegram-Bot-Api-Secret-Token"
CONNECTIONS = 40
NO_ANSWER = 0


class Push:
    """Delivers what waits to the webhook; what is not answered with 200 is delivered again.

    ``machines`` are addresses behind a load balancer that takes each in turn; without them it is
    the webhook's own address. ``answers`` are all deliveries: the update's number and the status.
    """

    def __init__(self, updates: Updates) -> None:
        self.url = ""
        self.secret = ""
        self.connections = CONNECTIONS
        self.machines: list[str] = []
        self.answers: list[tuple[int, int]] = []
        self.pause = 0.05
        self.seconds = 60.0
        self.on_answer: Callable[[], None] = bool
        self._updates = updates
        self._turn = 0
        self._busy: dict[Any, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        updates.on_put = self.wake

    def set(self, url: str, secret: str = "", connections: int = CONNECTIONS) -> None:
        self.url, self.secret, self.connections = url, secret, connections
        self.wake()

    def wake(self) -> None:
        """Begin to deliver what can be delivered now."""
        for update in list(self._updates.waiting) if self.url else ():
            chat = _chat(update)
            if chat not in self._busy and len(self._busy) < self.connections:
                self._busy[chat] = asyncio.create_task(self._deliver(chat, update))

    async def close(self) -> None:
        self.url = ""
        tasks = list(self._busy.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _deliver(self, chat: Any, update: Update) -> None:
        while self.url:
            status = await self._post(update)
            self.answers.append((update["update_id"], status))
            if status == 200:
                self._updates.done(update)
                break
            self.on_answer()
            await asyncio.sleep(self.pause)
        del self._busy[chat]
        self.on_answer()
        self.wake()

    async def _post(self, update: Update) -> int:
        limit, headers = aiohttp.ClientTimeout(total=self.seconds), {SECRET: self.secret}
        try:
            async with self._open().post(self._target(), json=update, headers=headers, timeout=limit) as answer:
                return answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            return NO_ANSWER

    def _target(self) -> str:
        if not self.machines:
            return self.url
        self._turn += 1
        where = urlsplit(self.url)._replace(scheme="", netloc="")
        return self.machines[self._turn % len(self.machines)] + urlunsplit(where)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        return self._session


def _chat(update: Update) -> Any:
    """The chat an update belongs to; what belongs to none stands alone."""
    content = next((value for key, value in update.items() if key != "update_id"), None) or {}
    chat = content.get("chat") or content.get("message", {}).get("chat") or {}
    return chat.get("id", f"update {update['update_id']}")
