"""A desk over a fresh store, and colleagues who came in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.store import Store
from tests.colleague import Colleague, Comes, desk, link
from tests.visitor import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> Iterator[tuple[Any, Store]]:
    app, store = desk(tmp_path, clock)
    yield app, store
    store.close()


@pytest.fixture
def store(made: tuple[Any, Store]) -> Store:
    return made[1]


@pytest.fixture
def comes(made: tuple[Any, Store], clock: Clock) -> Comes:
    def come(role: str = "edit", code: str = "voorbeeld", label: str = "Anna", language: str = "en") -> Colleague:
        someone = Colleague(made[0], language)
        someone.come_in(link(made[1], role, clock(), code, label))
        return someone

    return come
