"""One run: a crowd and a bot, each a process of its own, and what the bot needs meanwhile."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bench.contenders import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.contenders import Contender

TICKS = os.sysconf("SC_CLK_TCK")
CPU_FIELDS = slice(11, 15)
"""In /proc/<pid>/stat after the name: user and system time, of the process and of its ended children."""

STOP_SECONDS = 10.0

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the Bot API and the people do.

    ``limited`` keeps the limits on sending on; ``warm`` is the least warm-up. With a pace fewer
    people are enough, who then get further than their first words.
    """

    name: str
    title: str
    delay: float = 0.0
    pace: float = 0.0
    limited: bool = False
    chats: int = 400
    warm: float = 0.0


SETTINGS = (
    Setting("at_once", "The Bot API answers at once"),
    Setting("delayed", "The Bot API answers after 50 ms", delay=0.05),
    Setting(
        "paced",
        "Paced: 30 updates a second, limits on sending on, answers after 50 ms",
        delay=0.05,
        pace=30.0,
        limited=True,
    ),
)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run showed; times in seconds, memory in MB, ``cpu`` per 1000 updates."""

    rate: float
    p50: float
    p99: float
    cpu: float
    memory: float
    calls: float
    crowd_load: float
    start: float


class Bot:
    """A running bot, as the operating system sees it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._proc = PROC / str(process.pid)

    def cpu(self) -> float:
        """Give the CPU seconds that it used so far, with what the processes use that it started."""
        tasks = (self._proc / "task").glob("*/children")
        return (
            sum(map(_ticks, [self._proc, *(PROC / child for task in tasks for child in task.read_text().split())]))
            / TICKS
        )

    def memory(self) -> float:
        """Give the most memory that it had at once, in MB."""
        status = (self._proc / "status").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def run(
    contender: Contender,
    setting: Setting,
    seconds: float,
    database: Callable[[], str],
    *,
    warm: float,
    folder: Path | None = None,
    known: int = 0,
    walk: str = "",
) -> Figures:
    """Measure one bot in one setting; in a fresh folder if none is given."""
    with tempfile.TemporaryDirectory(prefix="bench-") as fresh:
        there = folder or Path(fresh)
        options = {
            "walk": walk or contender.walk,
            "delay": setting.delay,
            "pace": setting.pace,
            "warm": max(warm, setting.warm),
        }
        options |= {"seconds": seconds, "chats": setting.chats, "known": known}
        with crowd(options) as people:
            root = people.read()
            environment = contender.environment(root, there, database, limited=setting.limited)
            with bot(contender.command(), environment, there / "log") as served:
                began = time.perf_counter()
                people.expect("polled")
                started = time.perf_counter() - began
                return _figures(people, served, started)


def _figures(people: Crowd, served: Bot, started: float) -> Figures:
    people.write("go")
    people.expect("begin")
    before = served.cpu()
    seen = json.loads(people.read())
    spent = served.cpu() - before
    turns, replies = max(seen["turns"], 1), sorted(seen["replies"]) or [float("nan")]
    return Figures(
        rate=seen["turns"] / seen["seconds"],
        p50=statistics.median(replies),
        p99=replies[int(0.99 * (len(replies) - 1))],
        cpu=1000 * spent / turns,
        memory=served.memory(),
        calls=seen["calls"] / turns,
        crowd_load=seen["crowd_cpu"] / seen["seconds"],
        start=started,
    )


def _ticks(process: Path) -> int:
    try:
        fields = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0  # ended meanwhile: by now its parent's figures hold its own
    return sum(map(int, fields[CPU_FIELDS]))


class Crowd:
    """The process with the people, spoken to in lines."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._out: IO[str] = process.stdout  # type: ignore[assignment]
        self._in: IO[str] = process.stdin  # type: ignore[assignment]

    def read(self) -> str:
        """Wait for its next line."""
        line = self._out.readline().strip()
        if not line:
            raise RuntimeError("The crowd ended early; see what it wrote above.")
        return line

    def expect(self, word: str) -> None:
        """Wait until it says this word."""
        if (line := self.read()) != word:
            raise RuntimeError(f"The crowd was to say {word!r} and said {line!r}.")

    def write(self, line: str) -> None:
        """Tell it something."""
        self._in.write(line + "\n")
        self._in.flush()


@contextmanager
def crowd(options: dict[str, object]) -> Iterator[Crowd]:
    """Run the people in a process of their own."""
    given = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    command = [sys.executable, "-m", "bench.crowd", *given]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Crowd(process)
    finally:
        process.kill()
        process.wait()


@contextmanager
def bot(command: list[str], environment: dict[str, str], log: Path) -> Iterator[Bot]:
    """Run a bot; what it logs is shown if it ends by itself."""
    with log.open("wb") as written:
        process = subprocess.Popen(command, env=environment, stdout=written, stderr=written)
    try:
        yield Bot(process)
    except BaseException:
        sys.stderr.write(log.read_text(errors="replace")[-2000:])
        raise
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
