"""Steering a fake in another process: each act of its people and each look at a chat, over HTTP."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import aiohttp
    from aiohttp import web

    from tests.fake_telegram.server import FakeTelegram

ACTS = ("say", "send", "edit", "tap", "tap_on", "link", "copied", "block", "unblock", "forget_taps")


class Control:
    """Serves /control/<act>, with the act's arguments as a JSON object."""

    def __init__(self, fake: FakeTelegram) -> None:
        self._fake = fake

    async def answer(self, request: web.BaseRequest) -> Any:
        act = request.path.removeprefix("/control/")
        given = await request.json() if request.can_read_body else {}
        try:
            return {"result": self._do(act, given)}
        except (LookupError, AttributeError, TypeError) as error:
            return {"error": f"{act}: {error}"}

    def _do(self, act: str, given: dict[str, Any]) -> Any:
        if act in ACTS:
            return getattr(self._fake, act)(**given)
        return getattr(self, f"_{act}")(**given)

    def _seen(self, chat: int) -> Any:
        """What a person sees: the messages with their buttons, the toasts, and all as one text."""
        there = self._fake.chat(chat)
        messages = [
            asdict(message) | {"document": None, "photo": None, "voice": None} for message in there.messages.values()
        ]
        return {"messages": messages, "toasts": there.toasts, "transcript": there.transcript}

    def _trouble(self, kind: str, **how: Any) -> Any:
        self._fake.trouble(kind, **how)

    def _calm(self) -> Any:
        self._fake.troubles.all.clear()

    def _delay(self, seconds: float) -> Any:
        self._fake.delay = seconds

    def _machines(self, roots: list[str]) -> Any:
        self._fake.push.machines = roots

    def _restart_ids(self, at: int) -> Any:
        self._fake.updates.restart(at)

    def _repeat(self, update: dict[str, Any]) -> Any:
        self._fake.updates.repeat(update)

    def _counts(self) -> Any:
        fake = self._fake
        return {
            "calls": dict(fake.calls),
            "refused": dict(fake.refused),
            "waiting": len(fake.updates.waiting),
            "confirmed": fake.updates.confirmed,
            "conflicts": fake.updates.conflicts,
            "troubles": fake.troubles.caused,
        }


class Remote:
    """Steers a fake at another address: ``await remote.say(chat=1, text="hello")``."""

    def __init__(self, root: str, session: aiohttp.ClientSession) -> None:
        self.root = root
        self._session = session

    def __getattr__(self, act: str) -> Any:
        async def do(**given: Any) -> Any:
            async with self._session.post(f"{self.root}/control/{act}", json=given) as response:
                answer = await response.json()
            if "error" in answer:
                raise LookupError(answer["error"])
            return answer["result"]

        return do
