"""How the database grows: every start brings it to the newest version, in one transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from sos_core.store.engine import Store


def migrate(store: Store) -> None:
    """Bring the tables to this program's version. Nothing to do is quick."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with store.engine.execution_options(begin="IMMEDIATE").begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
