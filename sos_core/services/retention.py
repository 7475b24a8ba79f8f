"""Retention: how long each kind is kept here, what is due, and what goes by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Subquery, case, func, or_
from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.domain import retention
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.domain.retention import Due, DueState, Terms
from sos_core.services.house import House
from sos_core.services.referrals import LISTED, called
from sos_core.store import erasing as rows
from sos_core.store.scrub import forgotten
from sos_core.store.tables import Account, Conference, Erasure, Referral, RetentionTerm


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody proposed to erase this, and nobody did it yet. `mine`: it was whoever asks."""

    id: str
    keeping: Keeping
    asked_for: bool
    by: str | None
    at: datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed referral, by a `reference` that staff can say to each other. `alias` is for coordinators; administrators have none."""

    referral: str
    reference: str
    alias: str | None
    closed_on: date
    because: ClosedBecause
    conference: str | None
    kept: tuple[Due, ...]
    gone: tuple[Keeping, ...]
    proposal: Proposal | None

    @property
    def due(self) -> Due | None:
        """The furthest that is due now: what stands before it goes along."""
        return next((one for one in reversed(self.kept) if one.state is DueState.DUE), None)


@dataclass(frozen=True, slots=True)
class Gone:
    """One erasure that was done, by two people. No more is known of it. `keeping`: None where it was one person."""

    reference: str
    keeping: Keeping | None
    on: date
    by: tuple[str | None, str | None]
    asked_for: bool


@dataclass(frozen=True, slots=True)
class Open:
    """The facilitator stepped out, and nobody closed it: its retention does not run."""

    referral: str
    reference: str
    alias: str | None
    stepped_out_on: date


def terms(house: House) -> Terms:
    """Of each kind how many days it is kept here: as this organisation set it, else the default."""
    with house.store.reading() as session:
        return terms_in(session)


def terms_in(session: Session) -> Terms:
    return {**retention.DEFAULTS, **{Keeping(row.keeping): row.days for row in session.exec(select(RetentionTerm))}}


def set_terms(house: House, actor: Actor, days: Mapping[Keeping, int]) -> None:
    """From now on these terms hold, also for what is closed already. Raises `retention.not_a_term`, `retention.out_of_order`."""
    policy.may_set_terms(actor)
    with house.store.writing() as session:
        wanted = retention.checked_terms({**terms_in(session), **days})
        for keeping, length in wanted.items():
            session.merge(RetentionTerm(keeping=keeping.value, days=length))


def closed_ones(house: House, actor: Actor, *, text: str = "", most: int = LISTED) -> list[Closed]:
    """What is closed and of which something is left, at most so many: what waits for a second person, then the first to go first.
    With `text` only those of which it is a part of the alias (for coordinators) or the end of the reference.
    """
    policy.may_see_retention(actor)
    today = house.today()
    with house.store.reading() as session:
        lengths, names = terms_in(session), _names(session)
        found = _first_to_go(session, _sought(actor, text), lengths, most)
        erasures = _erasures_of(session, [row.id for row, _ in found])
    closed = [
        _closed(actor, row, conference, erasures.get(row.id, []), lengths, names, today) for row, conference in found
    ]
    return sorted(closed, key=lambda one: (one.proposal is None, one.kept[0].on, one.referral))[:most]


def _sought(actor: Actor, text: str) -> list[ColumnElement[bool]]:
    """Closed, and with this text."""
    if not text:
        return [col(Referral.closed_on).is_not(None)]
    sought = [col(Referral.id).endswith(text.upper(), autoescape=True)]
    if _knows_aliases(actor):
        sought.append(col(Referral.id).in_(called(text)))
    return [col(Referral.closed_on).is_not(None), or_(*sought)]


def _first_to_go(
    session: Session, wanted: list[ColumnElement[bool]], lengths: Terms, most: int
) -> list[tuple[Referral, str | None]]:
    """Each with its conference. Of those of which as much is left, who was closed first goes first: so many of each are enough."""
    gone = furthest_gone()
    closed = (
        select(Referral, Conference.id)
        .join(Conference, col(Conference.referral) == Referral.id, isouter=True)
        .join(gone, gone.c.referral == col(Referral.id), isouter=True)
        .where(*wanted)
        .order_by(col(Referral.closed_on), col(Referral.id))
        .limit(most)
    )
    proposed = select(Erasure.referral).where(
        col(Erasure.person).is_(None), col(Erasure.erased_at).is_(None), col(Erasure.withdrawn_at).is_(None)
    )
    something_left = gone.c.kind.is_(None) | (gone.c.kind < len(retention.ORDER) - 1)
    found = {
        row.id: (row, led) for row, led in session.exec(closed.where(something_left, col(Referral.id).in_(proposed)))
    }
    for left in (gone.c.kind.is_(None), *(gone.c.kind == place for place in range(len(retention.ORDER) - 1))):
        found |= {row.id: (row, led) for row, led in session.exec(closed.where(left))}
    return list(found.values())


def furthest_gone() -> Subquery:
    """By `referral` how far it was erased: the place in ORDER, as `kind`."""
    furthest = case({one.value: place for place, one in enumerate(retention.ORDER)}, value=col(Erasure.keeping))
    return (
        select(Erasure.referral, func.max(furthest).label("kind"))
        .where(col(Erasure.erased_at).is_not(None), col(Erasure.person).is_(None))
        .group_by(col(Erasure.referral))
        .subquery()
    )


def _erasures_of(session: Session, referrals: list[str]) -> dict[str, list[Erasure]]:
    """Those that were done or proposed, of all of it."""
    found: dict[str, list[Erasure]] = {}
    of_all = col(Erasure.person).is_(None), col(Erasure.withdrawn_at).is_(None)
    for row in session.exec(select(Erasure).where(*of_all, col(Erasure.referral).in_(referrals))):
        found.setdefault(row.referral, []).append(row)
    return found


def gone_ones(house: House, actor: Actor, *, most: int = 50) -> list[Gone]:
    """What was erased, the newest first."""
    policy.may_see_retention(actor)
    with house.store.reading() as session:
        names = _names(session)
        done = col(Erasure.erased_at)
        rows_ = session.exec(select(Erasure).where(done.is_not(None)).order_by(done.desc()).limit(most)).all()
    return [
        Gone(
            reference(row.referral),
            None if row.person else Keeping(row.keeping),
            row.erased_at.date(),
            (names.get(row.proposed_by), names.get(row.confirmed_by or "")),
            row.asked_for,
        )
        for row in rows_
        if row.erased_at
    ]


def open_ones(house: House, actor: Actor, *, most: int = LISTED) -> list[Open]:
    """What is over and was not closed, the longest ago first; at most so many."""
    policy.may_see_retention(actor)
    with house.store.reading() as session:
        wanted = (
            select(Referral, Conference)
            .select_from(Conference)
            .join(
                Referral, col(Conference.referral) == Referral.id, isouter=True
            )  # so that it begins with the longest ago
            .where(col(Conference.stepped_out_on).is_not(None), col(Referral.closed_on).is_(None))
            .order_by(col(Conference.stepped_out_on))
            .limit(most)
        )
        found = session.exec(wanted).all()
    return [
        Open(row.id, reference(row.id), _alias(actor, row), led.stepped_out_on)
        for row, led in found
        if led.stepped_out_on
    ]


def sweep(house: House) -> None:
    """What goes by itself goes: sign-ins that ended, and the phones of what is closed, once their term is over."""
    with house.store.writing() as session:
        length = timedelta(days=terms_in(session)[Keeping.ACCESS])
        gone = rows.remove_access(
            session.connection(),
            ended_before=house.now() - length,
            closed_before=house.today() - length + timedelta(days=1),
        )
        if gone:
            forgotten(session.connection())


def reference(referral: str) -> str:
    """A name for a referral that says nothing of the family."""
    return referral[-6:]


def _alias(actor: Actor, row: Referral) -> str | None:
    return row.alias if _knows_aliases(actor) else None


def _knows_aliases(actor: Actor) -> bool:
    """Somebody made them up, and still they may tell who it is: administrators see no word of a family."""
    return isinstance(actor, Staff) and actor.duty is Duty.COORDINATOR


def _closed(
    actor: Actor,
    row: Referral,
    conference: str | None,
    erasures: list[Erasure],
    lengths: Terms,
    names: Mapping[str, str],
    today: date,
) -> Closed:
    assert row.closed_on
    assert row.closed_because
    done = [Keeping(one.keeping) for one in erasures if one.erased_at]
    wanted = next((one for one in erasures if not one.erased_at), None)
    kept = retention.what_is_kept(row.closed_on, lengths, done, today)
    return Closed(
        referral=row.id,
        reference=reference(row.id),
        alias=_alias(actor, row),
        closed_on=row.closed_on,
        because=ClosedBecause(row.closed_because),
        conference=conference,
        kept=kept,
        gone=tuple(one for one in retention.ORDER if one not in {due.keeping for due in kept}),
        proposal=_proposal(actor, wanted, names) if wanted else None,
    )


def _proposal(actor: Actor, row: Erasure, names: Mapping[str, str]) -> Proposal:
    by = names.get(row.proposed_by)
    return Proposal(row.id, Keeping(row.keeping), row.asked_for, by, row.proposed_at, row.proposed_by == actor.id)


def _names(session: Session) -> dict[str, str]:
    return dict(session.exec(select(Account.id, Account.name)).all())
