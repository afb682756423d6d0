from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.store import Occupied, Store
from bot.store.engine import address, connect
from bot.store.schema import config, migrate
from bot.store.tables import Moment, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from sqlalchemy import Connection, Engine

    from bot.store import Seal


@pytest.fixture
def engine(url: str, tmp_path: Path) -> Iterator[Engine]:
    (tmp_path / "data").mkdir()
    engine = connect(address(url))
    yield engine
    engine.dispose()


def test_the_migrations_end_in_the_tables(engine: Engine) -> None:
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []


def test_the_migrations_make_what_the_tables_say(engine: Engine) -> None:
    migrate(engine)
    with engine.begin() as connection:
        migrated = shape(connection)
        command.downgrade(config(connection), "base")
        connection.execute(text("DROP TABLE alembic_version"))
        assert shape(connection) == {}
        Row.metadata.create_all(connection)
        created = shape(connection)
    migrated.pop("alembic_version")
    assert migrated == created


def shape(connection: Connection) -> dict[str, Any]:
    """Everything that the database says about its tables, but for what it was called with."""
    if connection.dialect.name == "sqlite":
        return {name: " ".join(sql.replace('"', "").split()) for name, sql in sqlite_master(connection)}
    found = inspect(connection)
    return {
        name: [
            [(column["name"], repr(column["type"]), column["nullable"]) for column in found.get_columns(name)],
            found.get_pk_constraint(name),
            sorted(found.get_indexes(name), key=str),
            found.get_unique_constraints(name),
        ]
        for name in found.get_table_names()
    }


def sqlite_master(connection: Connection) -> Sequence[Any]:
    return connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'sqlite_sequence'")
    ).all()


def test_migrating_again_changes_nothing_and_says_nothing(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        migrate(engine)
        migrate(engine)
    assert not caplog.records


def test_processes_that_start_at_once_do_not_collide(postgres_url: str, seal: Seal) -> None:
    with ThreadPoolExecutor(4) as threads:
        for store in threads.map(lambda _: Store.open(postgres_url, seal), range(4)):
            store.close()


def test_a_file_has_one_process(sqlite_url: str, seal: Seal) -> None:
    with Store.open(sqlite_url, seal), pytest.raises(Occupied, match=r"^[^\n]*talks\.db[^\n]*$"):
        Store.open(sqlite_url, seal)
    Store.open(sqlite_url, seal).close()


def test_a_file_that_cannot_be_opened_is_left_to_others(sqlite_url: str, seal: Seal, tmp_path: Path) -> None:
    file = tmp_path / "data" / "talks.db"
    file.parent.mkdir()
    file.write_bytes(b"this is no database, " * 100)
    with pytest.raises(Exception, match="not a database"):
        Store.open(sqlite_url, seal)
    file.unlink()
    Store.open(sqlite_url, seal).close()


def test_the_file_is_for_its_owner_alone_and_as_safe_as_it_gets(sqlite_url: str, seal: Seal, tmp_path: Path) -> None:
    with Store.open(sqlite_url, seal) as store, store._engine.connect() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in PRAGMAS]
        modes = {file.stat().st_mode & 0o777 for file in (tmp_path / "data").iterdir()}
    assert settings == list(PRAGMAS.values())
    assert modes == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_a_store_in_memory_works_the_same(seal: Seal, now: datetime) -> None:
    with Store.open("sqlite://", seal) as store:
        with store.transaction() as work:
            work.save({1: ({"a": 1}, now)}, now)
        store.forget_traces()
        assert store.counts().conversations == 1


@pytest.mark.parametrize("url", ["postgres://me:p%40ss@host/db", "postgresql://me:p%40ss@host/db"])
def test_any_postgresql_address_names_our_driver(url: str) -> None:
    assert address(url).render_as_string(hide_password=False) == "postgresql+psycopg://me:p%40ss@host/db"


def test_moments_are_kept_to_the_millisecond_and_come_back_in_utc() -> None:
    moment = Moment()
    kept = moment.process_bind_param(datetime.fromisoformat("2026-03-29T03:00:00.999999+02:00"), None)
    assert moment.process_result_value(kept, None) == datetime(2026, 3, 29, 1, 0, 0, 999000, tzinfo=UTC)
    with pytest.raises(TypeError):
        moment.process_bind_param(datetime(2026, 3, 29), None)  # noqa: DTZ001
