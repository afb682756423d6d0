"""The register: the directory, the support centres and the tallies, for the bot and for the operator's commands.

It opens beside a running bot: its transactions are short, and it touches no conversation.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, func, insert, select

from bot.store import schema
from bot.store.engine import MEMORY, address, connect, make_private
from bot.store.tables import ServiceRow, SteunpuntRow, Tally, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection, Engine, Table

services, steunpunten, tally = table(ServiceRow), table(SteunpuntRow), table(Tally)

Entry = dict[str, object]
"""A service or a support centre, as plain JSON."""


@dataclass(frozen=True, slots=True)
class Listed:
    """All entries, as they are stored."""

    services: tuple[Entry, ...]
    steunpunten: tuple[Entry, ...]


def listed(connection: Connection) -> Listed:
    """Read every service and every support centre."""
    return Listed(_entries(connection, services), _entries(connection, steunpunten))


class Register:
    """An open register; use it in a ``with``."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    @contextmanager
    def open(cls, url: str) -> Iterator[Self]:
        """Open the register of a database, and bring its tables up to date."""
        where = address(url)
        if where.get_backend_name() == "sqlite" and where.database not in MEMORY:
            make_private(Path(str(where.database)))
        engine = connect(where)
        try:
            schema.migrate(engine)
            yield cls(engine)
        finally:
            engine.dispose()

    def listed(self) -> Listed:
        """Read every service and every support centre."""
        with self._engine.begin() as connection:
            return listed(connection)

    def put_services(self, entries: Mapping[str, Entry], now: datetime) -> None:
        """Add or replace services, all or none."""
        with self._engine.begin() as connection:
            _put(connection, services, "id", entries, now)

    def replace_services(self, entries: Mapping[str, Entry], now: datetime) -> None:
        """Put these services in the place of all that are there, all or none."""
        with self._engine.begin() as connection:
            connection.execute(delete(services))
            _put(connection, services, "id", entries, now)

    def put_steunpunt(self, code: str, entry: Entry, now: datetime) -> None:
        """Add or replace a support centre."""
        with self._engine.begin() as connection:
            _put(connection, steunpunten, "code", {code: entry}, now)

    def tallies(self, steunpunt: str, month: str) -> dict[tuple[str, str], int]:
        """Read what was counted in a month for a support centre, by what and value."""
        asked = select(tally.c.what, tally.c.value, tally.c.number).where(
            tally.c.steunpunt == steunpunt, tally.c.month == month
        )
        with self._engine.begin() as connection:
            return {(row.what, row.value): row.number for row in connection.execute(asked)}

    def called_wrong(self) -> dict[str, str]:
        """Read of which services somebody said that the number is wrong, and in which month last."""
        asked = (
            select(tally.c.value, func.max(tally.c.month).label("last"))
            .where(tally.c.what == "wrong")
            .group_by(tally.c.value)
        )
        with self._engine.begin() as connection:
            return {row.value: row.last for row in connection.execute(asked)}


def _entries(connection: Connection, rows: Table) -> tuple[Entry, ...]:
    found = connection.execute(select(rows.c.entry).order_by(*rows.primary_key)).scalars()
    return tuple(json.loads(entry) for entry in found)


def _put(connection: Connection, rows: Table, key: str, entries: Mapping[str, Entry], now: datetime) -> None:
    for identity, entry in entries.items():
        connection.execute(delete(rows).where(rows.c[key] == identity))
        text = json.dumps(entry, ensure_ascii=False)
        connection.execute(insert(rows), {key: identity, "entry": text, "updated_at": now})
