"""A referral knows what the client named its submission, so that sending it again makes no second family."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("referral", sa.Column("key", sa.String(), nullable=True))
    op.create_index("ix_referral_referrer_key", "referral", ["referrer", "key"], unique=True)
