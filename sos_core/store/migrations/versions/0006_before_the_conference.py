"""Before a conference: the drafts of referrals; who is around a family, what was decided on its safety net, other measures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("referral", sa.Column("net_wanted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "net_person",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("referral", sa.String(), sa.ForeignKey("referral.id"), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("circle", sa.String(), nullable=False),
        sa.Column("informal", sa.Boolean(), nullable=False),
        *(sa.Column(question, sa.String(), nullable=False) for question in ("reachable", "knows", "willing", "dares")),
    )
    op.create_table(
        "net_check",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("referral", sa.String(), sa.ForeignKey("referral.id"), nullable=False, index=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
    )
    op.create_table(
        "alternative_measure",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("referral", sa.String(), sa.ForeignKey("referral.id"), nullable=False, index=True),
        *(sa.Column(text, sa.String(), nullable=False) for text in ("who", "what", "when")),
        sa.Column("done", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "referral_draft",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("referrer", sa.String(), sa.ForeignKey("account.id"), nullable=False, index=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("kept_at", Instant(), nullable=False),
    )
