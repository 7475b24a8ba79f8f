"""Scrubbing: what was taken back or erased leaves every page of the file. That it still has to is written in the transaction in which it
went, whichever service wrote it.

`secure_delete` empties the place where a text stood last; where SQLite moved it about before, copies stay behind on the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, func, insert, inspect, select
from sqlalchemy.orm import Session
from sqlmodel import col

from sos_core.domain.kinds import Keeping
from sos_core.store.erasing import TEXTS
from sos_core.store.tables import Forgotten

if TYPE_CHECKING:
    from sos_core.store.engine import Store

_DRAFTS = "referral_draft"
_ALSO = {"referral_draft.body", "person.mail"}
_KEPT = {Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY}
_HOLDING = {name.partition(".")[0] for name, keeping in TEXTS.items() if keeping in _KEPT} | {_DRAFTS}


def keep_track(session: Session, _context: object = None) -> None:
    """A row with a family's words that went, or a text that no longer reads as it did, is still in the file."""
    if any(_is_of_a_family(row) for row in session.deleted) or any(map(_lost_a_text, session.dirty)):
        forgotten(session.connection())


def forgotten(connection: Connection) -> None:
    """Something went that is still in the file."""
    connection.execute(insert(Forgotten).values(id=None))


def waits(connection: Connection) -> bool:
    """Whether something that went is still in the file."""
    return connection.execute(select(col(Forgotten.id)).limit(1)).first() is not None


def scrub(store: Store) -> bool:
    """Every page is written anew, without what went; whether that could be done now. What goes meanwhile waits for the next time."""
    with store.reading() as session:
        last = session.connection().execute(select(func.max(Forgotten.id))).scalar()
    if not store.scrub():
        return False
    if last:
        with store.writing() as session:
            session.connection().execute(delete(Forgotten).where(col(Forgotten.id) <= last))
    return True


def _is_of_a_family(row: Any) -> bool:
    return row.__tablename__ in _HOLDING


def _lost_a_text(row: Any) -> bool:
    return _is_of_a_family(row) and any(value is not None for value in _before(row))


def _before(row: Any) -> Iterator[Any]:
    """What stood in the columns with texts that were written over."""
    state = inspect(row)
    for column in row.__table__.columns:
        name = f"{row.__tablename__}.{column.name}"
        if TEXTS.get(name) in _KEPT or name in _ALSO:
            yield from state.attrs[column.name].history.deleted or ()
