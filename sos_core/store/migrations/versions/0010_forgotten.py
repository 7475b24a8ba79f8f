"""That something which went is still in the file is known of all that goes; one person can be erased alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("forgotten", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute(
        "INSERT INTO forgotten (id) VALUES (1)"
    )  # of what went before nobody knows: it goes at the first quiet moment
    with op.batch_alter_table("erasure") as table:
        table.drop_column("scrubbed")
        table.add_column(sa.Column("person", sa.String(), nullable=True))
        table.alter_column("closed_on", existing_type=sa.Date(), nullable=True)
        table.alter_column("closed_because", existing_type=sa.String(), nullable=True)
