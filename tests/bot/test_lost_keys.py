"""The real process when keys are rotated, or lost."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.store import read_keys
from tests.bot.test_process import CHAT, PATIENCE, bot, shown
from tests.fake_telegram import FakeTelegram
from tests.operator_at_work import LOSSES, Operator, operator

__all__ = ["operator"]


@pytest.fixture
def stored(operator: Operator) -> Callable[[], list[bytes]]:
    """Read all sealed values, behind the back of the store."""

    def values() -> list[bytes]:
        with closing(sqlite3.connect(operator.data / "vraagkracht.db")) as database:
            return sorted(row[0] for row in database.execute("SELECT sealed FROM conversation"))

    return values


async def talk_a_little(folder: Path, fake: FakeTelegram) -> None:
    async with bot(folder, fake) as process:
        fake.say(CHAT, "/start", language="en")
        await shown(fake, "Which language")
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), PATIENCE) == 0


@pytest.mark.parametrize("lose", LOSSES)
async def test_a_lost_key_ends_the_process_with_one_line_and_changes_nothing(
    tmp_path: Path, operator: Operator, stored: Callable[[], list[bytes]], lose: Callable[[Operator], str]
) -> None:
    async with FakeTelegram() as fake:
        await talk_a_little(tmp_path, fake)
        before, hint = stored(), lose(operator)
        keys = operator.file.read_bytes() if operator.file.exists() else None
        (tmp_path / "log").unlink()
        async with bot(tmp_path, fake) as process:
            assert await asyncio.wait_for(process.wait(), PATIENCE) == 1
    said = (tmp_path / "log").read_text().splitlines()
    assert len(said) == 1
    assert hint in said[0]
    assert stored() == before
    assert (operator.file.read_bytes() if operator.file.exists() else None) == keys


async def test_a_talk_goes_on_after_a_rotation_during_it(
    tmp_path: Path, operator: Operator, stored: Callable[[], list[bytes]]
) -> None:
    async with FakeTelegram() as fake:
        async with bot(tmp_path, fake) as process:
            fake.say(CHAT, "/start", language="en")
            await shown(fake, "Which language")
            assert "within the hour" in operator.types("rotate").said
            fake.tap(CHAT, "English")
            await shown(fake, "How old are you?")
            process.send_signal(signal.SIGTERM)
            await process.wait()
        async with bot(tmp_path, fake), asyncio.timeout(PATIENCE):
            newest = read_keys(operator.file).names[0]
            while {value[1:5] for value in stored()} != {newest}:  # noqa: ASYNC110  it happens in another process
                await asyncio.sleep(0.02)
            fake.tap(CHAT, "25 or older")
            await shown(fake, "May I keep it?")
