"""The overview knows of each agreement when it was last heard of, and from when on that is too long ago.

What is derived is not filled here: it is made anew after every migration.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Day, Hearings

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEX = "ix_overview_urgent"


def upgrade() -> None:
    op.drop_index(INDEX, table_name="overview")
    for table in ("conference", "overview"):
        op.drop_column(table, "heard_on")  # not as a batch, which makes the table anew: others point at it
        op.add_column(table, sa.Column("heard", Hearings(), nullable=True))
    op.add_column("overview", sa.Column("silent_from", Day(), nullable=True))
    urgent = ["listed", "asks_on", "referral", "stage", "referred_on", "days_to_first"]
    urgent += ["silent_from", "without_backup", "without_monitor", "facilitator", "second", "sought_as"]
    op.create_index(INDEX, "overview", urgent)
