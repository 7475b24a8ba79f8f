"""Presence: which of those who are in have dropped off, for the desk alone. Never that somebody is writing."""

from __future__ import annotations

from sqlmodel import col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.store.tables import Person


def who_is_away(house: House, actor: Actor, conference: str) -> list[str]:
    """The ids of those who are at this session and whose phone has not been heard of for a while. Raises NotFound.

    Who has no phone, or shares one that is here, is not away.
    """
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        board = house.boards.current(session, conference).board
        with_phone = select(Person.id).where(Person.conference == conference, col(Person.phone).is_not(None))
        people = [person for person in session.exec(with_phone) if person in board.here]
    return house.presence.away(people)
