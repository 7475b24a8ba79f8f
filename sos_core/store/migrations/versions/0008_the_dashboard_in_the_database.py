"""The dashboard is filtered, ordered and counted by the database: a narrow row a family, and views that coordinators keep.

What is derived is not filled here: `migrate` makes it anew after every migration.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Day

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conference", sa.Column("heard_on", sa.Date(), nullable=True))
    op.add_column("conference", sa.Column("without_backup", sa.Integer(), nullable=True))
    op.add_column("conference", sa.Column("without_monitor", sa.Integer(), nullable=True))
    op.create_table(
        "overview",
        sa.Column("referral", sa.String(), nullable=False),
        sa.Column("conference", sa.String(), nullable=True),
        sa.Column("facilitator", sa.String(), nullable=True),
        sa.Column("second", sa.String(), nullable=True),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("asks_on", Day(), nullable=False),
        sa.Column("referred_on", Day(), nullable=False),
        sa.Column("first_session_on", Day(), nullable=True),
        sa.Column("days_to_first", sa.Integer(), nullable=True),
        sa.Column("evaluation_on", Day(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("heard_on", Day(), nullable=True),
        sa.Column("without_backup", sa.Integer(), nullable=False),
        sa.Column("without_monitor", sa.Integer(), nullable=False),
        sa.Column("sought_as", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["referral"], ["referral.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("referral"),
    )
    urgent = ["listed", "asks_on", "referral", "stage", "referred_on", "days_to_first"]
    urgent += ["heard_on", "without_backup", "without_monitor", "facilitator", "second", "sought_as"]
    op.create_index("ix_overview_urgent", "overview", urgent)
    op.create_index("ix_overview_led", "overview", ["listed", "facilitator", "second", "stage", "asks_on"])
    first_session = ["first_session_on", "days_to_first", "facilitator", "second"]
    op.create_index("ix_overview_first_session", "overview", first_session)
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("account", "name"),
    )
    op.create_index("ix_saved_view_account", "saved_view", ["account"])
