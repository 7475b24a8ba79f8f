"""Referrals: a family, its bottom lines, and whether a conference can be planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.words import name as checked_name
from sos_core.domain.words import spoken
from sos_core.services.house import House, new_id
from sos_core.store.tables import BottomLineRow, Child, Conference, Referral, Words

OLDEST_CHILD = 23
"""Youth care reaches to 23 (Jeugdwet, artikel 1.1)."""
_LOOKS_LIKE_BSN = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<!\d)(?:\d[ .]?){8}\d(?!\d)")


class Reason(StrEnum):
    """Why a family is referred. Source: "naar aanleiding van een crisis of een onder toezichtstelling", "risicogezinnen"."""

    CRISIS = "crisis"
    SUPERVISION = "supervision"
    AT_RISK = "at_risk"


class Together(StrEnum):
    """May these people be together? Judged by a professional, with a reason, before anyone is invited."""

    TOGETHER = "together"
    SEPARATE = "separate"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineForm:
    """A bottom line: what must be seen to happen, when it counts as broken, and who then does what within how long."""

    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralForm:
    """What a referrer fills in. `children` are first names with ages."""

    alias: str
    children: tuple[tuple[str, int], ...]
    reason: Reason
    reason_words: str
    mapped: bool
    lvb: bool
    together: Together | None
    together_by: str = ""
    together_why: str = ""
    lines: tuple[LineForm, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralCard:
    """A referral as staff see it in a list. `blocks` are the keys of what keeps a conference from being planned."""

    id: str
    alias: str
    reason: Reason
    mapped: bool
    lvb: bool
    together: Together | None
    together_by: str | None
    together_why: str | None
    reason_words: str
    referred_at: datetime
    children: tuple[tuple[str, int], ...]
    lines: tuple[LineForm, ...]
    conference: str | None
    blocks: tuple[str, ...]


def record_referral(house: House, actor: Actor, form: ReferralForm) -> str:
    """Keep the referral; the 4 to 6 weeks start here. Its id. Raises DomainError on what is missing or cannot be."""
    policy.may_record_referral(actor)
    checked = _checked(form)
    referral = Referral(
        id=new_id(),
        referrer=actor.id,
        alias=checked.alias,
        reason=checked.reason,
        reason_words=checked.reason_words,
        mapped=checked.mapped,
        lvb=checked.lvb,
        together=checked.together,
        together_by=checked.together_by or None,
        together_why=checked.together_why or None,
        referred_at=house.now(),
    )
    with house.store.writing() as session:
        session.add(referral)
        session.flush()
        for child, age in checked.children:
            session.add(Child(id=new_id(), referral=referral.id, name=child, age=age))
        for position, line in enumerate(checked.lines):
            _add_line(session, referral.id, position, line)
    return referral.id


def judge_together(
    house: House, actor: Actor, referral: str, *, together: Together, by: str, why: str, mapped: bool
) -> None:
    """What was still open at the referral: may these people be together, and is the situation mapped."""
    with house.store.writing() as session:
        row = session.get(Referral, referral)
        if row is None:
            raise NotFound("referral.not_here")
        taken = session.exec(select(Conference).where(Conference.referral == referral)).first()
        policy.may_read_referral(actor, referrer=row.referrer, facilitator=taken.facilitator if taken else None)
        row.together, row.mapped = together, mapped
        row.together_by, row.together_why = checked_name(by), spoken(why)


def referrals(house: House, actor: Actor) -> list[ReferralCard]:
    """The referrals that this member of staff may read, the newest first."""
    with house.store.reading() as session:
        rows = session.exec(select(Referral).order_by(col(Referral.referred_at).desc())).all()
        taken = {c.referral: c for c in session.exec(select(Conference))}
        return [_card(session, row, taken.get(row.id)) for row in rows if _may_read(actor, row, taken.get(row.id))]


def blocks(row: Referral) -> tuple[str, ...]:
    """What keeps a conference from being planned, as keys of sentences.

    Source: "Voorwaarde is dat de situatie al helder in kaart is gebracht". Whether people may be together is judged before
    anyone is invited (PRODUCT.md, step 1).
    """
    reasons = []
    if not row.mapped:
        reasons.append("referral.not_mapped")
    if row.together is None:
        reasons.append("referral.not_judged")
    if row.together == Together.NOT_NOW:
        reasons.append("referral.not_now")
    return tuple(reasons)


def _checked(form: ReferralForm) -> ReferralForm:
    alias = checked_name(form.alias)
    if _LOOKS_LIKE_BSN.search(alias) or any(holds_bsn(text) for text in _texts(form)):
        raise DomainError("referral.no_bsn")
    if not form.children:
        raise DomainError("referral.no_children")
    if not form.lines:
        raise DomainError("referral.no_bottom_lines")
    if any(not 0 <= age <= OLDEST_CHILD for _, age in form.children):
        raise DomainError("referral.age", oldest=OLDEST_CHILD)
    judged = form.together is not None
    return ReferralForm(
        alias=alias,
        children=tuple((checked_name(child), age) for child, age in form.children),
        reason=form.reason,
        reason_words=spoken(form.reason_words),
        mapped=form.mapped,
        lvb=form.lvb,
        together=form.together,
        together_by=checked_name(form.together_by) if judged else "",
        together_why=spoken(form.together_why) if judged else "",
        lines=tuple(_checked_line(line) for line in form.lines),
    )


def holds_bsn(text: str) -> bool:
    """Whether a citizen's number stands in it: nine digits that pass the elfproef (a phone number has ten)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    found = ([int(sign) for sign in number if sign.isdigit()] for number in _NINE_DIGITS.findall(text))
    return any(any(digits) and sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0 for digits in found)


def _texts(form: ReferralForm) -> Iterator[str]:
    """Every text of the form."""
    yield from (form.alias, form.reason_words, form.together_by, form.together_why)
    yield from (child for child, _ in form.children)
    yield from (getattr(line, name) for line in form.lines for name in LineForm.__slots__)


def _checked_line(line: LineForm) -> LineForm:
    """A bottom line is whole or it is not one."""
    texts = {name: getattr(line, name) for name in LineForm.__slots__}
    if not all(text.strip() for text in texts.values()):
        raise DomainError("referral.line_not_whole")
    return LineForm(**{name: spoken(text) for name, text in texts.items()})


def _add_line(session: Session, referral: str, position: int, line: LineForm) -> None:
    texts = {name: new_id() for name in LineForm.__slots__}
    for name, words in texts.items():
        session.add(Words(id=words, referral=referral, text=getattr(line, name)))
    session.add(BottomLineRow(id=new_id(), referral=referral, position=position, **texts))


def lines_of(session: Session, referral: str) -> list[BottomLineRow]:
    """The bottom lines of a referral, in the order in which they were stated."""
    wanted = select(BottomLineRow).where(BottomLineRow.referral == referral)
    return list(session.exec(wanted.order_by(col(BottomLineRow.position))))


def _may_read(actor: Actor, row: Referral, conference: Conference | None) -> bool:
    try:
        policy.may_read_referral(
            actor, referrer=row.referrer, facilitator=conference.facilitator if conference else None
        )
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
        together=Together(row.together) if row.together else None,
        together_by=row.together_by,
        together_why=row.together_why,
        reason_words=row.reason_words,
        referred_at=row.referred_at,
        children=tuple((child.name, child.age) for child in children),
        lines=lines,
        conference=conference.id if conference else None,
        blocks=blocks(row),
    )
