"""How long a picture takes, from what it tells to PNG, in processor time: `python -m bench.pictures`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

from bot.pictures.bars import bars
from bot.pictures.ecogram import ecogram
from bot.pictures.examples import example_map, example_strain
from bot.pictures.rendering import photo
from bot.pictures.studio import Studio
from bot.pictures.told import Json

ROUNDS = 15


def main() -> None:
    """Print the median for maps of several sizes, for the strain, and for a whole order at the studio."""
    for people in (1, 5, 12, 30, 60):
        told = example_map("nl", people)
        drawn = ecogram(told)
        print(
            f"map of {people:2} people: {milliseconds(lambda told=told: ecogram(told)):4.0f} ms to draw and "
            f"{milliseconds(lambda drawn=drawn: photo(drawn)):4.0f} ms to render, {len(photo(drawn)) / 1024:.0f} KiB"
        )
    print(f"strain with a trend: {milliseconds(lambda: photo(bars(example_strain('nl')))):4.0f} ms in all")
    first, later = asyncio.run(ordered(example_map("nl", 30).to_json()))
    print(f"map of 30 people, ordered at the studio and waited for: {later:4.0f} ms, the first time {first:.0f} ms")


async def ordered(told: Json) -> tuple[float, float]:
    """Order a picture at a studio some times; gives how long the first takes with its process, and those after it."""
    studio, taken = Studio(), []
    for _ in range(ROUNDS + 1):
        began = perf_counter()
        await studio.draw(told)
        taken.append((perf_counter() - began) * 1000)
    await studio.close()
    return taken[0], median(taken[1:])


def milliseconds(work: Callable[[], object]) -> float:
    """Give how long it takes, in the middle of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        began = process_time()
        work()
        taken.append(process_time() - began)
    return median(taken) * 1000


if __name__ == "__main__":
    main()
