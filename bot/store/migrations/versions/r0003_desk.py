"""The page of a support centre: who may open it, and what was changed there."""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import Code

revision = "0003"
down_revision = "0002"

_number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "desk_pass",
        sa.Column("id", Code, nullable=False),
        sa.Column("steunpunt", Code, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("days", sa.SmallInteger(), nullable=False),
        sa.Column("proof", sa.LargeBinary(32), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_desk_pass"),
    )
    op.create_table(
        "entry_change",
        sa.Column("number", _number, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_entry_change"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for name in ("entry_change", "desk_pass"):
        op.drop_table(name)
