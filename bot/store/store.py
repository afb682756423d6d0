"""The store: all that outlives the process, in SQLite or in PostgreSQL, through the same calls.

It is synchronous; threads may share it. Each call outside ``transaction`` is a transaction of its
own. On SQLite one transaction runs at a time, and one process has the file.
"""

from __future__ import annotations

import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from bot.store import changes, outbox, passes, register, rotation, schema
from bot.store import engine as engines
from bot.store import statements as sql
from bot.store.context import Context
from bot.store.trouble import Unforgotten
from bot.store.work import SEEN_FOR, Work, erase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime, timedelta

    from filelock import FileLock
    from sqlalchemy import Engine

    from bot.post import Waiting
    from bot.store.seal import Seal

PAGES_AT_START = 2
"""Pages of rows that are looked at before serving: enough to meet a key that sealed one row in a hundred."""

SWEEP_AT_ONCE = 200
"""How many conversations one transaction of a sweep erases, so that turns need not wait for it."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How much a sweep erased."""

    conversations: int
    seen: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows stand in the store, and since when the oldest call waits to be sent."""

    conversations: int
    outbox: int
    reminders: int
    seen: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """How many calls wait to be sent, and since when the oldest does."""

    depth: int
    oldest: datetime | None


class Store:
    """An open store; make one with ``Store.open`` and end with ``close``, or use it in a ``with``."""

    def __init__(self, engine: Engine, seal: Seal, lock: FileLock | None = None) -> None:
        self._engine, self._seal, self._lock = engine, seal, lock
        self._upserts = sql.Upserts(engine.dialect.name)
        self._owner = secrets.randbits(62)
        # Waiting here is woken at once; waiting for SQLite's own lock is sleeping and trying again.
        self._turns = threading.Semaphore(1 if self._is_file else engines.CONNECTIONS)

    @classmethod
    def open(cls, url: str, seal: Seal) -> Self:
        """Open ``sqlite:///file`` or ``postgresql://...`` and bring its tables up to date.

        Raises Occupied if another process has the file, KeyMissing if the database was made with
        another lookup key, and SQLAlchemy's errors if it cannot be reached.
        """
        where = engines.address(url)
        lock = engines.occupy(where)
        store = cls(engines.connect(where), seal, lock)
        try:
            schema.migrate(store._engine)
            schema.recognise(store._engine, seal)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the database and of the file."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[Work]:
        """Work in one transaction: committed at the end, undone if an error leaves the block.

        Within it, use only the ``Work``: on SQLite the store's own calls would wait for its end.
        """
        with self._context() as context:
            yield Work(context)

    def claim(self, now: datetime, limit: int, lease: timedelta) -> list[Waiting]:
        """Claim at most ``limit`` waiting calls for ``lease``: replies before reminders, oldest first.

        Passes over a chat while an earlier call of it is claimed by anybody, or put off, so the
        order of a chat is kept. A claim whose lease ran out is no claim. Raises KeyMissing or SealBroken.
        """
        with self._context() as context:
            return outbox.claim(context, now, limit, now + lease)

    def prolong(self, numbers: Sequence[int], until: datetime) -> None:
        """Keep to this process, till then, what it has claimed and is still sending."""
        if numbers:
            with self._context() as context:
                outbox.prolong(context, numbers, until)

    def sent(self, numbers: Sequence[int]) -> None:
        """Remove calls that were sent, or that can never be."""
        if numbers:
            with self._context() as context:
                outbox.sent(context, numbers)

    def put_off(self, number: int, until: datetime) -> None:
        """Give back a call, and all that follows it in its chat, to be claimed from ``until`` on."""
        with self._context() as context:
            outbox.put_off(context, number, until)

    def release(self) -> None:
        """Void claims: on SQLite all of them (at the start), on PostgreSQL those of this process (at the end).

        What was put off stays so.
        """
        with self._context() as context:
            outbox.release(context)

    def drop_reminders(self, chat: int) -> None:
        """Drop every reminder of a chat that cannot be reached any more."""
        with self._context() as context:
            key = context.key(chat)
            context.hold([key])
            context.change(sql.ERASE_REMINDERS, "keys", [key])

    def digest(self, number: int, channel: str) -> bytes:
        """Return 32 bytes that stand for a number of a channel, and tell nothing without the lookup key."""
        return self._seal.conversation_key(number, channel)

    def sweep(self, now: datetime) -> Swept:
        """Erase expired conversations with all that belongs to them, old passes, and numbers of updates long seen.

        Passes over conversations in which a turn is being taken. Follow it with ``forget_traces``.
        """
        self.passes().sweep(now)
        conversations = 0
        while swept := self._sweep_some(now):
            conversations += swept
        with self._context() as context:
            seen = context.connection.execute(sql.FORGET_SEEN, {"now": now - SEEN_FOR}).rowcount
        return Swept(conversations, seen)

    def resealing(self) -> Iterator[rotation.Step]:
        """Take up changed keys, then seal anew what older keys sealed: each step is one small transaction."""
        self._seal.follow()
        yield from rotation.resealing(self._context)

    def refuse_lost_keys(self) -> None:
        """Raise KeyMissing if what is stored needs a key that was not given.

        A sample is read, so that a start takes no longer with a million conversations; what a
        rarer key sealed raises when it is opened.
        """
        for name in rotation.census(self._engine, PAGES_AT_START):
            self._seal.cipher(name)

    def backlog(self) -> Backlog:
        """Tell what waits to be sent: quickly, however many conversations there are."""
        with self._context() as context:
            return Backlog(*context.connection.execute(sql.BACKLOG).one())

    def listed(self) -> register.Listed:
        """Read the directory and the support centres."""
        with self._context() as context:
            return register.listed(context.connection)

    def registering(self) -> register.Register:
        """Give the register of the same database, to change entries with."""
        return register.Register(self._engine)

    def passes(self) -> passes.Passes:
        """Give the passes to the pages of support centres."""
        return passes.Passes(self._engine, self._seal)

    def changes(self) -> changes.Changes:
        """Give what was changed in entries on those pages."""
        return changes.Changes(self._engine)

    def counts(self) -> Counts:
        """Count the rows, for the operator."""
        with self._context() as context:
            return Counts(*context.connection.execute(sql.COUNTS).one())

    def forget_traces(self) -> None:
        """Make what was erased unreadable now: afterwards no byte of it stands in SQLite's files.

        Freed pages are overwritten as they are freed; this empties the write-ahead log. PostgreSQL
        clears its pages and log in its own time, so there this does nothing. Raises Unforgotten.
        """
        if self._is_file:
            with self._turn():
                self._empty_log()

    @property
    def _is_file(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=engines.BUSY_SECONDS):
            raise TimeoutError("The database has been busy for too long.")
        try:
            yield
        finally:
            self._turns.release()

    @contextmanager
    def _context(self) -> Iterator[Context]:
        with self._turn(), self._engine.begin() as connection:
            yield Context(connection, self._seal, self._upserts, self._owner)

    def _sweep_some(self, now: datetime) -> int:
        with self._context() as context:
            found = context.connection.execute(sql.EXPIRED, {"now": now, "limit": SWEEP_AT_ONCE})
            held = context.holdable(set(found.scalars()))
            # A turn may have prolonged one of them before it was held.
            keys = [row.key for row in context.rows(sql.STILL_EXPIRED, "keys", sorted(held), now=now)]
            erase(context, keys)
            return len(keys)

    def _empty_log(self) -> None:
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (busy, *_), *_ = cursor.fetchall()
            cursor.close()
        finally:
            connection.close()
        if busy:
            raise Unforgotten("Another program reads the database file: what was erased may still stand in its log.")
