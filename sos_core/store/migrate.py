"""How the database grows: every start brings it to the newest version, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from sos_core.domain.errors import DomainError
from sos_core.store.engine import Store
from sos_core.store.overview import make_anew


def migrate(store: Store, count: Callable[[Connection], None]) -> None:
    """Bring the tables to this program's version, with what is derived made anew by today's program. Nothing to do is quick.
    `count`: what it counts anew of what was there.

    Raises `store.newer` for a database of a later program, `store.unreadable` for one that cannot be written.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    try:
        with store.engine.execution_options(begin="IMMEDIATE").begin() as connection:
            before = _heads(connection)
            _check_known(before, config)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if before and before != _heads(connection):
                count(connection)
                make_anew(connection)
    except DBAPIError as error:
        raise DomainError("store.unreadable") from error


def _heads(connection: Connection) -> set[str]:
    return set(MigrationContext.configure(connection).get_current_heads())


def _check_known(heads: set[str], config: Config) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not heads <= known:
        raise DomainError("store.newer")
