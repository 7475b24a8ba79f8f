"""The journal: every fact of a conference, in order, once. What was appended is on disk when the transaction ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select
from sqlmodel import col

from sos_core.domain.encoding import body_of, event_from, kind_of
from sos_core.domain.events import Entry, Event
from sos_core.store.quick import Hand, Quick
from sos_core.store.tables import JournalEntry, Words

VERSION = 5
"""The version in which events are written. `_upcast` reads the older ones forward."""

_HERE = col(JournalEntry.conference) == bindparam("conference")
_WRITTEN = tuple(getattr(JournalEntry, name) for name in ("seq", "at", "by", "kind", "version", "body"))
_AFTER = Quick(
    select(*_WRITTEN).where(_HERE, col(JournalEntry.seq) > bindparam("after")).order_by(col(JournalEntry.seq))
)
_SENT = Quick(
    select(col(JournalEntry.seq), col(JournalEntry.answer)).where(_HERE, col(JournalEntry.key) == bindparam("key"))
)
_APPEND = Quick(insert(JournalEntry), "conference", "seq", "kind", "version", "body", "by", "at", "key", "answer")
_SAY = Quick(insert(Words), "id", "conference", "text")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a submission came to: its seq, and the id of what it made (if it made something)."""

    seq: int
    id: str | None


def read(hand: Hand, conference: str, *, after: int = 0) -> list[Entry]:
    """The entries of a conference with a seq above `after`, in order."""
    return [_entry(row) for row in _AFTER.run(hand, {"conference": conference, "after": after})]


def already(hand: Hand, conference: str, key: str) -> Kept | None:
    """What this submission came to when it was sent before, or None."""
    rows = _SENT.run(hand, {"conference": conference, "key": key})
    return Kept(*rows[0]) if rows else None


def append(
    hand: Hand,
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
    _APPEND.run(hand, row)
    return Entry(seq, at, by, event)


def write_words(hand: Hand, conference: str, texts: Mapping[str, str]) -> None:
    """Keep these texts, by their ids."""
    for key, text in texts.items():
        _SAY.run(hand, {"id": key, "conference": conference, "text": text})


def _entry(row: Sequence[Any]) -> Entry:
    seq, at, by, kind, version, body = row
    return Entry(seq, at, by, event_from(*_upcast(kind, version, body, at)))


def _upcast(kind: str, version: int, body: dict[str, Any], at: datetime) -> tuple[str, dict[str, Any]]:
    """The kind and body as today's program writes them; what a newer program wrote is a ValueError.

    Before version 2 only worries were parked, and a scale was always shown with names; its day is that of its entry. Before version 3 an
    agreement had one back-up at most. Before version 4 no rule was kept of when it is carried out. Before version 5 a plan had one
    look back, and nobody was handed it over to.
    """
    if version > VERSION:
        raise ValueError(f"{kind} was written by a newer version of the program")
    if version < 2 and kind == "scale_asked":
        return kind, {**body, "on": at.date().isoformat(), "named": True}
    if version < 2 and kind == "worry_parked":
        return "card_parked", body
    if version < 3 and kind in {"agreement_made", "agreement_changed"}:
        body = {**body, "backups": [body["backup"]] if body["backup"] else []}
    if version < 4 and kind in {"agreement_made", "agreement_changed"}:
        return kind, {**body, "rule": None}
    if version < 5 and kind == "plan_adopted":
        return kind, {**body, "looks": []}
    if version < 5 and kind == "evaluation_ended":
        return kind, {**body, "dropped": [], "handover": None}
    return kind, body
