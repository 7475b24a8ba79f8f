"""Who stepped out longest ago is found without looking at every conference."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_conference_stepped_out_on", "conference", ["stepped_out_on"])
