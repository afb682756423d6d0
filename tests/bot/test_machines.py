"""Several machines: equal processes on one PostgreSQL behind a load balancer, and one of them killed."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import aiohttp
import psycopg
import pytest

from bot.store import Keys
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.postgres import postgres_server, postgres_url

__all__ = ["postgres_server", "postgres_url"]

PATIENCE = 60.0
PEOPLE = range(1001, 1013)
ALONE = 1000

TAPS = ("English", "25 or older", "Yes, keep it", "My partner")
QUICKLY = ("/help", "/privacy", "/menu", "/help", "/abracadabra", "/menu")


@dataclass
class Machine:
    """One process, with a folder of its own: it shares nothing with others but its settings."""

    process: asyncio.subprocess.Process
    log: Path

    async def root(self) -> str:
        """Wait until it serves; gives its address."""
        await until(lambda: '"listening"' in self.log.read_text())
        lines = map(json.loads, self.log.read_text().splitlines())
        port = next(line["port"] for line in lines if line["event"] == "listening")
        return f"http://127.0.0.1:{port}"


async def until(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110  it happens in another process
            await asyncio.sleep(0.02)


@asynccontextmanager
async def machine(folder: Path, fake: FakeTelegram, **settings: str) -> AsyncIterator[Machine]:
    """Run one process that serves by webhook, on any port."""
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": fake.root,
        "WEBHOOK_URL": "https://bot.example.org/telegram",
        "WEBHOOK_SECRET": "a-secret-of-some-length",
        "PORT": "0",
        "VRAAGKRACHT_DATA": str(folder / "data"),
        "VRAAGKRACHT_KEY_FILE": str(folder / "keys" / "keys"),
        "VRAAGKRACHT_MESSAGES_PER_SECOND": "0",
        "VRAAGKRACHT_CHAT_MESSAGES_PER_SECOND": "0",
    }
    command = (sys.executable, "-m", "bot", "run")
    with (folder / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(*command, env=env | settings, stdout=log, stderr=log)
    try:
        yield Machine(process, folder / "log")
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


@asynccontextmanager
async def machines(folder: Path, fake: FakeTelegram, url: str, number: int) -> AsyncIterator[list[Machine]]:
    """Run equal processes behind a load balancer."""
    shared = {"DATABASE_URL": url, "VRAAGKRACHT_KEYS": Keys.fresh().text().replace("\n", " ")}
    async with AsyncExitStack() as running:
        made = []
        for each in range(number):
            own = folder / str(each)
            own.mkdir()
            made.append(await running.enter_async_context(machine(own, fake, **shared)))
        fake.push.machines = [await each.root() for each in made]
        await until(lambda: fake.push.url)
        yield made


def heard(fake: FakeTelegram, chat: int) -> list[str]:
    """What a person was told, in order; what was on its way at a kill may have come twice."""
    return [text for text, _ in groupby(fake.chat(chat).texts)]


async def talk(fake: FakeTelegram, chat: int) -> None:
    """Walk the road: wait for each button, and at the end type faster than anybody answers. All comes twice."""
    fake.updates.repeat(fake.say(chat, "/start", language="en"))
    for label in TAPS:
        await until(lambda label=label: has_button(fake, chat, label))
        fake.updates.repeat(fake.tap(chat, label))
    await until(lambda: "What do you call" in fake.chat(chat).texts[-1])
    for text in QUICKLY:
        fake.updates.repeat(fake.say(chat, text))


def has_button(fake: FakeTelegram, chat: int, label: str) -> bool:
    return any(message.button(label) for message in fake.chat(chat).messages.values())


def left(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM outbox").fetchone()
    return int(row[0]) if row else -1


async def killed_halfway(fake: FakeTelegram, victim: Machine) -> None:
    """Kill a process with its hands full: turns are taken, and their replies are on their way."""
    await until(lambda: sum("How old are you" in " ".join(heard(fake, chat)) for chat in PEOPLE) >= len(PEOPLE) // 2)
    fake.delay = 0.3
    await asyncio.sleep(0.2)
    victim.process.send_signal(signal.SIGKILL)
    assert await victim.process.wait() == -signal.SIGKILL
    fake.delay = 0.01


@pytest.mark.timeout(240)
async def test_with_one_of_three_machines_killed_nothing_is_lost_or_doubled(
    tmp_path: Path, postgres_url: str
) -> None:
    """What the dead had claimed is taken over as soon as it is not renewed any more."""
    async with FakeTelegram(delay=0.01) as fake, machines(tmp_path, fake, postgres_url, 3) as running:
        await talk(fake, ALONE)
        await until(lambda: not fake.updates.waiting and not left(postgres_url))
        await asyncio.gather(killed_halfway(fake, running[1]), *(talk(fake, chat) for chat in PEOPLE))
        await until(lambda: not fake.updates.waiting and not left(postgres_url))
        await stopped_well(running[0], running[2])
    assert len(heard(fake, ALONE)) > len(TAPS) + len(QUICKLY)
    for chat in PEOPLE:
        assert heard(fake, chat) == heard(fake, ALONE)
    assert {status for _, status in fake.push.answers} == {200, 0}


async def stopped_well(*running: Machine) -> None:
    """Ask processes to end, and see that they do, in good order."""
    for each in running:
        each.process.send_signal(signal.SIGTERM)
    for each in running:
        assert await asyncio.wait_for(each.process.wait(), PATIENCE) == 0


async def test_machines_that_start_together_tell_telegram_of_one_webhook(tmp_path: Path, postgres_url: str) -> None:
    async with FakeTelegram() as fake, machines(tmp_path, fake, postgres_url, 2) as running:
        for each in running:
            async with aiohttp.ClientSession(await each.root()) as client:
                for page in ("/healthz", "/readyz", "/metrics"):
                    async with client.get(page) as answer:
                        assert answer.status == 200
        await stopped_well(*running)
    assert fake.calls["setWebhook"] <= 2


async def test_one_process_with_a_file_serves_by_webhook_and_keeps_its_figures_to_itself(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    own = {"METRICS_PORT": str(unused_tcp_port)}
    async with FakeTelegram() as fake, machine(tmp_path, fake, **own) as one, aiohttp.ClientSession() as client:
        fake.push.machines = [root := await one.root()]
        fake.say(ALONE, "/start", language="en")
        await until(lambda: has_button(fake, ALONE, "English"))
        async with client.get(f"{root}/metrics") as answer:
            assert answer.status == 404
        async with client.get(f"http://127.0.0.1:{unused_tcp_port}/metrics") as answer:
            figures = await answer.text()
        await stopped_well(one)
    assert 'vraagkracht_updates_total{kind="started"} 1.0' in figures
    assert "vraagkracht_first_reply_seconds_count 1.0" in figures
    assert "chat" not in figures.lower()


async def test_while_polling_the_figures_are_served_to_this_machine(tmp_path: Path, unused_tcp_port: int) -> None:
    own = {"METRICS_PORT": str(unused_tcp_port), "WEBHOOK_URL": "", "WEBHOOK_SECRET": ""}
    root = f"http://127.0.0.1:{unused_tcp_port}"
    async with FakeTelegram() as fake, machine(tmp_path, fake, **own), aiohttp.ClientSession(root) as client:
        fake.say(ALONE, "/start", language="en")
        await until(lambda: has_button(fake, ALONE, "English"))
        async with client.get("/metrics") as answer:
            assert 'vraagkracht_updates_total{kind="started"} 1.0' in await answer.text()
        async with client.get("/readyz") as answer:
            assert answer.status == 200


@pytest.mark.parametrize(("setting", "said"), [("PORT", "in use"), ("WEBHOOK_SECRET", "16 to 256")])
async def test_what_keeps_it_from_serving_is_told_in_one_line(tmp_path: Path, setting: str, said: str) -> None:
    async with FakeTelegram() as fake:
        wrong = {"PORT": fake.root.rpartition(":")[2], "WEBHOOK_SECRET": "short"}[setting]
        async with machine(tmp_path, fake, **{setting: wrong}) as one:
            assert await asyncio.wait_for(one.process.wait(), PATIENCE) == 1
    assert said in one.log.read_text().splitlines()[-1]
    assert "Traceback" not in one.log.read_text()
