"""The short form of the chaos test; ``make chaos`` is the long one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.chaos.life import Home
from tests.chaos.proof import Disorder, shortcomings, told
from tests.chaos.storm import Plan, Storm
from tests.chaos.witness import Attempt
from tests.postgres import postgres_server

if TYPE_CHECKING:
    from pathlib import Path

    from tests.postgres import PostgresServer

__all__ = ["postgres_server"]

A, B, C = ("a", ""), ("b", ""), ("c", "")


Record = Callable[[str, object], None]


async def weathered(storm: Storm, record: Record) -> None:
    figures = await storm.rage()
    record("chaos on " + ("PostgreSQL" if storm.server else "SQLite"), "; ".join(figures.lines()))
    assert not shortcomings(figures, storm.home, storm.scripts)
    assert figures.kills >= storm.plan.kills


@pytest.mark.timeout(900)
async def test_nothing_is_lost_on_sqlite(tmp_path: Path, record_property: Record) -> None:
    plan = Plan(kills=20, stops=2, chats=200, acts=8)
    await weathered(Storm(plan, Home(tmp_path)), record_property)


@pytest.mark.timeout(900)
async def test_nothing_is_lost_on_postgres(
    tmp_path: Path, postgres_server: PostgresServer, record_property: Record
) -> None:
    url = postgres_server.create()
    plan = Plan(kills=6, stops=1, chats=100, acts=8)
    await weathered(Storm(plan, Home(tmp_path, url), postgres_server), record_property)
    postgres_server.drop(url)


def sent(*lives: str) -> list[Attempt]:
    """What each life sent, in letters; a dot is a connection that was dropped unread."""
    keys = {"a": A, "b": B, "c": C, ".": None}
    return [Attempt(number, keys[each]) for number, life in enumerate(lives) for each in life]


@pytest.mark.parametrize(
    ("lives", "here", "doubles", "lost"),
    [
        (("abc",), 3, 0, 0),
        (("ab", "bc"), 3, 1, 0),
        (("ab", "a", "abc"), 3, 2, 0),
        (("a.c",), 3, 0, 1),
        (("a.", "bc"), 3, 0, 0),
        (("a", "b"), 2, 0, 0),
    ],
)
def test_what_was_sent_is_explained(lives: tuple[str, ...], here: int, doubles: int, lost: int) -> None:
    result = told([A, B, C], sent(*lives))
    assert (result.here, len(result.doubles), result.lost) == (here, doubles, lost)


@pytest.mark.parametrize("lives", [("ac",), ("ba",), ("abb",), ("a", "c"), ("abcc",)])
def test_a_gap_a_wrong_order_and_a_needless_repetition_are_found(lives: tuple[str, ...]) -> None:
    with pytest.raises(Disorder):
        told([A, B, C], sent(*lives))
