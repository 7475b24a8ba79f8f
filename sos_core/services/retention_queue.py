"""The retention queue: how many families something waits to be erased of. Counted by the database; no name of a family."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.retention import ORDER, DueState, Terms, what_is_kept
from sos_core.services.house import House
from sos_core.services.retention import furthest_gone, terms_in
from sos_core.store.overview import Stage
from sos_core.store.tables import Erasure, Overview, Referral


@dataclass(frozen=True, slots=True)
class Queue:
    """Of so many families something is `due`, of so many others within two weeks, of the rest `later`. So many erasures were
    proposed by somebody else, and wait for a `second` person. So many are over and still `to_close`.
    """

    due: int
    soon: int
    later: int
    second: int
    to_close: int


def retention_queue(house: House, actor: Actor) -> Queue:
    """What asks for something on the page about keeping and erasing."""
    policy.may_see_retention(actor)
    with house.store.reading() as session:
        states = _states(house, session, terms_in(session))
        proposed = (
            col(Erasure.erased_at).is_(None),
            col(Erasure.withdrawn_at).is_(None),
            Erasure.proposed_by != actor.id,
        )
        second = session.exec(select(func.count()).select_from(Erasure).where(*proposed)).one()
        over = col(Overview.stage).in_((Stage.LEFT, Stage.HANDED_OVER))
        to_close = session.exec(select(func.count()).select_from(Overview).where(over)).one()
    return Queue(states[DueState.DUE], states[DueState.SOON], states[DueState.LATER], second, to_close)


def _states(house: House, session: Session, terms: Terms) -> Counter[DueState]:
    """By state, how many closed families there are. Those that closed on one day, and of which as much is left, are looked at once."""
    gone = furthest_gone()
    alike = (col(Referral.closed_on), gone.c.kind)
    wanted = select(*alike, func.count()).join(gone, gone.c.referral == col(Referral.id), isouter=True)
    found: Counter[DueState] = Counter()
    for closed_on, kind, many in session.exec(wanted.where(alike[0].is_not(None)).group_by(*alike)):
        assert closed_on
        erased = () if kind is None else (ORDER[kind],)
        kept = {one.state for one in what_is_kept(closed_on, terms, erased, house.today())}
        if state := next((one for one in DueState if one in kept), None):
            found[state] += many
    return found
