"""How the database grows: every start brings it to the newest version, in one transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from sos_core.domain.errors import DomainError
from sos_core.store.engine import Store


def migrate(store: Store) -> None:
    """Bring the tables to this program's version. Nothing to do is quick.

    Raises `store.newer` for a database of a later program, `store.unreadable` for one that cannot be written.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with store.engine.execution_options(begin="IMMEDIATE").begin() as connection:
            _check_known(connection, config)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        raise DomainError("store.unreadable") from error


def _check_known(connection: Connection, config: Config) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not set(MigrationContext.configure(connection).get_current_heads()) <= known:
        raise DomainError("store.newer")
