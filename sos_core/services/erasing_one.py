"""Erasing one person at that person's own request, while the others go on: the name and the own words go, in the safety net too; facts
stay without them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.domain import events as e
from sos_core.domain.encoding import body_of
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.fold import replay
from sos_core.domain.rules import closing
from sos_core.services.carrying_out import keep_heard, record, stake_in
from sos_core.services.house import House, new_id
from sos_core.store import erasing as rows
from sos_core.store import journal
from sos_core.store.engine import Pen
from sos_core.store.ledger import Line
from sos_core.store.tables import Account, Conference, Erasure, NetPerson, Person, Referral, Words

_OPEN = (col(Erasure.erased_at).is_(None), col(Erasure.withdrawn_at).is_(None))
PERSON = "person"
"""What stands where else the kind stands that is erased."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody asked to be erased, and nobody did it yet. Administrators see neither `name` nor `alias`."""

    id: str
    referral: str
    name: str | None
    alias: str | None
    by: str | None
    at: datetime
    mine: bool


def propose_person(house: House, actor: Actor, conference: str, person: str) -> str:
    """Propose to erase this person, who asks for it: by who leads, or a coordinator. Its id, for `confirm` and `withdraw`.

    Raises NotFound, `erasing.gone_already`, `erasing.proposed_already`.
    """
    with house.store.writing() as session:
        policy.may_propose_person(actor, stake_in(session, conference))
        check_person(session, conference, person)
        if session.exec(select(Erasure).where(*_OPEN, Erasure.person == person)).first():
            raise DomainError("erasing.proposed_already")
        referral = session.get_one(Conference, conference).referral
        proposed = Erasure(
            id=new_id(),
            referral=referral,
            conference=conference,
            person=person,
            keeping=PERSON,
            asked_for=True,
            proposed_by=actor.id,
            proposed_at=house.now(),
        )
        session.add(proposed)
    return proposed.id


def leaving_ones(house: House, actor: Actor) -> list[Leaving]:
    """Who waits to be erased, the longest first."""
    policy.may_see_retention(actor)
    sees = isinstance(actor, Staff) and actor.duty is Duty.COORDINATOR
    with house.store.reading() as session:
        names: Mapping[str, str] = dict(session.exec(select(Account.id, Account.name)).all())
        found = session.exec(
            select(Erasure, Person.name, Words.text, Referral.alias)
            .join(Referral, col(Referral.id) == Erasure.referral)
            .outerjoin(Person, col(Person.id) == Erasure.person)
            .outerjoin(NetPerson, col(NetPerson.id) == Erasure.person)
            .outerjoin(Words, col(Words.id) == NetPerson.name)
            .where(*_OPEN, col(Erasure.person).is_not(None))
            .order_by(col(Erasure.proposed_at))
        ).all()
    return [
        Leaving(
            row.id,
            row.referral,
            (name or in_the_net) if sees else None,
            alias if sees else None,
            names.get(row.proposed_by),
            row.proposed_at,
            row.proposed_by == actor.id,
        )
        for row, name, in_the_net, alias in found
    ]


def check_person(session: Session, conference: str, person: str) -> None:
    """Whether there is still something of this person: at the conference, or in the safety net of its family."""
    row = session.get(Person, person)
    here = row if row and row.conference == conference else None
    if here and here.name:
        return
    in_the_net = session.get(NetPerson, person)
    if in_the_net and in_the_net.referral == session.get_one(Conference, conference).referral:
        return
    if here is None:
        raise NotFound("person.not_here")
    raise DomainError("erasing.gone_already")


def is_erased(session: Session, person: str) -> bool:
    """Whether whoever had this id asked to be erased, and was: the id is nobody's any more."""
    done = col(Erasure.erased_at).is_not(None)
    return session.exec(select(Erasure.id).where(Erasure.person == person, done)).first() is not None


def erase_person(house: House, pen: Pen, line: Line) -> Collection[str]:
    """Of the rows; the ids of the words that went. In a database of before the invitation this person stands in the safety net alone, in
    one of before that nowhere.
    """
    assert line.conference
    assert line.person
    rows.remove_of_net(pen.connection(), line.referral, line.person)
    if pen.session.get(Person, line.person) is None:
        return ()
    current = house.boards.current(pen, line.conference)
    gone = words_of(line.person, [entry.event for entry in current.entries]) & current.lookup.words.keys()
    rows.empty_person(pen.connection(), line.conference, line.person, words=gone)
    pen.session.expire_all()
    if (person := line.person) in current.board.attendees:
        by = Staff(line.confirmed_by, "", Duty.COORDINATOR)
        record(house, pen, by, line.conference, lambda step: closing.erase_person(step.board, person=person))
    keep_heard(house, pen.session, line.conference, replay(journal.read(pen, line.conference)))
    return gone


def words_of(person: str, events: Iterable[e.Event]) -> set[str]:
    """The ids of all that this person said, of what was written to them, and of what was written beside their cards; among them are ids
    of other things.
    """
    told = list(events)
    own = {event.card for event in told if isinstance(event, e.CardWritten) and event.author == person}
    asked = {event.correction for event in told if isinstance(event, e.CorrectionAsked) and event.person == person}
    steps = {event.step for event in told if isinstance(event, e.ContactStepPlanned) and event.person == person}
    found: set[str] = set()
    for event in told:
        about = {getattr(event, name, None) for name in ("card", "correction", "step")} & (own | asked | steps)
        if about or person in {getattr(event, name, None) for name in ("person", "author", "by")}:
            found.update(_texts_in(body_of(event)))
    return found


def _texts_in(body: Mapping[str, Any]) -> list[str]:
    return [value for value in body.values() if isinstance(value, str)]
