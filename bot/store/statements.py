"""The statements: each is built once, in the words of the database that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, delete, exists, func, null, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.store.tables import (
    Conversation,
    Keyring,
    Moment,
    Number,
    Outbox,
    Reminder,
    SeenUpdate,
    Tally,
    table,
)

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, ColumnElement, Executable, Table
    from sqlalchemy.sql.dml import ReturningInsert

conversation, outbox, reminder = table(Conversation), table(Outbox), table(Reminder)
seen_update, keyring, tally = table(SeenUpdate), table(Keyring), table(Tally)

# The values that statements ask for. Names differ from the columns', which an upsert binds itself.
NOW = bindparam("now", type_=Moment())
UNTIL = bindparam("until", type_=Moment())
KEYS: BindParameter[bytes] = bindparam("keys", expanding=True)
NUMBERS = bindparam("numbers", expanding=True, type_=Number)
OWNER = bindparam("owner", type_=BigInteger())
LIMIT = bindparam("limit", type_=Number)

# --- conversations, under the lock of their chat -------------------------------------------------

# Locks in the order given; a sorted list therefore never makes two transactions wait for each other.
LOCK_CHATS = text("SELECT pg_advisory_xact_lock(lock) FROM unnest(CAST(:locks AS bigint[])) AS lock")
TRY_LOCK_CHATS = text(
    "SELECT lock FROM (SELECT lock, pg_try_advisory_xact_lock(lock) AS mine "
    "FROM unnest(CAST(:locks AS bigint[])) AS lock OFFSET 0) AS tried WHERE mine"
)

LOAD = (
    select(conversation.c.key, conversation.c.sealed)
    .where(conversation.c.key.in_(KEYS))
    .order_by(conversation.c.key)
    .with_for_update()
)

# --- the outbox ----------------------------------------------------------------------------------

# Whatever this process is not sending itself: claimed by another, put off, or claimed by nobody.
WAITING_ELSEWHERE = (
    select(outbox.c.conversation)
    .where(
        outbox.c.conversation.in_(KEYS),
        or_(outbox.c.claimed_by.is_distinct_from(OWNER), outbox.c.claimed_until <= NOW),
    )
    .distinct()
)
PROMOTE = update(outbox).where(outbox.c.conversation.in_(KEYS), outbox.c.priority > 0).values(priority=0)

_earlier = outbox.alias("earlier")
_held_up = exists().where(
    _earlier.c.conversation == outbox.c.conversation,
    _earlier.c.number < outbox.c.number,
    _earlier.c.claimed_until > NOW,
)
CLAIMABLE = (
    select(outbox.c.number, outbox.c.conversation, outbox.c.sealed)
    .where(or_(outbox.c.claimed_until.is_(None), outbox.c.claimed_until <= NOW), ~_held_up)
    .order_by(outbox.c.priority, outbox.c.number)
    .limit(LIMIT)
    .with_for_update(skip_locked=True)
)
CLAIM = update(outbox).where(outbox.c.number.in_(NUMBERS)).values(claimed_until=UNTIL, claimed_by=OWNER)
PROLONG = update(outbox).where(outbox.c.number.in_(NUMBERS), outbox.c.claimed_by == OWNER).values(claimed_until=UNTIL)
SENT = delete(outbox).where(outbox.c.number.in_(NUMBERS))

_number = bindparam("from_number", type_=Number)
_whose = select(_earlier.c.conversation).where(_earlier.c.number == _number).scalar_subquery()
PUT_OFF = (
    update(outbox)
    .where(outbox.c.conversation == _whose, outbox.c.number >= _number)
    .values(claimed_until=UNTIL, claimed_by=null())
)
RELEASE = update(outbox).values(claimed_until=null(), claimed_by=null())
RELEASE_ALL = RELEASE.where(outbox.c.claimed_by.is_not(None))
RELEASE_MINE = RELEASE.where(outbox.c.claimed_by == OWNER)

# --- reminders -----------------------------------------------------------------------------------

DUE = (
    select(reminder.c.number, reminder.c.conversation)
    .where(reminder.c.due_at <= NOW)
    .order_by(reminder.c.due_at, reminder.c.number)
    .limit(LIMIT)
)
TAKE_DUE = (
    delete(reminder)
    .where(reminder.c.number.in_(NUMBERS), reminder.c.due_at <= NOW)
    .returning(
        reminder.c.number,
        reminder.c.conversation,
        reminder.c.kind,
        reminder.c.ask,
        reminder.c.due_at,
        reminder.c.sealed,
    )
)

# --- forgetting ----------------------------------------------------------------------------------

ERASE_CONVERSATION = delete(conversation).where(conversation.c.key.in_(KEYS))
ERASE_OUTBOX = delete(outbox).where(outbox.c.conversation.in_(KEYS))
ERASE_REMINDERS = delete(reminder).where(reminder.c.conversation.in_(KEYS))
EXPIRED = (
    select(conversation.c.key)
    .where(conversation.c.expires_at <= NOW)
    .order_by(conversation.c.expires_at)
    .limit(LIMIT)
)
STILL_EXPIRED = select(conversation.c.key).where(conversation.c.key.in_(KEYS), conversation.c.expires_at <= NOW)
FORGET_SEEN = delete(seen_update).where(seen_update.c.seen_at <= NOW)

# --- for the operator ----------------------------------------------------------------------------


def _rows(rows: Table) -> ColumnElement[int]:
    return select(func.count()).select_from(rows).scalar_subquery()


COUNTS = select(
    _rows(conversation).label("conversations"),
    _rows(outbox).label("outbox"),
    _rows(reminder).label("reminders"),
    _rows(seen_update).label("seen"),
    select(func.min(outbox.c.created_at)).scalar_subquery().label("oldest"),
)
BACKLOG = select(
    _rows(outbox).label("depth"), select(func.min(outbox.c.created_at)).scalar_subquery().label("oldest")
)
PROOF = select(keyring.c.proof).where(keyring.c.number == 1)


class Upserts:
    """The statements that insert or change: SQLite and PostgreSQL each have their own word for them."""

    def __init__(self, dialect: str) -> None:
        insert: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
        self.first_seen = _first_seen(insert(seen_update))
        self.save: Executable = _replacing(insert(conversation), ("key",), ("sealed", "updated_at", "expires_at"))
        self.remind: Executable = _replacing(insert(reminder), ("conversation", "kind", "ask"), ("due_at", "sealed"))
        self.tally: Executable = _adding(insert(tally))
        self.keyring: Executable = insert(keyring).on_conflict_do_nothing()
        # SQLite numbers the rows of one statement in their order; asked to prove it, SQLAlchemy inserts
        # them one by one.
        self.queue: ReturningInsert[int] = insert(outbox).returning(
            outbox.c.number, sort_by_parameter_order=dialect == "postgresql"
        )


def _first_seen(insert: Any) -> ReturningInsert[int]:
    """Return the numbers that were never seen, or so long ago that they are another update's now."""
    statement: ReturningInsert[int] = insert.on_conflict_do_update(
        index_elements=[seen_update.c.number],
        set_={"seen_at": insert.excluded.seen_at},
        where=seen_update.c.seen_at <= bindparam("forgotten", type_=Moment()),
    ).returning(seen_update.c.number)
    return statement


def _replacing(insert: Any, key: tuple[str, ...], changing: tuple[str, ...]) -> Executable:
    statement: Executable = insert.on_conflict_do_update(
        index_elements=key, set_={name: insert.excluded[name] for name in changing}
    )
    return statement


def _adding(insert: Any) -> Executable:
    added: Executable = insert.on_conflict_do_update(
        index_elements=("month", "steunpunt", "what", "value"),
        set_={"number": tally.c.number + insert.excluded.number},
    )
    return added
