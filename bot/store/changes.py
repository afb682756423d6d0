"""Changes of entries: each with who made it and when, and so that it can be taken back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, tuple_, update

from bot.store.register import Entry, services, steunpunten
from bot.store.tables import EntryChange, table

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Engine

changes = table(EntryChange)

SERVICE, STEUNPUNT = "service", "steunpunt"
KEPT = timedelta(days=730)
"""How long it is known who changed what."""

Address = tuple[str, str]
"""Which entry: of which kind, and its id or code."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one entry."""

    number: int
    kind: str
    identity: str
    who: str
    made_at: datetime
    before: Entry
    after: Entry


class Changes:
    """The changes in a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def make(self, address: Address, before: Entry, after: Entry, who: str, now: datetime) -> bool:
        """Change an entry; tells False, and changes nothing, when it is not as it was ``before`` any more."""
        with self._engine.begin() as connection:
            if not _replaced(connection, address, before, after, now):
                return False
            connection.execute(delete(changes).where(changes.c.made_at < now - KEPT))
            row = {"kind": address[0], "identity": address[1], "who": who, "made_at": now}
            connection.execute(insert(changes), {**row, "before": _text(before), "after": _text(after)})
        return True

    def listed(self, addresses: Collection[Address], most: int) -> list[Change]:
        """Give the last changes of these entries, the newest first."""
        which = tuple_(changes.c.kind, changes.c.identity).in_(sorted(addresses))
        asked = select(changes).where(which).order_by(changes.c.number.desc()).limit(most)
        with self._engine.begin() as connection:
            return [_read(row) for row in connection.execute(asked)]

    def one(self, number: int) -> Change | None:
        """Give one change."""
        with self._engine.begin() as connection:
            row = connection.execute(select(changes).where(changes.c.number == number)).one_or_none()
        return _read(row) if row else None


def _replaced(connection: Connection, address: Address, before: Entry, after: Entry, now: datetime) -> bool:
    """Put an entry in the place of what was there; the row is held, so that nobody comes in between."""
    rows, key = (services, services.c.id) if address[0] == SERVICE else (steunpunten, steunpunten.c.code)
    stored = connection.execute(select(rows.c.entry).where(key == address[1]).with_for_update()).scalar()
    if stored is None or json.loads(stored) != before:
        return False
    connection.execute(update(rows).where(key == address[1]), {"entry": _text(after), "updated_at": now})
    return True


def _text(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False)


def _read(row: object) -> Change:
    told = {name: getattr(row, name) for name in Change.__slots__}
    return Change(**{**told, "before": json.loads(told["before"]), "after": json.loads(told["after"])})
