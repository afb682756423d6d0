"""What a million kept conversations cost: start-up, memory, and the time of a turn."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench import report
from bench.contenders import Contender
from bench.crowd import FIRST_CHAT
from bench.measure import Figures, Setting, run
from bot.store import Store
from bot.store.seal import Keys, Seal
from dialogues.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 5000
SEALED_BYTES = 2000
NOTE_BYTES = 1450
"""Of random letters in each session, which do not shrink; the rest of it brings the row to 2 kB."""

PACE = Setting("growth", "People who come back, 50 updates a second", pace=50.0, chats=200)


def grow(sizes: list[int], rounds: int, seconds: float) -> str:
    """Fill a store for each size, and measure the bot on each, alternating."""
    found: dict[int, list[Figures]] = {size: [] for size in sizes}
    with tempfile.TemporaryDirectory(prefix="growth-") as folder:
        for size in sizes:
            _note(f"{size} conversations: filling ...")
            _note(f"{size} conversations: {fill(Path(folder) / str(size), size) / 2**20:.0f} MB")
        for number in range(rounds):
            for size in sizes:
                figures = measured(Path(folder) / str(size), size, seconds)
                found[size].append(figures)
                _note(
                    f"{number + 1}/{rounds} {size:8}: start {figures.start:.2f} s, {figures.memory:.0f} MB, "
                    f"turn {1000 * figures.p50:.1f} ms, p99 {1000 * figures.p99:.1f} ms, CPU {figures.cpu:.2f} s/1000"
                )
    return "\n".join(table(found)) + "\n"


def measured(folder: Path, size: int, seconds: float) -> Figures:
    """Serve people who come back, from all over the store."""
    ours = Contender("d", "Vraagkracht on SQLite", "returning")
    return run(ours, PACE, seconds, str, warm=2.0, folder=folder, known=size)


def fill(folder: Path, size: int) -> int:
    """Make a store with so many conversations; returns the bytes of its file."""
    (folder / "data").mkdir(parents=True, mode=0o700)
    keys = Keys.fresh()
    (folder / "keys").mkdir(mode=0o700)
    (folder / "keys" / "keys").write_text(keys.text())
    (folder / "keys" / "keys").chmod(0o600)
    file, seal = folder / "data" / "vraagkracht.db", Seal(keys)
    with Store.open(f"sqlite:///{file}", seal) as store:
        _check_size(seal)
        # In the order of their keys, which is the order in which the database keeps them.
        chats = sorted(range(FIRST_CHAT + 1, FIRST_CHAT + size + 1), key=seal.conversation_key)
        now = datetime.now(UTC)
        for start in range(0, size, AT_ONCE):
            with store.transaction() as work:
                kept = chats[start : start + AT_ONCE]
                work.save({chat: (session(), now + timedelta(days=300, seconds=chat % 10**6)) for chat in kept}, now)
        store.forget_traces()
    return file.stat().st_size


def session() -> dict[str, object]:
    """Make the session of somebody in the middle of the talk."""
    one = Session("strain.sleep", language="nl", turn=12, consent=True, notes=[os.urandom(NOTE_BYTES).hex()])
    one.answers = {"welcome.age": "25plus", "welcome.whom": "partner", "welcome.cared_name": "Ria"}
    one.heard_at = datetime.now(UTC).isoformat(timespec="seconds")
    return one.to_json()


def _check_size(seal: Seal) -> None:
    size = len(seal.seal(session(), b"size"))
    if abs(size - SEALED_BYTES) > SEALED_BYTES / 10:
        raise ValueError(f"A session is to be {SEALED_BYTES} bytes when sealed, and is {size}")


def table(found: dict[int, list[Figures]]) -> Iterator[str]:
    """Give the medians for each size."""
    yield report.machine()
    yield ""
    yield "| conversations kept | start to first getUpdates, s | peak RSS MB | p50 of a turn, ms | CPU s per 1000 |"
    yield "|--:|--:|--:|--:|--:|"
    for size, runs in found.items():
        middle = report.medians(runs)
        yield (
            f"| {size:,} | {middle.start:.2f} | {middle.memory:.0f} | {1000 * middle.p50:.1f} | {middle.cpu:.2f} |"
        )


def _note(line: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {line}\n")
    sys.stderr.flush()
