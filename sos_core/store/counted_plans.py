"""Plans that were adopted before they were counted: what they leave open, read from their journals once."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select, update
from sqlmodel import col

from sos_core.domain.fold import replay
from sos_core.domain.plan import unsupported
from sos_core.store import journal
from sos_core.store.tables import Conference


@dataclass(frozen=True, slots=True)
class _Hand:
    at: Connection

    def connection(self) -> Connection:
        return self.at


def count_plans(connection: Connection) -> None:
    """Each conference with a plan that was never counted gets its counts, and the day of its newest plan as the day of which we
    last heard of it.
    """
    uncounted = col(Conference.adopted_on).is_not(None) & col(Conference.without_backup).is_(None)
    for conference in connection.execute(select(col(Conference.id)).where(uncounted)).scalars().all():
        entries = journal.read(_Hand(connection), conference)
        plans = replay(entries).plans
        if not plans:
            continue
        newest = plans[max(plans)]
        without_backup, without_monitor = unsupported(replay(e for e in entries if e.seq <= newest.seq))
        counted = {
            "heard_on": newest.adopted_on,
            "without_backup": without_backup,
            "without_monitor": without_monitor,
        }
        connection.execute(update(Conference).where(col(Conference.id) == conference).values(counted))
