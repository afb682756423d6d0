"""Rotating keys: a new one comes into use, and what older ones sealed is sealed anew, while turns go on.

``vraagkracht keys rotate`` puts a fresh key in front in the key file. Then, by themselves:

1. Every process looks at the file every hour (and when it meets a key that it does not know), and
   can from then on *open* what the new key seals.
2. With it a process *seals* at once on SQLite, where a file has one process. On PostgreSQL it does so
   when the file has rested for ``SETTLE``: by then all processes know the key. A process on another
   machine whose copy of the file comes later still takes no turn wrongly: it tries again until it is there.
3. Each hour the process seals anew what older keys sealed, in small transactions. It starts over
   whenever it was interrupted; what was done is passed over. Several processes pass over each other.
4. When nothing needs the old keys any more, and the file has rested for ``LINGER``, they may be taken
   out of it; a process that is running still knows them until it ends.

Keys from the environment are the same in a process until it ends, so there the operator takes step 1
(the new key second) and step 2 (the new key first), each followed by a restart of every process.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, bindparam, func, select, update

from bot.store import outbox
from bot.store import statements as sql
from bot.store.engine import address
from bot.store.keys import find_keys, read_keys
from bot.store.schema import has_history
from bot.store.seal import NAME_BYTES, Seal
from bot.store.trouble import BadKeys, KeyMissing, KeysUnsafe, SealBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from sqlalchemy import Engine, Executable, Table

    from bot.store.context import Context

RESEALED_AT_ONCE = 100
"""Rows that one transaction seals anew: some milliseconds, so that turns need not wait for it."""

COUNTED_AT_ONCE = 1000
"""Rows of which one transaction reads the key's name."""

SETTLE = timedelta(hours=2)
"""How long a key that several processes share is only known before it seals: two looks at the file."""

LINGER = timedelta(hours=4)
"""How long after a change of the file a process may still seal with an old key, amply."""

_UNREADABLE = (OSError, BadKeys, KeyMissing, KeysUnsafe)


def find_seal(value: str, file: Path, data: Path, url: str) -> Seal:
    """Return the seal for a database: ``find_keys``, and for keys in a file a seal that follows it."""
    keys = find_keys(value, file, data, history=has_history(url))
    return Seal(keys) if value.strip() else FileSeal(file, settling(url))


def settling(url: str) -> timedelta:
    """Tell how long a new key must be known before it seals in this database."""
    return SETTLE if address(url).get_backend_name() == "postgresql" else timedelta(0)


class FileSeal(Seal):
    """Seals with the keys in a file, and follows the file: new keys need no restart.

    Until the file has rested for ``settle``, the newest key only opens, and the one after it seals.
    """

    def __init__(self, file: Path, settle: timedelta = timedelta(0)) -> None:
        self._file, self._settle = file, settle
        self._keys = read_keys(file)
        self._read_at: tuple[int, ...] = ()
        self._following = threading.Lock()
        super().__init__(self._keys)
        self.follow()

    @property
    def rests_from(self) -> datetime:
        """The moment from which the newest key in the file may seal."""
        return datetime.fromtimestamp(self._file.stat().st_mtime, UTC) + self._settle

    def follow(self) -> None:
        """Read the file again if it changed. Raises what ``read_keys`` does, and KeyMissing for other keys."""
        with self._following:
            found = self._file.stat()
            if (mark := (found.st_ino, found.st_mtime_ns, found.st_size)) != self._read_at:
                self._keys = read_keys(self._file)
            self.learn(self._keys, self._to_seal_with())
            self._read_at = mark

    def cipher(self, name: bytes) -> AESGCM:
        """Return the cipher of a key; one that is not known may have come into the file. Raises KeyMissing."""
        if name not in self._ciphers:
            with suppress(*_UNREADABLE):
                self.follow()
        return super().cipher(name)

    def _to_seal_with(self) -> bytes:
        names = self._keys.names
        return names[0] if datetime.now(UTC) >= self.rests_from else names[:2][-1]


@dataclass(frozen=True, slots=True)
class Step:
    """What one step did: how many rows it sealed anew, and how many it found damaged and left alone."""

    resealed: int
    damaged: int


