"""The directory of services, the support centres that hand out links, and counters without people."""

import sqlalchemy as sa
from alembic import op

from bot.store.tables import Code

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    for name, key in (("service", "id"), ("steunpunt", "code")):
        op.create_table(
            name,
            sa.Column(key, Code, nullable=False),
            sa.Column("entry", sa.String(), nullable=False),
            sa.Column("updated_at", sa.BigInteger(), nullable=False),
            sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
        )
    op.create_table(
        "tally",
        sa.Column("month", Code, nullable=False),
        sa.Column("steunpunt", Code, nullable=False),
        sa.Column("what", Code, nullable=False),
        sa.Column("value", Code, nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("month", "steunpunt", "what", "value", name="pk_tally"),
    )


def downgrade() -> None:
    """Drop the tables, and all that is in them."""
    for name in ("tally", "steunpunt", "service"):
        op.drop_table(name)
