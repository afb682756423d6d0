"""The process: alone without a token, and beside Telegram when the world has an address for it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

import httpx
import pytest
from pydantic import ValidationError

from bot import serve
from bot.facts import page
from bot.meter import UNMEASURED
from bot.metrics import Metrics
from bot.settings import Settings
from bot.site import Pulse, Watch
from bot.words import Speaker
from tests.fake_telegram import TOKEN, FakeTelegram
from tests.person import talks_in

PATIENCE = 60.0


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(Path(__file__).parents[3]),
        "VRAAGKRACHT_DATA": str(folder / "data"),
        "VRAAGKRACHT_KEY_FILE": str(folder / "keys" / "keys"),
        "PORT": "0",
    } | more


async def started(folder: Path, **more: str) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "start", env=environment(folder, **more), stdout=pipe, stderr=pipe
    )


async def port_told(stream: asyncio.StreamReader | None, pattern: str) -> int:
    """Wait for the line that tells the port."""
    assert stream is not None
    async with asyncio.timeout(PATIENCE):
        while line := (await stream.readline()).decode():
            if found := re.search(pattern, line):
                return int(found[1])
    raise AssertionError("the process ended")


async def ended(process: asyncio.subprocess.Process) -> int:
    process.send_signal(signal.SIGTERM)
    return await asyncio.wait_for(process.wait(), PATIENCE)


async def test_without_a_token_the_address_is_told_and_only_this_machine_is_served(tmp_path: Path) -> None:
    process = await started(tmp_path)
    port = await port_told(process.stdout, r"http://127\.0\.0\.1:(\d+)/")
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert "Beginnen" in (await client.get("/")).text
        assert (await client.get("/healthz")).text == "ok"
        assert (await client.get("/metrics")).status_code == 404
    assert await ended(process) == 0


async def test_with_an_address_the_page_is_served_beside_telegram_by_the_same_process(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        process = await started(
            tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=fake.root, WEB_URL="https://talk.example.org/zorg"
        )
        port = await port_told(process.stderr, r'"port": (\d+)')
        fake.say(7, "/start", language="en")
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            host = {"host": "talk.example.org"}
            assert "Beginnen" in (await client.get("/zorg/", headers=host)).text
            assert (await client.get("/zorg/")).status_code == 403
            assert (await client.get("/metrics", headers=host)).status_code == 404
        async with asyncio.timeout(PATIENCE):
            while not fake.chats.open(7).texts:  # noqa: ASYNC110  it happens in another process
                await asyncio.sleep(0.02)
        assert await ended(process) == 0


def test_the_figures_do_not_stand_where_the_world_comes(tmp_path: Path) -> None:
    talks = talks_in(tmp_path)
    watch = Watch(Pulse(talks.store.backlog), Metrics(), serve.clock, lambda: False)
    for url, shown in (("", True), ("https://talk.example.org", False)):
        routes = serve._pages(Settings(WEB_URL=url), talks, watch, UNMEASURED)
        assert any(getattr(each, "path", "") == "/metrics" for each in routes) is shown
    talks.store.close()


@pytest.mark.parametrize("url", ["talk.example.org", "ftp://x", "https://x/?a=b", "https://x#y", "https://user@x"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValidationError):
        Settings(WEB_URL=url)


def test_telegram_names_the_page_in_the_persons_language_and_tone() -> None:
    url = Settings(WEB_URL="https://talk.example.org").web_url
    assert "https://talk.example.org/?lang=nl&for=young" in page(Speaker("nl", young=True), url)
    assert page(Speaker("nl", young=True), "") == ""
