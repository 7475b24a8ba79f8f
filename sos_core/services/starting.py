"""Starting: the house opens. On the first start it is made, whole or not at all, before anybody can see it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from sos_core.domain.errors import DomainError
from sos_core.i18n import SOURCE
from sos_core.services.counted_plans import bring_up_to_date
from sos_core.services.demo import play_demo
from sos_core.services.erasing import settle
from sos_core.services.house import House, open_house
from sos_core.services.organisation import Readers, organisation
from sos_core.services.tidying import tidy
from sos_core.settings import Settings
from sos_core.store.engine import DATABASE, find_key, open_store, put_in_place

MAKING = "making"
"""The folder, inside that of the data, in which a new database is made: what is found there was left half done."""


def start_house(settings: Settings) -> House:
    """The house of these settings, open. Where there is no database yet it is made first: with the demo, or empty.

    A kill at any moment leaves no half a house: the next start begins anew. Of several that start at once, one makes it
    and the others wait. What was erased since this database was written is erased in it before anybody sees it. Raises the
    `store.…` errors and `organisation.unreadable`, having changed nothing, and the `ledger.…` errors.
    """
    for readers in Readers:
        organisation(settings.organisation, SOURCE, readers)
    if settings.key or settings.key_file:
        find_key(settings.data, settings.key, settings.key_file)  # what is no key is said before a folder is made
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        if not (settings.data / DATABASE).exists():
            with _alone_in(settings.data):
                if not (settings.data / DATABASE).exists():
                    _make(settings)
    except (OSError, DBAPIError) as error:
        raise DomainError("store.unreadable") from error
    house = open_house(settings)
    try:
        settle(house)
        tidy(house)
    except BaseException:
        house.store.close()
        raise
    return house


def open_beside(settings: Settings) -> House:
    """The house that is there, for a job that runs beside the product: nothing is made, and nobody who meets waits for it to be tidied.
    What was erased since is erased first. Raises `store.nothing_there`, and the `store.…` and `ledger.…` errors.
    """
    if not (settings.data / DATABASE).exists():
        raise DomainError("store.nothing_there")
    house = open_house(settings)
    try:
        settle(house)
    except BaseException:
        house.store.close()
        raise
    return house


def _make(settings: Settings) -> None:
    """A database of its own, filled, closed, and only then put where the house looks for it."""
    left = settings.data / f"{DATABASE}-wal"
    if left.exists() and left.stat().st_size:
        raise DomainError("store.half_gone")  # a new database would take the old one's last pages for its own
    key, _ = find_key(settings.data, settings.key, settings.key_file)
    making = settings.data / MAKING
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir()
    try:
        _fill(settings, making, key)
        put_in_place(making / DATABASE, settings.data / DATABASE)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _fill(settings: Settings, folder: Path, key: str) -> None:
    store = open_store(folder, key, durable=False)
    try:
        bring_up_to_date(store, settings.region)
        if settings.demo:
            play_demo(House(settings, store), key)
        store.seal()
    finally:
        store.close()


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _alone_in(folder: Path) -> Iterator[None]:
        """Only one process at a time; the lock goes with the process that holds it, however that ends."""
        with (folder / "lock").open("ab") as file:
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            yield

else:
    import fcntl

    @contextmanager
    def _alone_in(folder: Path) -> Iterator[None]:
        """Only one process at a time; the lock goes with the process that holds it, however that ends."""
        held = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield
        finally:
            os.close(held)
