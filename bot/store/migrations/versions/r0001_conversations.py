"""The first tables: conversations, what waits to be sent, reminders, and updates that were seen."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    _conversation()
    _outbox()
    _reminder()
    _seen_update()
    op.create_table(
        "keyring",
        sa.Column("number", _number, autoincrement=False, nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_keyring"),
    )


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for name in ("keyring", "seen_update", "reminder", "outbox", "conversation"):
        op.drop_table(name)


def _conversation() -> None:
    op.create_table(
        "conversation",
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_conversation"),
    )
    op.create_index("ix_conversation_expires_at", "conversation", ["expires_at"])


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("number", _number, nullable=False),
        sa.Column("conversation", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("claimed_until", sa.BigInteger(), nullable=True),
        sa.Column("claimed_by", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_conversation_number", "outbox", ["conversation", "number"])
    op.create_index("ix_outbox_priority_number", "outbox", ["priority", "number"])


def _reminder() -> None:
    op.create_table(
        "reminder",
        sa.Column("number", _number, nullable=False),
        sa.Column("conversation", sa.LargeBinary(32), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ask", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reminder"),
        sa.UniqueConstraint("conversation", "kind", "ask", name="uq_reminder_conversation_kind_ask"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reminder_due_at", "reminder", ["due_at"])


def _seen_update() -> None:
    op.create_table(
        "seen_update",
        sa.Column("number", _number, autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_seen_update"),
    )
    op.create_index("ix_seen_update_seen_at", "seen_update", ["seen_at"])
