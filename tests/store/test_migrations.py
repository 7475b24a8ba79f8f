"""The migrations are one chain, and their numbers follow it."""

from __future__ import annotations

from pathlib import Path

from alembic.script import ScriptDirectory

import sos_core.store.migrate as home


def test_the_numbers_of_the_migrations_follow_their_chain() -> None:
    scripts = list(ScriptDirectory(str(Path(home.__file__).parent / "migrations")).walk_revisions())[::-1]
    numbers = [f"{number:04}" for number in range(1, len(scripts) + 1)]
    assert [script.revision for script in scripts] == numbers
    assert [Path(script.path).name[:4] for script in scripts] == numbers
