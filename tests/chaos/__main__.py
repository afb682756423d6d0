"""The long form: ``python -m tests.chaos [--kills N] [--chats N] [--seed N] [--postgres-kills N]``."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from tests.chaos.life import Home
from tests.chaos.proof import shortcomings
from tests.chaos.storm import Plan, Storm
from tests.postgres import PostgresServer


def main() -> None:
    given = _given()
    seed = given.seed
    _rage("SQLite", Plan(given.kills, given.stops, given.chats, given.acts, seed))
    if given.postgres_kills:
        with PostgresServer() as server:
            plan = Plan(given.postgres_kills, given.stops, given.chats, given.acts, seed)
            _rage("PostgreSQL", plan, server)


def _rage(name: str, plan: Plan, server: PostgresServer | None = None) -> None:
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        storm = Storm(plan, Home(Path(folder), server.create() if server else ""), server)
        asyncio.run(storm.rage())
        wrong = shortcomings(storm.figures, storm.home, storm.scripts)
    print(f"{name}:", *storm.figures.lines(), sep="\n  ", flush=True)  # noqa: T201
    if wrong:
        raise SystemExit("\n".join(wrong))


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    defaults = {"kills": 200, "stops": 10, "chats": 400, "acts": 30, "seed": 1, "postgres-kills": 40}
    for name, default in defaults.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


if __name__ == "__main__":
    main()
