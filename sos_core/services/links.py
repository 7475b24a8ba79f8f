"""Links: secrets that somebody holds, each for one purpose, until they are ended. Only their fingerprints are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, or_, update
from sqlmodel import Session, col, select

from sos_core.access.secrets import fingerprint, new_door_token
from sos_core.services.house import House, new_id
from sos_core.store.tables import Conference, Link, Person, Referral


class Purpose(StrEnum):
    """What a link is for, and for nothing else."""

    CALENDAR = "calendar"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose link it is: a person at a conference, or an account."""

    conference: str | None = None
    person: str | None = None
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A link that still works."""

    id: str
    holder: Holder


def make_link(house: House, session: Session, holder: Holder, purpose: Purpose, *, days: int | None = None) -> str:
    """The secret of a new link, to be shown once; the one that its holder had for this ends. With `days` it ends by itself."""
    end_links(house, session, holder, purpose)
    token, now = new_door_token(), house.now()
    link = Link(
        id=new_id(),
        purpose=purpose,
        token=fingerprint(token),
        conference=holder.conference,
        person=holder.person,
        account=holder.account,
        made_at=now,
        ends_at=now + timedelta(days) if days else None,
    )
    session.add(link)
    return token


def end_links(house: House, session: Session, holder: Holder, *purposes: Purpose) -> None:
    """From here on they open nothing: those for these purposes, without any all that this holder has."""
    which = [_of(holder), col(Link.revoked_at).is_(None), *([col(Link.purpose).in_(purposes)] if purposes else [])]
    session.execute(update(Link).where(*which).values(revoked_at=house.now()))


def held_by(house: House, session: Session, token: str, purpose: Purpose) -> Held | None:
    """The link that this secret is, as long as it works. None for one that never was, was ended or is over, is for something else,
    whose holder was erased, or whose conference is closed: the same answer for all.
    """
    row = session.exec(select(Link).where(Link.token == fingerprint(token), *_working(house, purpose))).first()
    if row is None or (row.conference and _is_closed(session, row.conference)):
        return None
    if row.person:
        person = session.get(Person, row.person)
        if person is None or person.name is None:
            return None
    return Held(row.id, Holder(row.conference, row.person, row.account))


def _is_closed(session: Session, conference: str) -> bool:
    closed = col(Referral.closed_on).is_not(None)
    wanted = select(Referral.id).where(Referral.id == Conference.referral, Conference.id == conference, closed)
    return session.exec(wanted).first() is not None


def links_of(house: House, session: Session, people: Iterable[str]) -> dict[str, list[Link]]:
    """By person, the links that work."""
    found: dict[str, list[Link]] = {}
    wanted = select(Link).where(col(Link.person).in_(list(people)), *_working(house)).order_by(col(Link.purpose))
    for link in session.exec(wanted):
        found.setdefault(link.person or "", []).append(link)
    return found


def has_link(house: House, session: Session, holder: Holder, purpose: Purpose) -> bool:
    """Whether this holder has a link for this that works."""
    return session.exec(select(Link.id).where(_of(holder), *_working(house, purpose))).first() is not None


def _working(house: House, *purposes: Purpose) -> list[ColumnElement[bool]]:
    over = or_(col(Link.ends_at).is_(None), col(Link.ends_at) > house.now())
    return [col(Link.revoked_at).is_(None), over, *([col(Link.purpose).in_(purposes)] if purposes else [])]


def _of(holder: Holder) -> ColumnElement[bool]:
    return col(Link.account) == holder.account if holder.account else col(Link.person) == holder.person
