from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.store import Keys, Seal, Store
from tests.postgres import postgres_server, postgres_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["postgres_server", "postgres_url"]


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 30, 15, 123000, tzinfo=UTC)


@pytest.fixture(scope="session")
def keys() -> Keys:
    return Keys.fresh()


@pytest.fixture
def seal(keys: Keys) -> Seal:
    return Seal(keys)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'data' / 'talks.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    address: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return address


@pytest.fixture
def open_store(seal: Seal) -> Iterator[Callable[[str], Store]]:
    with ExitStack() as stores:
        yield lambda url: stores.enter_context(Store.open(url, seal))


@pytest.fixture
def store(url: str, open_store: Callable[[str], Store]) -> Store:
    return open_store(url)


@pytest.fixture
def other(url: str, store: Store, open_store: Callable[[str], Store]) -> Store:
    """A second process; a database file has only one, so there it is the first, from another thread."""
    return open_store(url) if url.startswith("postgresql") else store
