"""The figures as tables: medians over the rounds, and the ratios that are aimed at."""

from __future__ import annotations

import os
import platform
import statistics
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench.contenders import ALL
from bench.measure import SETTINGS, Figures, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Rounds = dict[tuple[str, str], list[Figures]]
"""By setting and letter: what each round showed."""

MARKS = {
    "compare": ("<!-- bench:begin -->", "<!-- bench:end -->"),
    "growth": ("<!-- growth:begin -->", "<!-- growth:end -->"),
}
"""Between which marks of a page the tables of each command stand."""

ROUND_TRIP = 0.05


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio that is aimed at: of one figure of two bots, in one round; ``value`` for a figure alone."""

    says: str
    setting: str
    value: Callable[[dict[str, Figures]], float]
    bound: float
    at_most: bool = False

    def is_met(self, found: float) -> bool:
        """Tell whether it is reached."""
        return found <= self.bound if self.at_most else found >= self.bound


TARGETS = (
    Target("d / b, updates a second", "at_once", lambda of: of["d"].rate / of["b"].rate, 5),
    Target("d / aiogram's echo, updates a second", "at_once", lambda of: of["d"].rate / of["c1"].rate, 1.3),
    Target("d / a, CPU per update", "at_once", lambda of: of["d"].cpu / of["a"].cpu, 0.35, at_most=True),
    Target("e / b, updates a second", "at_once", lambda of: of["e"].rate / of["b"].rate, 2),
    Target("d / b, p99", "at_once", lambda of: of["d"].p99 / of["b"].p99, 0.25, at_most=True),
    Target("d / b, updates a second", "delayed", lambda of: of["d"].rate / of["b"].rate, 50),
    Target("d / aiogram's echo, updates a second", "delayed", lambda of: of["d"].rate / of["c1"].rate, 3),
    Target("d / b, p99", "delayed", lambda of: of["d"].p99 / of["b"].p99, 0.25, at_most=True),
    Target("d, p50 over one round trip, ms", "paced", lambda of: 1000 * (of["d"].p50 - ROUND_TRIP), 15, at_most=True),
    Target("d, p99 over one round trip, ms", "paced", lambda of: 1000 * (of["d"].p99 - ROUND_TRIP), 40, at_most=True),
)


def report(rounds: Rounds, seconds: float) -> str:
    """Give all tables as Markdown."""
    most = max(map(len, rounds.values()))
    parts = [f"{machine()} {most} rounds, alternating, {seconds:g} s measured in each.", ""]
    for setting in SETTINGS:
        if any(key[0] == setting.name for key in rounds):
            parts += [*table(setting, rounds), ""]
    return "\n".join([*parts, *targets(rounds)]).rstrip() + "\n"


def machine() -> str:
    """Name the machine by what matters: cores, memory, Python, and how busy it was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[2]
    return (
        f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, "
        f"load average over the last 15 minutes {load:.1f}."
    )


def table(setting: Setting, rounds: Rounds) -> Iterator[str]:
    """Give the medians of one setting."""
    yield f"**{setting.title}**"
    yield ""
    yield "| | bot | updates/s | p50 ms | p99 ms | CPU s per 1000 | peak RSS MB | calls per update |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for each in ALL:
        if found := rounds.get((setting.name, each.letter)):
            middle = medians(found)
            yield (
                f"| {each.letter} | {each.name} | {middle.rate:.0f} | {1000 * middle.p50:.0f} "
                f"| {1000 * middle.p99:.0f} | {middle.cpu:.2f} | {middle.memory:.0f} | {middle.calls:.1f} |"
            )


def targets(rounds: Rounds) -> Iterator[str]:
    """Give the ratios: the median of those of each round, with the lowest and the highest."""
    yield "| ratio within a round | setting | median | lowest - highest | aim | |"
    yield "|---|---|--:|--:|--:|---|"
    for target in TARGETS:
        found = sorted(_found(target, rounds))
        if found:
            middle = statistics.median(found)
            sign, mark = "≤" if target.at_most else "≥", "yes" if target.is_met(middle) else "NO"
            span = f"{found[0]:.2f} - {found[-1]:.2f}"
            yield f"| {target.says} | {target.setting} | {middle:.2f} | {span} | {sign} {target.bound:g} | {mark} |"


def _found(target: Target, rounds: Rounds) -> Iterator[float]:
    of_setting = {letter: found for (setting, letter), found in rounds.items() if setting == target.setting}
    for place in range(min(map(len, of_setting.values()), default=0)):
        try:
            yield target.value({letter: found[place] for letter, found in of_setting.items()})
        except (KeyError, ZeroDivisionError):
            continue


def medians(found: list[Figures]) -> Figures:
    """Give the median of each figure over the rounds."""
    return Figures(*(statistics.median(getattr(each, name.name) for each in found) for name in fields(Figures)))


def write(path: Path, text: str, begin: str, end: str) -> None:
    """Put the tables between the marks of a page."""
    before, _, rest = path.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    path.write_text(f"{before}{begin}\n{text}{end}{after}", encoding="utf-8")
