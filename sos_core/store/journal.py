"""The journal: every fact of a conference, in order, once. What was appended is on disk when the transaction ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from sos_core.domain.encoding import body_of, event_from, kind_of
from sos_core.domain.events import Entry, Event
from sos_core.store.tables import JournalEntry

VERSION = 2
"""The version in which events are written. `_upcast` reads the older ones forward."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a submission came to: its seq, and the id of what it made (if it made something)."""

    seq: int
    id: str | None


def read(session: Session, conference: str, *, after: int = 0) -> list[Entry]:
    """The entries of a conference with a seq above `after`, in order."""
    wanted = (
        select(JournalEntry)
        .where(JournalEntry.conference == conference, JournalEntry.seq > after)
        .order_by(col(JournalEntry.seq))
    )
    return [Entry(row.seq, row.at, row.by, event_from(*_upcast(row))) for row in session.exec(wanted)]


def already(session: Session, conference: str, key: str) -> Kept | None:
    """What this submission came to when it was sent before, or None."""
    sent = select(JournalEntry).where(JournalEntry.conference == conference, JournalEntry.key == key)
    row = session.exec(sent).first()
    return Kept(row.seq, row.answer) if row else None


def append(
    session: Session,
    conference: str,
    event: Event,
    *,
    seq: int,
    by: str,
    at: datetime,
    key: str | None,
    answer: str | None = None,
) -> Entry:
    """Add the fact at `seq`. A seq or key that is taken is an IntegrityError: the database guards the order."""
    row = JournalEntry(
        conference=conference,
        seq=seq,
        kind=kind_of(event),
        version=VERSION,
        body=body_of(event),
        by=by,
        at=at,
        key=key,
        answer=answer,
    )
    session.add(row)
    return Entry(seq, at, by, event)


def _upcast(row: JournalEntry) -> tuple[str, dict[str, Any]]:
    """The kind and body as today's program writes them; what a newer program wrote is a ValueError.

    Before version 2 only worries were parked, and a scale was always shown with names; its day is that of its entry.
    """
    if row.version > VERSION:
        raise ValueError(f"{row.kind} was written by a newer version of the program")
    if row.version < 2 and row.kind == "scale_asked":
        return row.kind, {**row.body, "on": row.at.date().isoformat(), "named": True}
    if row.version < 2 and row.kind == "worry_parked":
        return "card_parked", row.body
    return row.kind, row.body
