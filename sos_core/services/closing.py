"""Closing: a referral is over, with or without a conference. Its door is shut, its streams end, and retention starts to run."""

from __future__ import annotations

from functools import partial

from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.events import Event
from sos_core.domain.kinds import ClosedBecause
from sos_core.domain.rules import closing
from sos_core.services.carrying_out import Step, carry_out
from sos_core.services.house import House
from sos_core.store.tables import Conference, Erasure, Referral


def close(house: House, actor: Actor, referral: str, *, because: ClosedBecause) -> None:
    """Close it today; with a conference its streams end at once. By its facilitator, or by a coordinator.

    Raises `closing.closed_already`, `closing.not_stepped_out` or `closing.was_held`: see the rule.
    """
    conference = _allowed(house, actor, referral)
    if conference is None:
        _close_without(house, referral, because)
        return
    carry_out(house, actor, conference, None, partial(_closed, house, referral, because), also_closed=True)


def reopen(house: House, actor: Actor, referral: str) -> None:
    """It goes on as it was, its door shut; retention stops. Raises `closing.not_closed`, or `closing.erased` once something is gone."""
    conference = _allowed(house, actor, referral)
    if conference is None:
        with house.store.writing() as session:
            row = session.get_one(Referral, referral)
            if row.closed_on is None:
                raise DomainError("closing.not_closed")
            _keep_on(house, session, row)
        return
    carry_out(house, actor, conference, None, partial(_reopened, house, referral), also_closed=True)


def kept_of(house: House, guest: Guest) -> list[dict[str, str]] | None:
    """Once it is closed: those who speak by this phone, of whom something is still kept, as `id` and `name`. None while it goes on."""
    with house.store.reading() as session:
        current = house.boards.current(session, guest.conference)
    if not current.board.closed:
        return None
    names = ((person, current.lookup.people.get(person)) for person in guest.people)
    return [{"id": person, "name": profile.name} for person, profile in names if profile and profile.name]


def mark_closed(house: House, session: Session, referral: str, because: ClosedBecause) -> None:
    """The row says so too: by it what is due is found."""
    row = session.get_one(Referral, referral)
    row.closed_on, row.closed_because = house.today(), because.value


def _allowed(house: House, actor: Actor, referral: str) -> str | None:
    """The conference that came of it, if one did. Raises NotFound for what is not this actor's to close."""
    with house.store.reading() as session:
        if session.get(Referral, referral) is None:
            raise NotFound("referral.not_here")
        taken = session.exec(select(Conference).where(Conference.referral == referral)).first()
        policy.may_close(actor, facilitator=taken.facilitator if taken else None)
        return taken.id if taken else None


def _close_without(house: House, referral: str, because: ClosedBecause) -> None:
    with house.store.writing() as session:
        if session.get_one(Referral, referral).closed_on:
            raise DomainError("closing.closed_already")
        if because is ClosedBecause.STEPPED_OUT:
            raise DomainError("closing.not_stepped_out")
        mark_closed(house, session, referral, because)


def _closed(house: House, referral: str, because: ClosedBecause, step: Step) -> Event:
    fact = closing.close(step.board, because=because)
    mark_closed(house, step.session, referral, because)
    return fact


def _reopened(house: House, referral: str, step: Step) -> Event:
    fact = closing.reopen(step.board)
    row = step.session.get_one(Referral, referral)
    _keep_on(house, step.session, row)
    return fact


def _keep_on(house: House, session: Session, row: Referral) -> None:
    """It is not closed, and what was proposed to be erased stays."""
    row.closed_on = row.closed_because = None
    wanted = select(Erasure).where(Erasure.referral == row.id, col(Erasure.erased_at).is_(None))
    of_all = col(Erasure.person).is_(None)
    for proposed in session.exec(wanted.where(of_all, col(Erasure.withdrawn_at).is_(None))):
        proposed.withdrawn_at = house.now()
