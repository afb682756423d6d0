"""Who is compared: how each bot is started, and which walk its people take."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fake_telegram import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
OTHERS = ROOT / ".venv-bench" / "bin" / "python"

UNLIMITED = {"VRAAGKRACHT_MESSAGES_PER_SECOND": "0", "VRAAGKRACHT_CHAT_MESSAGES_PER_SECOND": "0"}


@dataclass(frozen=True, slots=True)
class Contender:
    """A bot: its letter in the tables, its name, the walk of its people, and the program if it is another's."""

    letter: str
    name: str
    walk: str
    program: str = ""
    on_postgres: bool = False

    def command(self) -> list[str]:
        """Give the command that starts it."""
        if self.program:
            return [str(OTHERS), str(ROOT / "bench" / "bots" / f"{self.program}.py")]
        return [sys.executable, "-m", "bot", "run"]

    def environment(self, root: str, folder: Path, database: Callable[[], str], *, limited: bool) -> dict[str, str]:
        """Give its environment: the Bot API at ``root``, and all that it keeps in a folder."""
        there = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"}
        if self.program:
            kept = str(folder / "talk.pickle")
            return there | {
                "BENCH_TOKEN": TOKEN,
                "BENCH_ROOT": root,
                "BENCH_BASE": f"{root}/bot",
                "BENCH_FILE": kept,
            }
        return (
            there
            | {
                "PYTHONPATH": str(ROOT),
                "TELEGRAM_BOT_TOKEN": TOKEN,
                "TELEGRAM_API_URL": root,
                "DATABASE_URL": database() if self.on_postgres else "",
                "VRAAGKRACHT_DATA": str(folder / "data"),
                "VRAAGKRACHT_KEY_FILE": str(folder / "keys" / "keys"),
            }
            | ({} if limited else UNLIMITED)
        )


ALL = (
    Contender("a", "python-telegram-bot, echo", "echo", "ptb_echo"),
    Contender("b", "python-telegram-bot, ConversationHandler + PicklePersistence", "steps", "ptb_talk"),
    Contender("c1", "aiogram 3, echo", "echo", "aiogram_echo"),
    Contender("c2", "aiogram 3, FSM in memory", "steps", "aiogram_talk"),
    Contender("d", "Vraagkracht on SQLite", "talk"),
    Contender("e", "Vraagkracht on PostgreSQL", "talk", on_postgres=True),
    Contender("d+", "Vraagkracht on SQLite, the whole talk with its pictures", "whole"),
)