@dataclass(frozen=True)
class Kept:
    """A table with sealed rows: the column that numbers them, and the one that says whose a row is."""

    table: Table
    number: str
    whose: str
    before_all: bytes | int

    @cached_property
    def heads(self) -> Executable:
        """The short names of the keys that sealed the rows, from some row on."""
        number = self.table.c[self.number]
        name = func.substr(self.table.c.sealed, 2, NAME_BYTES, type_=LargeBinary)
        page = select(number.label("number"), name.label("name")).where(number > bindparam("after"))
        return page.order_by(number).limit(sql.LIMIT)

    @cached_property
    def held(self) -> Executable:
        """Rows, held until the transaction ends; passes over rows that somebody is at work on."""
        number, whose, sealed = (self.table.c[name] for name in (self.number, self.whose, "sealed"))
        rows = select(number.label("number"), whose.label("whose"), sealed)
        return rows.where(number.in_(bindparam("rows", expanding=True))).with_for_update(skip_locked=True)

    @cached_property
    def change(self) -> Executable:
        """Put another sealed value in a row."""
        return (
            update(self.table).where(self.table.c[self.number] == bindparam("row")).values(sealed=bindparam("anew"))
        )

    def about(self, row: Any) -> bytes:
        """Say for which place a row was sealed, as ``Context.sealed`` does."""
        return self.table.name.encode() + bytes(row.whose)


KEPT = (
    Kept(sql.conversation, "key", "key", b""),
    Kept(sql.outbox, "number", "conversation", 0),
    Kept(sql.reminder, "number", "conversation", 0),
)


def census(engine: Engine, pages: int | None = None) -> Counter[bytes]:
    """Count the rows by the short name of the key that sealed them; others go on meanwhile.

    With ``pages`` only so many pages of each table are read: a sample, since rows stand in the
    order of a hash of their chat.
    """
    return sum((_counted(engine, kept, pages) for kept in KEPT), Counter())


def _counted(engine: Engine, kept: Kept, pages: int | None) -> Counter[bytes]:
    names: Counter[bytes] = Counter()
    after: bytes | int | None = kept.before_all
    read = 0
    while after is not None and read != pages:
        read += 1
        with engine.begin() as connection:
            page = connection.execute(kept.heads, {"after": after, "limit": COUNTED_AT_ONCE}).all()
        names.update(bytes(row.name) for row in page)
        after = _last(page, COUNTED_AT_ONCE)
    return names


def resealing(begin: Callable[[], AbstractContextManager[Context]]) -> Iterator[Step]:
    """Seal anew, row after row, what older keys sealed; see ``Store.resealing``."""
    for kept in KEPT:
        after: bytes | int | None = kept.before_all
        while after is not None:
            with begin() as context:
                if not context.seal.older:
                    return
                page = context.connection.execute(kept.heads, {"after": after, "limit": RESEALED_AT_ONCE}).all()
                step = _reseal(context, kept, page)
            yield step
            after = _last(page, RESEALED_AT_ONCE)


def _reseal(context: Context, kept: Kept, page: Sequence[Any]) -> Step:
    older = context.seal.older
    numbers = [row.number for row in page if bytes(row.name) in older]
    if not numbers:
        return Step(0, 0)
    if kept.table is sql.outbox:
        outbox.hold_claims(context)  # a claim that passed over what is held here would break a chat's order
    rows = context.connection.execute(kept.held, {"rows": numbers}).all()
    anew = [{"row": row.number, "anew": sealed} for row in rows if (sealed := _anew(context, kept, row))]
    if anew:
        context.connection.execute(kept.change, anew)
    return Step(len(anew), len(rows) - len(anew))


def _anew(context: Context, kept: Kept, row: Any) -> bytes | None:
    """Seal a row anew; None for a damaged one, which is left as it is, for a backup to mend."""
    try:
        return context.seal.renewed(row.sealed, kept.about(row))
    except SealBroken:
        return None


def _last(page: Sequence[Any], full: int) -> bytes | int | None:
    """Tell after which row to go on; None when there are no more."""
    return page[-1].number if len(page) == full else None
