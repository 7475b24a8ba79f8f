"""The journal: every fact of a conference, in order, once. What was appended is on disk when the transaction ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select
from sqlmodel import Session, col

from sos_core.domain.encoding import body_of, event_from, kind_of
from sos_core.domain.events import Entry, Event
from sos_core.store.tables import JournalEntry, Words

VERSION = 2
"""The version in which events are written. `_upcast` reads the older ones forward."""

# Every note goes by these: each is built once, and asks for columns, not for objects that are then watched for changes.
_HERE = col(JournalEntry.conference) == bindparam("conference")
_AFTER = (
    select(*(getattr(JournalEntry, name) for name in ("seq", "at", "by", "kind", "version", "body")))
    .where(_HERE, col(JournalEntry.seq) > bindparam("after"))
    .order_by(col(JournalEntry.seq))
)
_SENT = select(col(JournalEntry.seq), col(JournalEntry.answer)).where(_HERE, col(JournalEntry.key) == bindparam("key"))
_APPEND = insert(JournalEntry)
_SAY = insert(Words)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a submission came to: its seq, and the id of what it made (if it made something)."""

    seq: int
    id: str | None


def read(session: Session, conference: str, *, after: int = 0) -> list[Entry]:
    """The entries of a conference with a seq above `after`, in order."""
    rows = session.connection().execute(_AFTER, {"conference": conference, "after": after})
    return [Entry(row.seq, row.at, row.by, event_from(*_upcast(row))) for row in rows]


def already(session: Session, conference: str, key: str) -> Kept | None:
    """What this submission came to when it was sent before, or None."""
    row = session.connection().execute(_SENT, {"conference": conference, "key": key}).first()
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
    row = {
        "conference": conference,
        "seq": seq,
        "kind": kind_of(event),
        "version": VERSION,
        "body": body_of(event),
        "by": by,
        "at": at,
        "key": key,
        "answer": answer,
    }
    session.connection().execute(_APPEND, row)
    return Entry(seq, at, by, event)


def write_words(session: Session, conference: str, texts: Mapping[str, str]) -> None:
    """Keep these texts, by their ids."""
    rows = [{"id": key, "conference": conference, "text": text} for key, text in texts.items()]
    if rows:
        session.connection().execute(_SAY, rows)


def _upcast(row: Row[Any]) -> tuple[str, dict[str, Any]]:
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
