"""The bot's lives: the real process is started, and ends in one way or another."""

from __future__ import annotations

import asyncio
import os
import resource
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from tests.fake_telegram import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).parents[2]


class Home:
    """Where the bot keeps everything: a folder, and perhaps a database elsewhere."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder = folder
        self.database = database
        self.settings = Settings(
            VRAAGKRACHT_DATA=folder / "data",
            VRAAGKRACHT_KEY_FILE=folder / "keys" / "keys",
            database_url=database,  # type: ignore[arg-type]
        )

    @property
    def file(self) -> Path:
        return self.folder / "data" / "vraagkracht.db"

    def environment(self, api: str) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api,
            "DATABASE_URL": self.database,
            "VRAAGKRACHT_DATA": str(self.folder / "data"),
            "VRAAGKRACHT_KEY_FILE": str(self.folder / "keys" / "keys"),
            "VRAAGKRACHT_MESSAGES_PER_SECOND": "0",
            "VRAAGKRACHT_CHAT_MESSAGES_PER_SECOND": "0",
        }

    @asynccontextmanager
    async def life(self, api: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """One life of the bot; it does not outlive the block."""
        with (self.folder / "log").open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", cwd=ROOT, env=self.environment(api), stderr=log
            )
        try:
            yield process
        finally:
            kill(process)
            await process.wait()


def kill(process: asyncio.subprocess.Process) -> bool:
    """End the process with SIGKILL; tells whether it was alive."""
    alive = process.returncode is None
    if alive:
        process.kill()
    return alive


def fill_disk(process: asyncio.subprocess.Process) -> None:
    """Let no file of the process grow, as on a full disk; its log is one of them."""
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


def free_disk(process: asyncio.subprocess.Process) -> None:
    """Let files grow again."""
    if process.returncode is None:
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
