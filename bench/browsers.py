"""Many talks in a browser at once, beside Telegram traffic, on one process: what is lost, doubled, or late.

Each browser asks as the page's own script does. Every tenth answer is sent twice, as a bad line would have it.
"""

from __future__ import annotations

import asyncio
import html
import json
import random
import re
import socket
import statistics
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bench.contenders import Contender
from bench.measure import Bot, Crowd, bot, crowd
from tests.postgres import PostgresServer

TELEGRAM_PACE = 20.0
"""Updates a second from Telegram meanwhile: with 1.3 messages each, nearly as many as may leave."""

TELEGRAM_CHATS = 200
ANSWER_SECONDS = 30.0
RAMP_SECONDS = 10.0
TWICE_EACH = 10
TYPED = "Het is veel de laatste tijd."

_HIDDEN = re.compile(r'<input type="hidden" name="(n|seen|tone)" value="([^"]*)"')
_TAP = re.compile(r'class="(?:choice|main)" name="tap" value="([^"]*)"')


@dataclass
class Seen:
    """What all browsers saw."""

    replies: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    talks: int = 0


@dataclass
class Browser:
    """One browser: opens a talk, and answers until it is told to stop."""

    http: aiohttp.ClientSession
    root: str
    number: int
    think: float
    seen: Seen
    fields: dict[str, str] = field(default_factory=dict)
    taps: list[str] = field(default_factory=list)
    answers: int = 0

    async def live(self) -> None:
        """Come in some time, and talk; after a talk was erased, begin another."""
        chance = random.Random(self.number)  # noqa: S311  nothing depends on who guesses it
        await asyncio.sleep(chance.uniform(0, RAMP_SECONDS))
        while True:
            if "n" not in self.fields:
                await self._begin()
            await asyncio.sleep(chance.uniform(0.5, 1.5) * self.think)
            await self._answer(chance)

    async def _begin(self) -> None:
        self._read(await self._ask("begin", {"lang": "nl"}))
        self.seen.talks += 1

    async def _answer(self, chance: random.Random) -> None:
        self.answers += 1
        said = {"tap": chance.choice(self.taps)} if self.taps and self.answers % 5 else {"text": TYPED}
        before, given = int(self.fields.get("n", 0)), {**self.fields, **said}
        began = time.perf_counter()
        page = await self._ask("say", given)
        self.seen.replies.append(time.perf_counter() - began)
        if self.answers % TWICE_EACH == 0:
            page = await self._ask("say", given)
        self._read(page)
        after = int(self.fields.get("n", before + 1))
        if after != before + 1:
            self.seen.wrong["lost" if after <= before else "doubled"] += 1

    def _read(self, page: str) -> None:
        self.fields, self.taps = dict(_HIDDEN.findall(page)), [html.unescape(each) for each in _TAP.findall(page)]

    async def _ask(self, path: str, given: dict[str, str]) -> str:
        """Post a form; one that is told to load the page anew does so."""
        try:
            async with self.http.post(f"{self.root}{path}", data=given, headers=self._headers(path)) as answer:
                page = await answer.text()
                if answer.status != 200:  # noqa: PLR2004  the number says it best
                    self.seen.wrong[f"answered {answer.status}"] += 1
            if "HX-Refresh" in answer.headers or "HX-Redirect" in answer.headers:
                async with self.http.get(self.root, headers=self._headers("")) as answer:
                    page = await answer.text()
        except (TimeoutError, aiohttp.ClientError) as error:
            self.seen.wrong[type(error).__name__] += 1
            page = ""
        return page

    def _headers(self, path: str) -> dict[str, str]:
        """Come from one's own origin, and each from another network, as our own proxy would tell."""
        own = {"Origin": self.root.rstrip("/"), "X-Forwarded-For": f"10.{self.number >> 8}.{self.number & 255}.9"}
        return own | ({"HX-Request": "true"} if path == "say" else {})


def load(browsers: int, seconds: float, think: float) -> str:
    """Let so many browsers talk beside Telegram, on PostgreSQL, and tell how it went."""
    with PostgresServer() as server, tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ours = Contender("e", "Vraagkracht on PostgreSQL", "talk", on_postgres=True)
        options: dict[str, object] = {"walk": "talk", "delay": 0.05, "pace": TELEGRAM_PACE, "chats": TELEGRAM_CHATS}
        with crowd(options | {"warm": RAMP_SECONDS + think, "seconds": seconds, "known": 0}) as people:
            port = _free_port()
            page = {"WEB_URL": f"http://127.0.0.1:{port}", "PORT": str(port)}
            environment = ours.environment(people.read(), Path(folder), server.create, limited=True) | page
            with bot(ours.command(), environment, Path(folder) / "log") as served:
                people.expect("polled")
                return "\n".join(_measured(people, served, f"http://127.0.0.1:{port}/", (browsers, think)))


def _measured(people: Crowd, served: Bot, root: str, who: tuple[int, float]) -> Iterator[str]:
    seen, stop = Seen(), threading.Event()
    running = threading.Thread(target=lambda: asyncio.run(_all(root, *who, seen, stop)))
    running.start()
    people.write("go")
    try:
        people.expect("begin")
        warm, spent, began = len(seen.replies), served.cpu(), time.perf_counter()
        telegram = sorted(_replies(people.read()))
        took, spent = time.perf_counter() - began, served.cpu() - spent
    finally:
        stop.set()
        running.join()
    replies = sorted(seen.replies[warm:])
    yield f"{who[0]} browsers, {seen.talks} talks, {len(replies) / took:.0f} answers a second for {took:.0f} s"
    yield f"in the browser  {_times(replies)}"
    yield f"in Telegram     {_times(telegram)} ({len(telegram)} replies beside it)"
    yield f"wrong           {dict(seen.wrong) or 'nothing'}"
    yield f"process         {spent / took:.0%} of a core, {served.memory():.0f} MB\n"


async def _all(root: str, browsers: int, think: float, seen: Seen, stop: threading.Event) -> None:
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
    sessions = [
        aiohttp.ClientSession(connector=connector, connector_owner=False, timeout=timeout, cookie_jar=_jar())
        for _each in range(browsers)
    ]
    tasks = [
        asyncio.create_task(Browser(http, root, number, think, seen).live()) for number, http in enumerate(sessions)
    ]
    await asyncio.to_thread(stop.wait)
    for task in tasks:
        task.cancel()
    for failed in await asyncio.gather(*tasks, return_exceptions=True):
        if not isinstance(failed, asyncio.CancelledError):
            seen.wrong[repr(failed)] += 1
    for http in sessions:
        await http.close()
    await connector.close()


def _jar() -> aiohttp.CookieJar:
    return aiohttp.CookieJar(unsafe=True)


def _replies(line: str) -> list[float]:
    return list(json.loads(line)["replies"])


def _times(replies: list[float]) -> str:
    if not replies:
        return "no replies"
    late = replies[int(0.99 * (len(replies) - 1))]
    return f"p50 {1000 * statistics.median(replies):.0f} ms, p99 {1000 * late:.0f} ms"


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
