"""Work within one transaction: what a batch of turns reads, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.store import outbox
from bot.store import statements as sql
from bot.store.trouble import SealBroken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.post import Call, Json, Waiting
    from bot.store.context import Context

SEEN_FOR = timedelta(days=6)
"""Telegram repeats an update for a day; after a week without any, its numbers start anew."""

_CONVERSATION, _REMINDER = b"conversation", b"reminder"


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder whose moment has come."""

    chat: int
    kind: str
    ask: int
    due_at: datetime


class Work:
    """The store, within one transaction.

    ``load`` comes before anything else about a chat: it holds the chat until the transaction ends,
    so that no other process takes a turn with it.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def first_seen(self, updates: Iterable[int], now: datetime) -> set[int]:
        """Record the numbers of updates; return those that were not seen before.

        A number is forgotten after ``SEEN_FOR``: by then it belongs to another update. Waits for
        another process that is recording the same number.
        """
        rows = [{"number": number, "seen_at": now, "forgotten": now - SEEN_FOR} for number in sorted(set(updates))]
        if not rows:
            return set()
        return set(self._context.connection.execute(self._context.upserts.first_seen, rows).scalars())

    def load(self, chats: Collection[int]) -> dict[int, Json]:
        """Hold the chats and return what is remembered of them; a chat without a row is missing.

        Call it once in a transaction: holding more chats later could make two processes wait for
        each other. Raises KeyMissing or SealBroken.
        """
        loaded, unreadable = self.load_readable(chats)
        if unreadable:
            raise SealBroken("A stored conversation was changed, moved or damaged; restore a backup.")
        return loaded

    def load_readable(self, chats: Collection[int]) -> tuple[dict[int, Json], set[int]]:
        """As ``load``; chats whose row is damaged are named instead, so that the others need not suffer from it."""
        keys = {self._context.key(chat): chat for chat in chats}
        self._context.hold(keys)
        loaded: dict[int, Json] = {}
        unreadable: set[int] = set()
        for row in self._context.rows(sql.LOAD, "keys", sorted(keys)):
            try:
                loaded[keys[row.key]] = self._context.opened(_CONVERSATION, row.key, row.sealed)
            except SealBroken:
                unreadable.add(keys[row.key])
        return loaded, unreadable

    def save(self, sessions: Mapping[int, tuple[Json, datetime]], now: datetime) -> None:
        """Remember, for each chat, a session and the moment at which it expires."""
        rows = [self._conversation(chat, *session, now) for chat, session in sessions.items()]
        if rows:
            self._context.connection.execute(self._context.upserts.save, rows)

    def erase(self, chat: int) -> None:
        """Erase the conversation, what waits to be sent to it, and its reminders.

        What is queued afterwards in the same transaction, such as a farewell, still leaves. Follow
        it with ``Store.forget_traces``.
        """
        erase(self._context, [self._context.key(chat)])

    def queue(
        self,
        calls: Sequence[tuple[int, Call]],
        now: datetime,
        *,
        priority: int = outbox.REPLY,
        claimed_until: datetime | None = None,
    ) -> list[Waiting]:
        """Store calls to be sent, in this order for each chat.

        With ``claimed_until`` this process claims them and gets back those that it may send as soon
        as the transaction is committed: all, but for chats for which something earlier waits
        elsewhere (claimed by another process, put off, or not claimed). The rest stays for
        ``Store.claim``; without ``claimed_until`` that is everything.
        """
        return outbox.queue(self._context, calls, now, priority, claimed_until)

    def sent(self, numbers: Sequence[int]) -> None:
        """Remove calls that were sent; the same as ``Store.sent``, without a transaction of its own."""
        outbox.sent(self._context, numbers)

    def remind(self, chat: int, kind: str, ask: int, due_at: datetime) -> None:
        """Come back to a chat at some moment; replaces an earlier reminder of this kind and ask."""
        key = self._context.key(chat)
        sealed = self._context.sealed(_REMINDER, key, {"chat": chat})
        row = {"conversation": key, "kind": kind, "ask": ask, "due_at": due_at, "sealed": sealed}
        self._context.connection.execute(self._context.upserts.remind, row)

    def forget_reminders(self, chat: int) -> None:
        """Drop every reminder of a chat."""
        self._context.change(sql.ERASE_REMINDERS, "keys", [self._context.key(chat)])

    def take_due(self, now: datetime, limit: int) -> list[Due]:
        """Take at most ``limit`` reminders that are due, the earliest first; they are gone then.

        Their chats are held. Passes over chats that another process is busy with: those come next
        time. One that is damaged is gone without being taken: it says no more whom it is for. Raises KeyMissing.
        """
        found = self._context.connection.execute(sql.DUE, {"now": now, "limit": limit}).all()
        held = self._context.holdable({row.conversation for row in found})
        numbers = [row.number for row in found if row.conversation in held]
        taken = self._context.rows(sql.TAKE_DUE, "numbers", numbers, now=now)
        return [
            Due(chat=data["chat"], kind=row.kind, ask=row.ask, due_at=row.due_at)
            for row in sorted(taken, key=lambda row: (row.due_at, row.number))
            if (data := self._context.readable(_REMINDER, row.conversation, row.sealed))
        ]

    def count(self, month: str, counted: Mapping[tuple[str, str, str], int]) -> None:
        """Add to the tallies of a month, by support centre ("" for none), what, and value."""
        rows = [
            {"month": month, "steunpunt": steunpunt, "what": what, "value": value, "number": number}
            for (steunpunt, what, value), number in sorted(counted.items())
        ]
        if rows:
            self._context.connection.execute(self._context.upserts.tally, rows)

    def _conversation(self, chat: int, session: Json, expires_at: datetime, now: datetime) -> Json:
        key = self._context.key(chat)
        sealed = self._context.sealed(_CONVERSATION, key, session)
        return {"key": key, "sealed": sealed, "updated_at": now, "expires_at": expires_at}


def erase(context: Context, keys: Sequence[bytes]) -> None:
    """Erase conversations by their keys, with all that belongs to them; holds them first."""
    context.hold(keys)
    for statement in (sql.ERASE_CONVERSATION, sql.ERASE_OUTBOX, sql.ERASE_REMINDERS):
        context.change(statement, "keys", keys)
