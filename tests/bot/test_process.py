"""The real process, over real HTTP, with a Bot API that refuses what Telegram refuses."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import bookshelf
from tests.fake_telegram import TOKEN, FakeTelegram

CHAT = 123456789
PATIENCE = 30.0


@asynccontextmanager
async def bot(folder: Path, fake: FakeTelegram, **more: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot as an operator would, with everything it keeps in a folder."""
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": fake.root,
        "VRAAGKRACHT_DATA": str(folder / "data"),
        "VRAAGKRACHT_KEY_FILE": str(folder / "keys" / "keys"),
        "VRAAGKRACHT_CHAT_MESSAGES_PER_SECOND": "0",
    }
    with (folder / "log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=env | more, stdout=log, stderr=log
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()


async def shown(fake: FakeTelegram, words: str) -> None:
    """Wait until words stand in the last messages of the chat."""
    async with asyncio.timeout(PATIENCE):
        while not any(words in text for text in fake.chats.open(CHAT).texts[-3:]):  # noqa: ASYNC110  it happens in another process
            await asyncio.sleep(0.02)


async def test_a_talk_goes_on_where_it_was_after_the_process_was_killed(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        async with bot(tmp_path, fake) as process:
            fake.say(CHAT, "/start", language="en")
            await shown(fake, "Which language")
            fake.tap(CHAT, "English")
            await shown(fake, "How old are you?")
            fake.tap(CHAT, "25 or older")
            await shown(fake, "May I keep it?")
            process.send_signal(signal.SIGKILL)
            await process.wait()
        fake.tap(CHAT, "Yes, keep it")
        async with bot(tmp_path, fake) as process:
            await shown(fake, "Who is it?")
            fake.tap(CHAT, "My partner")
            await shown(fake, "What do you call him or her?")
            fake.say(CHAT, "Zwaantje-Philomena")
            await shown(fake, "Zwaantje-Philomena")
            process.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 0
    assert fake.chats.open(CHAT).texts.count("What do you call him or her?") <= 1
    nothing_of_it_is_readable(tmp_path, "Zwaantje", "partner", str(CHAT))


def nothing_of_it_is_readable(folder: Path, *words: str) -> None:
    """Search every file that the bot left behind; what it listens for is the same words for everybody."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != bookshelf.NAME]
    assert any(path.suffix == ".db" for path in files)
    for path in files:
        content = path.read_bytes().lower()
        for word in (*words, TOKEN):
            assert word.lower().encode() not in content, f"{word} stands in {path.name}"


async def test_a_second_process_on_the_same_file_leaves_with_one_clear_line(tmp_path: Path) -> None:
    async with FakeTelegram() as fake, bot(tmp_path, fake):
        fake.say(CHAT, "/start", language="en")
        await shown(fake, "Which language")
        (tmp_path / "log").unlink()
        async with bot(tmp_path, fake) as second:
            assert await asyncio.wait_for(second.wait(), PATIENCE) == 1
    said = (tmp_path / "log").read_text().splitlines()
    assert len(said) == 1


async def test_a_wrong_token_leaves_with_one_clear_line(tmp_path: Path) -> None:
    async with FakeTelegram() as fake, bot(tmp_path, fake, TELEGRAM_BOT_TOKEN="1:wrong") as process:
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 1
    last = (tmp_path / "log").read_text().splitlines()[-1]
    assert "TELEGRAM_BOT_TOKEN" in last
    assert "1:wrong" not in (tmp_path / "log").read_text()


async def test_someone_who_blocked_the_bot_holds_up_nobody(tmp_path: Path) -> None:
    async with FakeTelegram() as fake, bot(tmp_path, fake):
        fake.say(7, "/start", language="en")
        fake.block(7)
        fake.say(CHAT, "/start", language="en")
        await shown(fake, "Which language")


@pytest.mark.parametrize("setting", ["TELEGRAM_BOT_TOKEN", "VRAAGKRACHT_MONTHS_KEPT"])
async def test_a_setting_that_is_missing_or_wrong_is_told_in_one_line(tmp_path: Path, setting: str) -> None:
    wrong = {"TELEGRAM_BOT_TOKEN": "", "VRAAGKRACHT_MONTHS_KEPT": "soon"}[setting]
    async with FakeTelegram() as fake, bot(tmp_path, fake, **{setting: wrong}) as process:
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 1
    said = (tmp_path / "log").read_text().splitlines()
    assert len(said) == 1
    assert setting in said[0]
