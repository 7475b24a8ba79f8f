"""Referrals: a family, its bottom lines, and whether a conference can be planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select
from sqlmodel import Session, col, or_, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Together
from sos_core.domain.safety_net import NetOutcome
from sos_core.domain.words import name as checked_name
from sos_core.domain.words import spoken
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.referral_form import LineForm, Reason, ReferralForm, checked
from sos_core.store.tables import (
    AlternativeMeasure,
    BottomLineRow,
    Child,
    Conference,
    Overview,
    Referral,
    SafetyNetCheck,
    Words,
)

LISTED = 50
"""Families on one page of a list."""


@dataclass(frozen=True, slots=True)
class ReferralCard:
    """A referral as staff see it in a list. `blocks` are the keys of what keeps a conference from being planned; `net` is what was
    decided on its safety net.
    """

    id: str
    alias: str
    reason: Reason
    mapped: bool
    lvb: bool
    net_wanted: bool
    net: NetOutcome | None
    together: Together | None
    together_by: str | None
    together_why: str | None
    reason_words: str
    referred_at: datetime
    children: tuple[tuple[str, int], ...]
    lines: tuple[LineForm, ...]
    conference: str | None
    blocks: tuple[str, ...]
    closed_on: date | None = None
    held: bool = False
    stepped_out: bool = False


def record_referral(house: House, actor: Actor, form: ReferralForm, *, key: str | None = None) -> str:
    """Keep the referral; the 4 to 6 weeks start here. Its id. Raises DomainError on what is missing or cannot be.

    A `key` that this actor sent before gives the same id and makes no second family.
    """
    policy.may_record_referral(actor)
    checked_key = Fields({"key": key}).maybe_id("key")
    filled = checked(form)
    with house.lock(actor.id), house.store.writing() as session:
        return _already(session, actor, checked_key) or _keep(session, actor, filled, checked_key, house.now())


def _already(session: Session, actor: Actor, key: str | None) -> str | None:
    """The referral that this submission came to when it was sent before."""
    if key is None:
        return None
    return session.exec(select(Referral.id).where(Referral.referrer == actor.id, Referral.key == key)).first()


def _keep(session: Session, actor: Actor, form: ReferralForm, key: str | None, at: datetime) -> str:
    referral = Referral(
        id=new_id(),
        referrer=actor.id,
        alias=form.alias,
        reason=form.reason,
        reason_words=form.reason_words,
        mapped=form.mapped,
        lvb=form.lvb,
        net_wanted=form.net_wanted,
        together=form.together,
        together_by=form.together_by or None,
        together_why=form.together_why or None,
        referred_at=at,
        key=key,
    )
    session.add(referral)
    session.flush()
    for child, age in form.children:
        session.add(Child(id=new_id(), referral=referral.id, name=child, age=age))
    for position, line in enumerate(form.lines):
        _add_line(session, referral.id, position, line)
    return referral.id


def judge_together(
    house: House, actor: Actor, referral: str, *, together: Together, by: str, why: str, mapped: bool
) -> None:
    """What was still open at the referral: may these people be together, and is the situation mapped."""
    with house.store.writing() as session:
        row = referral_of(session, actor, referral, policy.may_judge_referral)
        row.together, row.mapped = together, mapped
        row.together_by, row.together_why = checked_name(by), spoken(why)
        taken = conference_of(session, referral)
    if taken:
        house.boards.forget(taken.id)


def referrals(
    house: House, actor: Actor, *, taken: bool | None = None, text: str = "", before: str = "", most: int = LISTED
) -> list[ReferralCard]:
    """The referrals that this member of staff may read, the newest first: at most so many, from the one that came `before` this one.
    `taken`: those with a conference, or those without. `text`: a part of the alias.
    """
    if not isinstance(actor, Staff):
        return []
    led = col(Conference.id)
    wanted = select(Referral, Conference).join(Conference, col(Conference.referral) == col(Referral.id), isouter=True)
    wanted = wanted.order_by(col(Referral.id).desc()).limit(most)
    if actor.duty is not Duty.COORDINATOR:
        own = (col(Referral.referrer), col(Conference.facilitator), col(Conference.second))
        free = [led.is_(None)] if actor.duty is Duty.FACILITATOR else []
        wanted = wanted.where(or_(*(one == actor.id for one in own), *free))
    if taken is not None:
        wanted = wanted.where(led.is_not(None) if taken else led.is_(None))
    if text:
        wanted = wanted.where(col(Referral.id).in_(called(text)))
    if before:
        wanted = wanted.where(col(Referral.id) < before)
    with house.store.reading() as session:
        rows = session.exec(wanted).all()
        return [_card(session, *row) for row in rows if _allows(policy.may_read_referral, actor, *row)]


def referral(house: House, actor: Actor, wanted: str) -> ReferralCard:
    """One of them. Raises NotFound for what is not there or not for this reader."""
    with house.store.reading() as session:
        row = referral_of(session, actor, wanted, policy.may_read_referral)
        return _card(session, row, conference_of(session, wanted))


def called(text: str) -> Select[Any]:
    """The families with this in their alias, in capitals or without."""
    return select(Overview.referral).where(col(Overview.sought_as).contains(text.casefold(), autoescape=True))


def referral_of(session: Session, actor: Actor, referral: str, may: Callable[..., None]) -> Referral:
    """The referral, if the policy says that this actor `may`. Raises NotFound, NotAllowed."""
    row = session.get(Referral, referral)
    if row is None:
        raise NotFound("referral.not_here")
    may(actor, **_whose(row, conference_of(session, referral)))
    return row


def may_be_changed_by(session: Session, actor: Actor, row: Referral) -> bool:
    """Whether this actor may judge it, so that a page shows no form that would be refused."""
    return _allows(policy.may_judge_referral, actor, row, conference_of(session, row.id))


def conference_of(session: Session, referral: str) -> Conference | None:
    """The conference that began with it."""
    return session.exec(select(Conference).where(Conference.referral == referral)).first()


def blocks(session: Session, row: Referral) -> tuple[str, ...]:
    """What keeps a conference from being planned, as keys of sentences.

    Source: "Voorwaarde is dat de situatie al helder in kaart is gebracht". Whether people may be together is judged before
    anyone is invited (PRODUCT.md, step 1).
    """
    reasons = []
    if row.closed_on:
        reasons.append("referral.closed")
    if not row.mapped:
        reasons.append("referral.not_mapped")
    if row.together is None:
        reasons.append("referral.not_judged")
    if row.together == Together.NOT_NOW:
        reasons.append("referral.not_now")
    if net := _net_blocks(session, row):
        reasons.append(net)
    return tuple(reasons)


def _net_blocks(session: Session, row: Referral) -> str | None:
    """Source: "Daarom wordt eerst onderzocht of er überhaupt een vangnet in de omgeving is te organiseren. Zo niet, dan worden
    andere maatregelen bedacht." A conference that began goes on: what is decided later is for those who lead it.
    """
    if conference_of(session, row.id):
        return None
    decided = net_decided(session, row.id)
    if decided is None:
        return "referral.net_not_checked" if row.lvb or row.net_wanted else None
    if decided is not NetOutcome.NO:
        return None
    measures = session.exec(select(AlternativeMeasure.id).where(AlternativeMeasure.referral == row.id)).first()
    return "referral.no_net" if measures else "referral.no_measures"


def net_decided(session: Session, referral: str) -> NetOutcome | None:
    """What was decided last on its safety net."""
    wanted = select(SafetyNetCheck.outcome).where(SafetyNetCheck.referral == referral)
    found = session.exec(wanted.order_by(col(SafetyNetCheck.at).desc())).first()
    return NetOutcome(found) if found else None


def _add_line(session: Session, referral: str, position: int, line: LineForm) -> None:
    texts = {name: new_id() for name in LineForm.__slots__}
    for name, words in texts.items():
        session.add(Words(id=words, referral=referral, text=getattr(line, name)))
    session.add(BottomLineRow(id=new_id(), referral=referral, position=position, **texts))


def lines_of(session: Session, referral: str) -> list[BottomLineRow]:
    """The bottom lines of a referral, in the order in which they were stated."""
    wanted = select(BottomLineRow).where(BottomLineRow.referral == referral)
    return list(session.exec(wanted.order_by(col(BottomLineRow.position))))


def _whose(row: Referral, conference: Conference | None) -> dict[str, Any]:
    """The accounts that have to do with it, as the policy asks for them."""
    led = {"facilitator": conference.facilitator, "second": conference.second} if conference else {}
    return {"referrer": row.referrer, "facilitator": None, "second": None, **led}


def _allows(may: Callable[..., None], actor: Actor, row: Referral, conference: Conference | None) -> bool:
    try:
        may(actor, **_whose(row, conference))
    except DomainError:
        return False
    return True


def _card(session: Session, row: Referral, conference: Conference | None) -> ReferralCard:
    children = session.exec(select(Child).where(Child.referral == row.id)).all()
    words = dict(session.exec(select(Words.id, Words.text).where(Words.referral == row.id)).all())
    lines = tuple(
        LineForm(**{name: words.get(getattr(line, name)) or "" for name in LineForm.__slots__})
        for line in lines_of(session, row.id)
    )
    return ReferralCard(
        id=row.id,
        alias=row.alias,
        reason=Reason(row.reason),
        mapped=row.mapped,
        lvb=row.lvb,
        net_wanted=row.net_wanted,
        net=net_decided(session, row.id),
        together=Together(row.together) if row.together else None,
        together_by=row.together_by,
        together_why=row.together_why,
        reason_words=row.reason_words,
        referred_at=row.referred_at,
        children=tuple((child.name, child.age) for child in children),
        lines=lines,
        conference=conference.id if conference else None,
        blocks=blocks(session, row),
        closed_on=row.closed_on,
        held=bool(conference and conference.first_session_on),
        stepped_out=bool(conference and conference.stepped_out_on),
    )
