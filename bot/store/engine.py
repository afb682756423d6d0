"""Reaching a database: which driver, with which promises, and that a file has one process only."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from sqlalchemy import create_engine, event, make_url
from sqlalchemy.pool import StaticPool

from bot.store.trouble import Occupied

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

BUSY_SECONDS = 30
IDLE_SECONDS = 60
"""A process that hangs in the middle of a turn loses its transaction, so that others can go on."""
CONNECTIONS = 10
"""How many transactions one process runs at once on PostgreSQL."""
PAGES_BEFORE_CHECKPOINT = 4000
MEMORY = (None, "", ":memory:")

_POSTGRES = ("postgres", "postgresql")


def address(url: str) -> URL:
    """Read a database address; any PostgreSQL address comes to name the driver that we have."""
    read = make_url(url)
    return read.set(drivername="postgresql+psycopg") if read.drivername in _POSTGRES else read


def connect(url: URL) -> Engine:
    """Build the engine for SQLite or PostgreSQL; nothing is opened yet."""
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)


def occupy(url: URL) -> FileLock | None:
    """Take an SQLite file for this process, until the lock is released. Raises Occupied."""
    if url.get_backend_name() != "sqlite" or url.database in MEMORY:
        return None
    file = Path(str(url.database))
    make_private(file)
    lock = FileLock(f"{file}.lock", timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise Occupied(f"Another process works on {file}: stop that one, or give this one another file.") from error
    return lock


def make_private(file: Path) -> None:
    """Make the file if it is not there, and let only its owner read it."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def _sqlite(url: URL) -> Engine:
    pool: dict[str, Any] = {"poolclass": StaticPool} if url.database in MEMORY else {}
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **pool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Without this the driver would begin transactions by itself, too late and not IMMEDIATE.
    connection.isolation_level = None
    for setting in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "temp_store=MEMORY",
        f"wal_autocheckpoint={PAGES_BEFORE_CHECKPOINT}",
    ):
        connection.execute(f"PRAGMA {setting}").close()


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _postgres(url: URL) -> Engine:
    engine = create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        connect_args={"connect_timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare_postgres)
    return engine


def _prepare_postgres(connection: Any, _record: object) -> None:
    # Statements rather than start-up options, which connection poolers refuse.
    with connection.cursor() as cursor:
        cursor.execute(f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'")
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()
