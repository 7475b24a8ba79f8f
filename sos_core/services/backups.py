"""Back-ups: one file, encrypted with the same key, taken while people work; and put back, with what was erased since erased again."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from sos_core.domain.errors import DomainError
from sos_core.services.starting import start_house
from sos_core.settings import Settings
from sos_core.store.engine import DATABASE, check_whole, copy_whole, find_key, let_go, put_in_place

_NEW = ".new"


def backup(settings: Settings, file: Path) -> None:
    """The database as it is at this moment, in this file; what was there before is replaced, and only by a whole one.

    Raises `backup.nothing_yet` where there is no database, `backup.unwritable`, and the `store.…` errors.
    """
    source = settings.data / DATABASE
    if not source.exists():
        raise DomainError("backup.nothing_yet")
    key, _ = find_key(settings.data, settings.key, settings.key_file)
    check_whole(source, key)
    fresh = file.with_name(file.name + _NEW)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        copy_whole(source, fresh, key)
        check_whole(fresh, key)
        put_in_place(fresh, file)
    except OSError as error:
        raise DomainError("backup.unwritable") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def restore(settings: Settings, file: Path) -> None:
    """This back-up takes the place of the database. What the ledger knows of is erased in it before it is given. Only while the
    product does not run.

    Raises `backup.not_there`, `store.in_use`, `backup.unwritable`, and the `store.…` and `ledger.…` errors. Until the back-up was
    found whole nothing is changed.
    """
    if not file.is_file():
        raise DomainError("backup.not_there")
    key, _ = find_key(settings.data, settings.key, settings.key_file)
    check_whole(file, key)
    place = settings.data / DATABASE
    fresh = place.with_name(DATABASE + _NEW)
    let_go(place, key)
    try:
        shutil.copyfile(file, fresh)
        fresh.chmod(0o600)
        put_in_place(fresh, place)
    except OSError as error:
        raise DomainError("backup.unwritable") from error
    finally:
        fresh.unlink(missing_ok=True)
    start_house(settings).store.close()
