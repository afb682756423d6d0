"""Moving everything to another database: one snapshot, one transaction, verified before it counts.

The rows go over as they are, still sealed. What a move leaves in the target is marked there with a
checksum, so that a later move can tell an untouched copy, which it may replace, from a database in
which talks went on, which it leaves alone. The source is only read.
"""

from __future__ import annotations

import hashlib
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, text
from sqlalchemy.exc import SQLAlchemyError

from bot.store import schema
from bot.store.engine import MEMORY, address, connect, occupy
from bot.store.statements import keyring
from bot.store.tables import Row
from bot.store.trouble import KeyMissing, NotMoved

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import URL, Column, Connection, Engine, Table

    from bot.store.seal import Seal

CHUNK = 500
"""Rows that are read and written at once, so that memory stays small however much there is."""

TABLES = tuple(each for each in Row.metadata.sorted_tables if each is not keyring)
MARK = 2
"""The row of the keyring that holds the checksum of what a move left; the first is the keys' own."""

LEAVING_SECONDS = 2
"""How long PostgreSQL may still count a connection that was closed."""

_DRIVERS = {"sqlite", "postgresql+psycopg"}
_COMPANY = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND usename = current_user AND pid <> pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a table: how many rows, and a checksum over every value in them."""

    table: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What stands in both databases now; ``copied`` is false if it stood there already."""

    copied: bool
    tables: tuple[Content, ...]


def move(source: str, target: str, seal: Seal) -> Moved:
    """Copy everything from one database to another, all or nothing; the bot must be stopped.

    Raises NotMoved, Occupied or KeyMissing; the target is then as it was.
    """
    _refuse_same(_read(source, "source"), _read(target, "target"))
    if not _has_history(source):
        raise NotMoved("There is nothing to move: nothing was ever stored in the database that is set now.")
    with _opened(source, "source", seal) as old, _opened(target, "target", seal) as new:
        try:
            with _snapshot(old) as reading, _alone(new) as writing:
                return _made_equal(reading, writing)
        except SQLAlchemyError as error:
            raise NotMoved(
                f"The move was broken off ({type(error).__name__}); the target is as it was: run the command again."
            ) from error


def content(connection: Connection) -> tuple[Content, ...]:
    """Count the rows of every table, and sum up what is in them; the same in either kind of database."""
    return tuple(_content(connection, each) for each in TABLES)


# --- opening --------------------------------------------------------------------------------------


def _read(url: str, which: str) -> URL:
    try:
        where = address(url)
    except SQLAlchemyError:
        where = None
    if where is None or where.drivername not in _DRIVERS or where.database in MEMORY:
        raise NotMoved(f"The address of the {which} must be postgresql://... or sqlite:///file.")
    return where


def _refuse_same(source: URL, target: URL) -> None:
    files = [Path(str(each.database)).resolve() for each in (source, target) if each.drivername == "sqlite"]
    if source == target or (len(files) > 1 and files[0] == files[1]):
        raise NotMoved("The target is the database that is set now: give another one.")


def _has_history(url: str) -> bool:
    try:
        return schema.has_history(url)
    except SQLAlchemyError as error:
        raise _unusable("source", error) from error


@contextmanager
def _opened(url: str, which: str, seal: Seal) -> Iterator[Engine]:
    """Have a database to ourselves, with its tables up to date and its keys recognised."""
    where = address(url)
    lock, engine = occupy(where), connect(where)
    try:
        _prepare(engine, which, seal)
        yield engine
    finally:
        engine.dispose()
        if lock is not None:
            lock.release()


def _prepare(engine: Engine, which: str, seal: Seal) -> None:
    try:
        _refuse_company(engine, which)
        schema.refuse_other_keys(engine, seal)
        schema.migrate(engine)
        schema.recognise(engine, seal)
    except KeyMissing as error:
        mend = "give an empty one" if which == "target" else "put those keys back"
        raise NotMoved(f"The {which} belongs to other keys: {mend}.") from error
    except SQLAlchemyError as error:
        raise _unusable(which, error) from error


def _unusable(which: str, error: SQLAlchemyError) -> NotMoved:
    return NotMoved(f"The {which} can't be used ({type(error).__name__}): check its address and that it is running.")


