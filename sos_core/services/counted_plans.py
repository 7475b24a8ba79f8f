"""Bringing a database up to date, with what is counted of plans that were adopted before it was: read from their journals once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, or_, select, update
from sqlmodel import col

from sos_core.domain.fold import replay
from sos_core.domain.occurrences import Holidays
from sos_core.domain.plan import unsupported
from sos_core.services.holidays import school_holidays
from sos_core.services.silences import silences
from sos_core.settings import Region
from sos_core.store import journal
from sos_core.store.engine import Store
from sos_core.store.migrate import migrate
from sos_core.store.tables import Conference


@dataclass(frozen=True, slots=True)
class _Hand:
    at: Connection

    def connection(self) -> Connection:
        return self.at


def bring_up_to_date(store: Store, region: Region) -> None:
    """As `migrate`, with the school holidays of this region. Raises what that raises."""
    migrate(store, partial(count_plans, school_holidays(region)))


def count_plans(holidays: Holidays, connection: Connection) -> None:
    """Each conference with a plan of which something was never counted gets its counts."""
    uncounted = or_(col(Conference.without_backup).is_(None), col(Conference.heard).is_(None))
    wanted = select(col(Conference.id)).where(col(Conference.adopted_on).is_not(None), uncounted)
    for conference in connection.execute(wanted).scalars().all():
        entries = journal.read(_Hand(connection), conference)
        board = replay(entries)
        if not board.plans:
            continue
        newest = board.plans[max(board.plans)]
        without_backup, without_monitor = unsupported(replay(e for e in entries if e.seq <= newest.seq))
        counted = {
            "without_backup": without_backup,
            "without_monitor": without_monitor,
            "heard": silences(board, holidays),
        }
        connection.execute(update(Conference).where(col(Conference.id) == conference).values(counted))
