"""A person may leave a mail address for a weekly reminder; `mailed_on` is the day of the last one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Day

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("mail", sa.String(), nullable=True))
    op.add_column("person", sa.Column("mail_lang", sa.String(), nullable=True))
    op.add_column("person", sa.Column("mailed_on", Day(), nullable=True))
