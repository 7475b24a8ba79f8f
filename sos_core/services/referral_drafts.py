"""The drafts of one's own referrals: kept as one goes, seen by nobody else, gone once they are sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.words import LONGEST
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.referral_draft import MOST_ROWS, Draft, body_of, draft_of, form_of, number_in, texts_of
from sos_core.services.referrals import record_referral
from sos_core.store.tables import Referral, ReferralDraft

MOST_DRAFTS = 50


@dataclass(frozen=True, slots=True)
class DraftCard:
    """A draft in the list of one's own. `alias` is empty as long as nobody thought of one."""

    id: str
    alias: str
    kept_at: datetime


def drafts(house: House, actor: Actor) -> list[DraftCard]:
    """One's own, the one that was written in last first."""
    policy.may_record_referral(actor)
    with house.store.reading() as session:
        wanted = select(ReferralDraft).where(ReferralDraft.referrer == actor.id)
        rows = session.exec(wanted.order_by(col(ReferralDraft.kept_at).desc())).all()
    return [DraftCard(row.id, draft_of(row.body).alias, row.kept_at) for row in rows]


def draft(house: House, actor: Actor, draft_id: str) -> Draft | None:
    """What was kept of it; None for one that is not there, or not one's own."""
    policy.may_record_referral(actor)
    with house.store.reading() as session:
        row = session.get(ReferralDraft, _id(draft_id))
        return draft_of(row.body) if row and row.referrer == actor.id else None


def keep_draft(house: House, actor: Actor, draft_id: str, now: Draft) -> None:
    """Keep it as it is, whole or not. No time begins to run. What was sent under this id does not come back as a draft.

    Raises `referral.no_bsn`, `words.too_long`, `draft.too_much`, and NotFound for somebody else's.
    """
    policy.may_record_referral(actor)
    _look_at(now)
    with house.store.writing() as session:
        row = session.get(ReferralDraft, _id(draft_id))
        if row is None:
            if _was_sent(session, actor, draft_id):
                return
            if (
                len(session.exec(select(ReferralDraft.id).where(ReferralDraft.referrer == actor.id)).all())
                >= MOST_DRAFTS
            ):
                raise DomainError("draft.too_many", most=MOST_DRAFTS)
            row = ReferralDraft(id=draft_id, referrer=actor.id, body={}, kept_at=house.now())
            session.add(row)
        if row.referrer != actor.id:
            raise NotFound("draft.not_here")
        row.body, row.kept_at = body_of(now), house.now()


def drop_draft(house: House, actor: Actor, draft_id: str) -> None:
    """It goes for good, and leaves the disk."""
    policy.may_record_referral(actor)
    with house.store.writing() as session:
        row = session.get(ReferralDraft, _id(draft_id))
        if row is None or row.referrer != actor.id:
            return
        session.delete(row)
    house.store.forget()


def send_draft(house: House, actor: Actor, draft_id: str, now: Draft) -> str:
    """It becomes a referral, whose id comes back: the 4 to 6 weeks begin. Sent twice, it is one family."""
    referral = record_referral(house, actor, form_of(now), key=draft_id)
    drop_draft(house, actor, draft_id)
    return referral


def _look_at(now: Draft) -> None:
    for text in texts_of(now):
        if len(text) > LONGEST:
            raise DomainError("words.too_long", longest=LONGEST, length=len(text))
        if number := number_in(text, alias=text == now.alias):
            raise number
    if max(len(now.children), len(now.lines)) > MOST_ROWS:
        raise DomainError("draft.too_much", most=MOST_ROWS)


def _was_sent(session: Session, actor: Actor, draft_id: str) -> bool:
    sent = select(Referral.id).where(Referral.referrer == actor.id, Referral.key == draft_id)
    return session.exec(sent).first() is not None


def _id(value: str) -> str:
    return Fields({"id": value}).id("id")
