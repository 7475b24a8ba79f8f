"""Where alembic meets our tables: it works on the connection that `migrate` hands it, inside its transaction."""

from __future__ import annotations

from alembic import context

from sos_core.store.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
