"""A referral is closed on a day; what is kept has terms; an erasure is proposed by one and done by another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("referral", sa.Column("closed_on", sa.Date(), nullable=True))
    op.add_column("referral", sa.Column("closed_because", sa.String(), nullable=True))
    op.create_index("ix_referral_closed_on", "referral", ["closed_on"])
    op.create_table(
        "retention_term",
        sa.Column("keeping", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("keeping"),
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("referral", sa.String(), nullable=False),
        sa.Column("conference", sa.String(), nullable=True),
        sa.Column("keeping", sa.String(), nullable=False),
        sa.Column("asked_for", sa.Boolean(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("closed_because", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.String(), nullable=False),
        sa.Column("proposed_at", Instant(), nullable=False),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("erased_at", Instant(), nullable=True),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.Column("scrubbed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_erasure_referral", "erasure", ["referral"])
