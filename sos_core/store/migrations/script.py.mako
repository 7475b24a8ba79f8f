## Takes the number after the newest; whoever lands second is renumbered, file and revision, so that numbers follow the chain.
"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sos_core.store.tables import Instant
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