def _refuse_company(engine: Engine, which: str) -> None:
    """See that no bot works on it now: what it wrote after the snapshot would be left behind."""
    if engine.dialect.name == "postgresql":
        deadline = time.monotonic() + LEAVING_SECONDS
        while others := _others(engine):
            if time.monotonic() > deadline:
                raise NotMoved(f"Others are connected to the {which} ({others}): stop every bot that uses it first.")
            time.sleep(0.05)


def _others(engine: Engine) -> int:
    with engine.begin() as connection:
        return int(connection.execute(_COMPANY).scalar_one())


# --- the two transactions -------------------------------------------------------------------------


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """Read everything as it is at one moment."""
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            _be_patient(connection)
            yield connection


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Write with nobody else writing; an SQLite transaction has the whole file anyway."""
    with engine.begin() as connection:
        _be_patient(connection)
        if engine.dialect.name == "postgresql":
            names = ", ".join(each.name for each in (*TABLES, keyring))
            connection.exec_driver_sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE")
        yield connection


def _be_patient(connection: Connection) -> None:
    """One side waits while the other works, for longer than any turn may take."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")


# --- copying --------------------------------------------------------------------------------------


def _made_equal(reading: Connection, writing: Connection) -> Moved:
    wanted, found = content(reading), content(writing)
    if found != wanted:
        _refuse_used(writing, found)
        _copy(reading, writing)
        if content(writing) != wanted:
            raise NotMoved("What arrived is not what was sent; the target is as it was: run the command again.")
    _carry_numbers_on(reading, writing)
    _leave_mark(writing, wanted)
    return Moved(found != wanted, wanted)


def _refuse_used(writing: Connection, found: Sequence[Content]) -> None:
    """Replace nothing but an untouched copy: talks that went on in the target must not be lost."""
    left = writing.execute(select(keyring.c.proof).where(keyring.c.number == MARK)).scalar()
    if any(each.rows for each in found) and left != _mark(found):
        raise NotMoved("The target holds other conversations, or talks went on in it: give an empty one.")


def _copy(reading: Connection, writing: Connection) -> None:
    for table in reversed(TABLES):
        writing.execute(delete(table))
    for table in TABLES:
        for rows in _chunks(reading, table):
            writing.execute(insert(table), [row._asdict() for row in rows])


def _chunks(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    """Read a table in the order of its key, which both kinds of database agree on."""
    rows = select(table).order_by(*table.primary_key)
    yield from connection.execute(rows, execution_options={"yield_per": CHUNK}).partitions()


def _content(connection: Connection, table: Table) -> Content:
    count, checksum = 0, hashlib.sha256()
    for rows in _chunks(connection, table):
        count += len(rows)
        for row in rows:
            checksum.update(b"".join(map(_plain, row)))
    return Content(table.name, count, checksum.hexdigest())


def _plain(value: object) -> bytes:
    """Write a value so that no two rows read the same unless they are."""
    raw = value if isinstance(value, bytes) else repr(value).encode()
    return b"%d:%b" % (len(raw), raw)


def _mark(tables: Sequence[Content]) -> bytes:
    return hashlib.sha256(repr(tables).encode()).digest()


def _leave_mark(writing: Connection, tables: Sequence[Content]) -> None:
    writing.execute(delete(keyring).where(keyring.c.number == MARK))
    writing.execute(insert(keyring), {"number": MARK, "proof": _mark(tables)})


# --- numbers that the database gives --------------------------------------------------------------


def _carry_numbers_on(reading: Connection, writing: Connection) -> None:
    """See that a number given once is not given again, even if its row is long gone."""
    for table in TABLES:
        if (column := table.autoincrement_column) is not None:
            _go_on_after(writing, column, max(_last(reading, column), _last(writing, column)))


def _last(connection: Connection, column: Column[Any]) -> int:
    if connection.dialect.name == "postgresql":
        asked = text("SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(:name, :column) AS regclass))")
    else:
        asked = text("SELECT seq FROM sqlite_sequence WHERE name = :name AND :column <> ''")
    return connection.execute(asked, _named(column)).scalar() or 0


def _go_on_after(connection: Connection, column: Column[Any], last: int) -> None:
    if not last:
        return
    if connection.dialect.name == "postgresql":
        set_last = text("SELECT setval(CAST(pg_get_serial_sequence(:name, :column) AS regclass), :last)")
        connection.execute(set_last, {**_named(column), "last": last})
    else:
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), _named(column))
        connection.execute(
            text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), {**_named(column), "last": last}
        )


def _named(column: Column[Any]) -> dict[str, str]:
    return {"name": column.table.name, "column": column.name}
