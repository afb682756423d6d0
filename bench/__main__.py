"""What is measured: see docs/performance.md.

``python -m bench`` compares, ``growth`` fills a store, ``browsers`` lets many talk on the page beside Telegram.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from bench import browsers, growth, report
from bench.contenders import ALL, OTHERS
from bench.measure import SETTINGS, run
from tests.postgres import PostgresServer

LEAST_WARM = 1.5
"""Seconds: by then everything is loaded, and the people no longer begin all at once."""


def compare(given: argparse.Namespace) -> str:
    """Run every bot in every setting, alternating, and give the tables."""
    chosen = [each for each in ALL if each.letter in given.only.split(",") or not given.only]
    settings = [each for each in SETTINGS if each.name in given.settings.split(",") or not given.settings]
    rounds: report.Rounds = defaultdict(list)
    with ExitStack() as stack:
        server = stack.enter_context(PostgresServer()) if any(each.on_postgres for each in chosen) else None
        for number in range(given.rounds):
            for setting in settings:
                for each in chosen[number % len(chosen) :] + chosen[: number % len(chosen)]:
                    database = server.create if server else str
                    found = run(each, setting, given.seconds, database, warm=max(LEAST_WARM, given.seconds / 3))
                    rounds[setting.name, each.letter].append(found)
                    print(
                        f"{number + 1}/{given.rounds} {setting.name:8} {each.letter:3} {found.rate:7.1f}/s "
                        f"p50 {1000 * found.p50:7.1f} p99 {1000 * found.p99:7.1f} ms, CPU {found.cpu:6.2f} s/1000, "
                        f"{found.memory:4.0f} MB, {found.calls:.1f} calls, crowd {found.crowd_load:.0%}",
                        file=sys.stderr,
                        flush=True,
                    )
    return report.report(rounds, given.seconds)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=["compare", "growth", "browsers"], default="compare")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=6.0, help="measured in each run, after a warm-up")
    parser.add_argument("--only", default="", help="letters of bots, such as a,d")
    parser.add_argument("--settings", default="", help="at_once, delayed, paced")
    parser.add_argument("--sizes", default="1000,1000000", help="growth: how many conversations")
    parser.add_argument("--write", type=Path, help="put the tables into this page")
    parser.add_argument("--browsers", type=int, default=500, help="browsers: how many at once")
    parser.add_argument("--think", type=float, default=10.0, help="browsers: seconds that somebody thinks")
    given = parser.parse_args()
    if not OTHERS.exists() and given.what == "compare":
        sys.exit("The other bots are not set up: run `make bench`.")
    if given.what == "growth":
        sizes = [int(each) for each in given.sizes.split(",")]
        text = growth.grow(sizes, given.rounds, given.seconds)
    elif given.what == "browsers":
        text = browsers.load(given.browsers, given.seconds, given.think)
    else:
        text = compare(given)
    print(text, end="")
    if given.write and given.what in report.MARKS:
        report.write(given.write, text, *report.MARKS[given.what])


if __name__ == "__main__":
    main()
