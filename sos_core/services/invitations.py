"""Invitations: who of the family's safety net can still be asked to come."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import NotFound
from sos_core.domain.guarding import plain_words
from sos_core.domain.kinds import Role
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.safety_net import NetPersonCard, net_of
from sos_core.store.tables import Conference


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Somebody to ask, with the role that is proposed. `namesake`: somebody with this name is on the list already."""

    id: str
    name: str
    relation: str | None
    role: Role
    namesake: bool


def net_to_invite(house: House, actor: Actor, conference: str) -> tuple[Proposed, ...]:
    """Who is not on the list yet, the nearest to the family first. Only for whoever leads. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
        net = _net(session, conference)
    known = {plain_words(current.lookup.profile(who).name or "") for who in current.board.attendees}
    return tuple(
        Proposed(
            id=one.id,
            name=one.name,
            relation=one.relation or None,
            role=Role.NETWORK if one.around.informal else Role.PROFESSIONAL,
            namesake=plain_words(one.name) in known,
        )
        for one in net
        if one.name and one.id not in current.board.attendees
    )


def around(session: Session, conference: str, person: str) -> NetPersonCard:
    """Who of the net of this family has this id. Raises NotFound."""
    found = next((one for one in _net(session, conference) if one.id == person and one.name), None)
    if found is None:
        raise NotFound("net.not_here")
    return found


def _net(session: Session, conference: str) -> tuple[NetPersonCard, ...]:
    return net_of(session, session.get_one(Conference, conference).referral)
