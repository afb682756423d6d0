"""The outbox: calls are stored with the turn that made them, and leave it when they were sent.

Order in a chat is the order of the numbers. Four rules keep it, with any number of processes:

- a chat's calls are queued under hold of the chat, so numbers follow the turns;
- a process may send what it queued at once only if nothing earlier of the chat waits elsewhere;
- nothing is claimed while something earlier of its chat is being sent, or was put off;
- priority never falls within a chat: a reply lifts the reminders that stand before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from bot.post import Call, Waiting
from bot.store import statements as sql

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from bot.store.context import Context

REPLY, REMINDER = 0, 1

_TABLE = b"outbox"

# Claims take turns: two at once could each skip what the other locks, and so break a chat's order.
_LOCK_CLAIMS = text("SELECT pg_advisory_xact_lock(1986158962, 2)")


def queue(
    context: Context,
    calls: Sequence[tuple[int, Call]],
    now: datetime,
    priority: int = REPLY,
    claimed_until: datetime | None = None,
) -> list[Waiting]:
    """Store calls in this order; see ``Work.queue``."""
    if not calls:
        return []
    keys = {chat: context.key(chat) for chat, _ in calls}
    claimed: dict[str, Any] = {"claimed_until": claimed_until, "claimed_by": context.owner}
    unclaimed: dict[str, Any] = {"claimed_until": None, "claimed_by": None}
    late = set(keys.values()) if claimed_until is None else _waiting_elsewhere(context, keys.values(), now)
    if priority == REPLY:
        context.change(sql.PROMOTE, "keys", list(keys.values()))
    rows = [
        {
            "conversation": keys[chat],
            "sealed": context.sealed(_TABLE, keys[chat], {"chat": chat, "method": call.method, "data": call.data}),
            "priority": priority,
            "created_at": now,
            **(unclaimed if keys[chat] in late else claimed),
        }
        for chat, call in calls
    ]
    numbers = sorted(context.connection.execute(context.upserts.queue, rows).scalars())
    waiting = [Waiting(number, chat, call) for number, (chat, call) in zip(numbers, calls, strict=True)]
    return [one for one in waiting if keys[one.chat] not in late]


def claim(context: Context, now: datetime, limit: int, until: datetime) -> list[Waiting]:
    """Claim calls that nobody is sending, replies and the oldest first; see ``Store.claim``.

    One that is damaged says no more where it was to go: it is dropped, so that what follows it can leave.
    """
    hold_claims(context)
    rows = context.connection.execute(sql.CLAIMABLE, {"now": now, "limit": limit}).all()
    numbers = [row.number for row in rows]
    context.change(sql.CLAIM, "numbers", numbers, until=until, owner=context.owner)
    opened = [(row, context.readable(_TABLE, row.conversation, row.sealed)) for row in rows]
    sent(context, [row.number for row, data in opened if data is None])
    return [Waiting(row.number, data["chat"], Call(data["method"], data["data"])) for row, data in opened if data]


def hold_claims(context: Context) -> None:
    """Wait until nobody is claiming, and keep others from it until the transaction ends."""
    if context.connection.dialect.name == "postgresql":
        context.connection.execute(_LOCK_CLAIMS)


def prolong(context: Context, numbers: Sequence[int], until: datetime) -> None:
    """Keep claims of this process for longer; see ``Store.prolong``."""
    context.change(sql.PROLONG, "numbers", sorted(numbers), until=until, owner=context.owner)


def sent(context: Context, numbers: Sequence[int]) -> None:
    """Remove calls that were sent, or that can never be."""
    context.change(sql.SENT, "numbers", sorted(numbers))


def put_off(context: Context, number: int, until: datetime) -> None:
    """Let a call, and what follows it in its chat, wait; see ``Store.put_off``."""
    context.connection.execute(sql.PUT_OFF, {"from_number": number, "until": until})


def release(context: Context) -> None:
    """Void claims; see ``Store.release``."""
    if context.connection.dialect.name == "postgresql":
        context.connection.execute(sql.RELEASE_MINE, {"owner": context.owner})
    else:
        context.connection.execute(sql.RELEASE_ALL)


def _waiting_elsewhere(context: Context, keys: Collection[bytes], now: datetime) -> set[bytes]:
    rows = context.rows(sql.WAITING_ELSEWHERE, "keys", list(keys), now=now, owner=context.owner)
    return {row.conversation for row in rows}
