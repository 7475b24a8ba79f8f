"""Links: secrets that a person or an account holds, each for one purpose, and that can be revoked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("conference", sa.String(), nullable=True),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=True),
        sa.Column("revoked_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["conference"], ["conference.id"]),
        sa.ForeignKeyConstraint(["person"], ["person.id"]),
        sa.ForeignKeyConstraint(["account"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token"),
    )
    for holder in ("conference", "person", "account"):
        op.create_index(f"ix_link_{holder}", "link", [holder], unique=False)
