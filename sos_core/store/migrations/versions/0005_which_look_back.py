"""Which of the looks back at a plan an evaluation is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("evaluation", sa.Column("look", sa.String(), nullable=False, server_default="evaluation"))
