"""What any work within a transaction needs: the connection, the seal, and hold of the chats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import structlog

from bot.store import statements as sql
from bot.store.trouble import SealBroken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection, Executable

    from bot.post import Json
    from bot.store.seal import Seal

log = structlog.get_logger()

CHUNK = 500
"""How many values one statement lists; both databases allow many more, but plan them slowly."""


@dataclass(frozen=True, slots=True)
class Context:
    """One transaction of one process; ``owner`` is the number by which the process claims calls."""

    connection: Connection
    seal: Seal
    upserts: sql.Upserts
    owner: int

    def key(self, chat: int) -> bytes:
        """Return the key of a chat's rows."""
        return self.seal.conversation_key(chat)

    def sealed(self, table: bytes, key: bytes, data: Json) -> bytes:
        """Seal data for the rows of a conversation in a table."""
        return self.seal.seal(data, table + key)

    def opened(self, table: bytes, key: bytes, sealed: bytes) -> Json:
        """Open the sealed data of a row. Raises KeyMissing or SealBroken."""
        return self.seal.open(sealed, table + key)

    def readable(self, table: bytes, key: bytes, sealed: bytes) -> Json | None:
        """Open the sealed data of a row; None, and a line for the operator, if it is damaged. Raises KeyMissing."""
        try:
            return self.opened(table, key, sealed)
        except SealBroken:
            log.error("row_unreadable", table=table.decode())  # noqa: TRY400  what was tried to open is not told
            return None

    def rows(self, statement: Executable, name: str, values: Sequence[object], **more: object) -> Iterator[Any]:
        """Run a statement that lists values, as often as it takes; give all the rows it returns."""
        for start in range(0, len(values), CHUNK):
            yield from self.connection.execute(statement, {name: values[start : start + CHUNK], **more})

    def change(self, statement: Executable, name: str, values: Sequence[object], **more: object) -> None:
        """Run a statement that lists values and returns nothing, as often as it takes."""
        for start in range(0, len(values), CHUNK):
            self.connection.execute(statement, {name: values[start : start + CHUNK], **more})

    def hold(self, keys: Collection[bytes]) -> None:
        """Wait until no other process works on these conversations; hold them till the end.

        On PostgreSQL only: on SQLite the transaction holds the whole database. A lock and not a
        row, since there is no row yet to lock when two machines hear a new chat at once.
        """
        if self._shared and keys:
            self.connection.execute(sql.LOCK_CHATS, {"locks": sorted(map(_lock, keys))})

    def holdable(self, keys: Collection[bytes]) -> set[bytes]:
        """Hold those of the conversations that no other process works on now, and return them."""
        if not self._shared or not keys:
            return set(keys)
        locks = {_lock(key): key for key in keys}
        mine = self.connection.execute(sql.TRY_LOCK_CHATS, {"locks": sorted(locks)}).scalars()
        return {locks[lock] for lock in mine}

    @property
    def _shared(self) -> bool:
        return self.connection.dialect.name == "postgresql"


def _lock(key: bytes) -> int:
    return int.from_bytes(key[:8], "big", signed=True)
