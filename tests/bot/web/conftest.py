"""Pages over a fresh store, and somebody who has just begun a talk in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.visitor import Clock, Visitor, pages


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, clock: Clock) -> Iterator[Any]:
    made, store = pages(tmp_path, clock)
    made.state.store = store
    yield made
    store.close()


@pytest.fixture
def visitor(app: Any) -> Visitor:
    someone = Visitor(app)
    someone.begin()
    return someone
