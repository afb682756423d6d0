"""How long a picture takes, from what it tells to PNG, in processor time: `python -m bench.pictures`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

from bot.pictures.bars import bars
from bot.pictures.ecogram import ecogram
from bot.pictures.examples import example_map, example_strain
from bot.pictures.rendering import png
from bot.pictures.studio import Studio

ROUNDS = 15


def main() -> None:
    """Print the median for maps of several sizes, for the strain, and for a whole order at the studio."""
    for people in (1, 5, 12, 30, 60):
        told = example_map("nl", people)
        drawn = ecogram(told)
        print(
            f"map of {people:2} people: {milliseconds(lambda told=told: ecogram(told)):4.0f} ms to draw and "
            f"{milliseconds(lambda drawn=drawn: png(drawn)):4.0f} ms to render, {len(png(drawn)) / 1024:.0f} KiB"
        )
    print(f"strain with a trend: {milliseconds(lambda: png(bars(example_strain('nl')))):4.0f} ms in all")
    told = example_map("nl", 30).to_json()
    ordered = milliseconds(lambda: asyncio.run(Studio().draw(told)), perf_counter)
    print(f"map of 30 people, ordered at the studio and waited for, with starting its process: {ordered:4.0f} ms")


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = process_time) -> float:
    """Give how long it takes, in the middle of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = clock()
        work()
        taken.append(clock() - began)
    return median(taken) * 1000


if __name__ == "__main__":
    main()
