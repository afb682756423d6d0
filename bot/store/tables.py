"""The tables: what stands in the database, and in what shape.

Nothing in them tells who somebody is: a conversation is a keyed hash of its chat's number, and all
that was said is sealed. The directory and the support centres are public; a tally counts, and knows nobody.
"""

from datetime import UTC, datetime, timedelta
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import VARCHAR
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from bot.store.seal import KEY_BYTES

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)

# SQLite numbers rows by itself only in a column that is called INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")

# A short word that is ordered by its bytes, so that both kinds of database agree on the order.
Code = String().with_variant(VARCHAR(collation="C"), "postgresql")


class Moment(TypeDecorator[datetime]):
    """A moment in time, kept as whole milliseconds since 1970 UTC; comes back aware, in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Turn an aware moment into milliseconds; raises TypeError for a naive one."""
        return None if value is None else (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Turn milliseconds into a moment."""
        return None if value is None else _EPOCH + value * _MILLISECOND


class Row(SQLModel):
    """What the tables have in common: one catalogue, and names for all that is in it."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        },
    )


class Conversation(Row, table=True):
    """Everything that one chat remembers."""

    key: bytes = Field(primary_key=True, sa_type=LargeBinary(KEY_BYTES))
    sealed: bytes
    updated_at: datetime = Field(sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment, index=True)


class Outbox(Row, table=True):
    """A call that has to reach the channel; it stands here until it was sent.

    ``claimed_until`` in the future: some process is sending it (``claimed_by``), or, with nobody
    named, it was put off till then.
    """

    __table_args__ = (
        Index(None, "conversation", "number"),
        Index(None, "priority", "number"),
        {"sqlite_autoincrement": True},  # a number is never given twice, even after all were sent
    )

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    conversation: bytes = Field(sa_type=LargeBinary(KEY_BYTES))
    sealed: bytes
    priority: int = Field(sa_type=SmallInteger)
    created_at: datetime = Field(sa_type=Moment)
    claimed_until: datetime | None = Field(default=None, sa_type=Moment)
    claimed_by: int | None = Field(default=None, sa_type=BigInteger)


class Reminder(Row, table=True):
    """A promise to come back to a chat at some moment; at most one of a kind for each ask."""

    __table_args__ = (UniqueConstraint("conversation", "kind", "ask"), {"sqlite_autoincrement": True})

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    conversation: bytes = Field(sa_type=LargeBinary(KEY_BYTES))
    kind: str
    ask: int = Field(sa_type=BigInteger)
    due_at: datetime = Field(sa_type=Moment, index=True)
    sealed: bytes


class SeenUpdate(Row, table=True):
    """The number of an update whose turn was taken. It names no chat, so it may outlive one."""

    __tablename__ = "seen_update"

    number: int = Field(primary_key=True, sa_type=Number, sa_column_kwargs={"autoincrement": False})
    seen_at: datetime = Field(sa_type=Moment, index=True)


class Keyring(Row, table=True):
    """By row 1 the database recognises the lookup key that it was made with; row 2 a move leaves (see ``moving``)."""

    number: int = Field(primary_key=True, sa_type=Number, sa_column_kwargs={"autoincrement": False})
    proof: bytes


class ServiceRow(Row, table=True):
    """An entry of the directory, as JSON (see ``bot.directory.hsds``)."""

    __tablename__ = "service"

    id: str = Field(primary_key=True, sa_type=Code)
    entry: str
    updated_at: datetime = Field(sa_type=Moment)


class SteunpuntRow(Row, table=True):
    """A support centre with a link of its own, as JSON (see ``bot.directory.steunpunten``)."""

    __tablename__ = "steunpunt"

    code: str = Field(primary_key=True, sa_type=Code)
    entry: str
    updated_at: datetime = Field(sa_type=Moment)


class Tally(Row, table=True):
    """How often something happened in a month to people who came by a support centre's link; nobody's own row."""

    month: str = Field(primary_key=True, sa_type=Code)
    steunpunt: str = Field(primary_key=True, sa_type=Code)
    what: str = Field(primary_key=True, sa_type=Code)
    value: str = Field(primary_key=True, sa_type=Code)
    number: int = Field(sa_type=BigInteger)


class DeskPass(Row, table=True):
    """What lets a colleague of a support centre in at its page: a link, and once that was opened a session.

    ``proof`` is a digest, made with the operator's key, of the secret and of all that the pass allows.
    """

    __tablename__ = "desk_pass"

    id: str = Field(primary_key=True, sa_type=Code)
    steunpunt: str = Field(sa_type=Code)
    role: str
    label: str
    days: int = Field(sa_type=SmallInteger)
    proof: bytes = Field(sa_type=LargeBinary(KEY_BYTES))
    made_at: datetime = Field(sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)
    expires_at: datetime = Field(sa_type=Moment)


class EntryChange(Row, table=True):
    """What somebody changed in an entry on that page: the whole entry before and after, as JSON."""

    __tablename__ = "entry_change"
    __table_args__ = ({"sqlite_autoincrement": True},)

    number: int | None = Field(default=None, primary_key=True, sa_type=Number)
    kind: str
    identity: str
    who: str
    made_at: datetime = Field(sa_type=Moment)
    before: str
    after: str


def table(model: type[Row]) -> Table:
    """Return a model's table, for statements."""
    return Row.metadata.tables[str(model.__tablename__)]
