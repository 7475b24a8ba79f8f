"""Conferences: taking a referral, and finding one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, or_, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.access.secrets import new_code, new_door_token
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.events import BottomLineFacts, Event
from sos_core.domain.rules.meeting import plan_conference
from sos_core.services.carrying_out import Step, record, stake_in
from sos_core.services.house import House, new_id
from sos_core.services.referral_form import LineForm
from sos_core.services.referrals import LISTED, blocks, called, conference_of, lines_of
from sos_core.store.tables import Conference, Referral

_CARDS = select(Conference, Referral).where(Conference.referral == Referral.id)


@dataclass(frozen=True, slots=True)
class ConferenceCard:
    """A conference as staff see it in a list. `together` is how these people may meet."""

    id: str
    alias: str
    referral: str
    together: str | None
    first_session_on: date | None
    adopted_on: date | None
    stepped_out_on: date | None
    closed_on: date | None = None


def take(house: House, actor: Actor, referral: str) -> str:
    """A facilitator takes the referral, and its conference begins. Its id.

    Raises the key of what blocks it (`referral.not_mapped`, `referral.not_judged`, `referral.not_now`, those of the
    safety net: `referral.net_not_checked`, `referral.no_net`, `referral.no_measures`), or `referral.taken`.
    """
    policy.may_take_referral(actor)
    with house.store.pen() as pen:
        session = pen.session
        row = session.get(Referral, referral)
        if row is None:
            raise NotFound("referral.not_here")
        if conference_of(session, referral):
            raise DomainError("referral.taken")
        if reasons := blocks(session, row):
            raise DomainError(reasons[0])
        conference = Conference(
            id=new_id(),
            referral=referral,
            facilitator=actor.id,
            taken_at=house.now(),
            code=new_code(),
            token=new_door_token(),
        )
        session.add(conference)
        session.flush()
        record(house, pen, actor, conference.id, lambda step: _begin(step, referral))
    return conference.id


def conferences(house: House, actor: Actor, *, text: str = "", most: int = LISTED) -> list[ConferenceCard]:
    """One's own, the newest first: those one leads, or of the families one referred; a coordinator's are all. At most so many, of
    families with this `text` in their alias.
    """
    if not isinstance(actor, Staff):
        return []
    wanted = _CARDS.order_by(col(Conference.id).desc()).limit(most)
    if actor.duty is Duty.REFERRER:
        wanted = wanted.where(Referral.referrer == actor.id)
    elif actor.duty is not Duty.COORDINATOR:
        wanted = wanted.where(or_(col(Conference.facilitator) == actor.id, col(Conference.second) == actor.id))
    if text:
        wanted = wanted.where(col(Referral.id).in_(called(text)))
    with house.store.reading() as session:
        return [_card(*row) for row in session.exec(wanted)]


def conference(house: House, actor: Actor, conference_id: str) -> ConferenceCard:
    """One of one's own. Raises NotFound for what is not there or not one's own."""
    with house.store.reading() as session:
        policy.may_see_bottom_lines(actor, stake_in(session, conference_id))
        return _card(*session.exec(_CARDS.where(Conference.id == conference_id)).one())


def _card(c: Conference, r: Referral) -> ConferenceCard:
    return ConferenceCard(
        c.id, r.alias, r.id, r.together, c.first_session_on, c.adopted_on, c.stepped_out_on, r.closed_on
    )


def _begin(step: Step, referral: str) -> Event:
    facts = tuple(
        BottomLineFacts(line=row.id, **{name: getattr(row, name) for name in LineForm.__slots__})
        for row in lines_of(step.session, referral)
    )
    return plan_conference(step.board, lines=facts)
