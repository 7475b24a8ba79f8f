"""The house: the database, the hub and the clock that every service works with."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from ulid import ULID

from sos_core.access.limits import Limits
from sos_core.domain.errors import DomainError
from sos_core.domain.here import day_here
from sos_core.live.hub import Hub
from sos_core.live.presence import Presence
from sos_core.services.boards import Boards
from sos_core.services.counted_plans import bring_up_to_date
from sos_core.services.walks import Walks
from sos_core.settings import Settings
from sos_core.store.engine import Store, find_key, open_store


@dataclass(slots=True)
class House:
    """One running product."""

    settings: Settings
    store: Store
    key_beside_data: bool = False
    clock: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    pick: Callable[[Sequence[Any]], Any] = secrets.choice
    """Chance."""
    hub: Hub = field(default_factory=Hub)
    presence: Presence = field(default_factory=Presence)
    boards: Boards = field(default_factory=Boards)
    walks: Walks = field(default_factory=Walks)
    sign_ins: Limits = field(default_factory=lambda: Limits("10/minute"))
    """Per name, so that one who guesses does not lock others of the same office out."""
    wrong_codes: Limits = field(default_factory=lambda: Limits("120/minute"))
    """For the whole house: a right code is never counted, and 29⁸ codes at this rate take nobody anywhere."""
    link_uses: Limits = field(default_factory=lambda: Limits("30/minute"))
    """Per link, never per address: one that somebody asks for without end holds nobody else up."""
    wrote_at: datetime | None = None
    """When somebody said or did something at a conference last, since this start."""
    swept_on: date | None = None
    """On which day what goes by itself went last."""
    boot: str = field(default_factory=lambda: str(ULID()))
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _locks: dict[str, threading.Lock] = field(default_factory=dict)

    def now(self) -> datetime:
        return self.clock()

    def today(self) -> date:
        """The day it is for the people who use it."""
        return day_here(self.clock())

    def lock(self, conference: str) -> threading.Lock:
        """The one pen of this conference."""
        with self._guard:
            return self._locks.setdefault(conference, threading.Lock())


def new_id() -> str:
    """An id for a row, a card, a person: a ULID."""
    return str(ULID())


def open_house(settings: Settings) -> House:
    """The database of these settings, brought to the newest version; made when the folder is empty.

    Raises the `store.…` errors, having changed nothing.
    """
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DomainError("store.unreadable") from error
    key, beside = find_key(settings.data, settings.key, settings.key_file)
    store = open_store(settings.data, key)
    try:
        bring_up_to_date(store, settings.region)
    except BaseException:
        store.close()
        raise
    return House(settings, store, key_beside_data=beside)
