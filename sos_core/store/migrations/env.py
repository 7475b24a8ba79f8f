"""Where alembic meets our tables: it works on the connection that `migrate` hands it, inside its transaction."""

from __future__ import annotations

from alembic import context
from sqlmodel import SQLModel

from sos_core.store import tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
assert tables.SQLModel is SQLModel
with context.begin_transaction():
    context.run_migrations()
