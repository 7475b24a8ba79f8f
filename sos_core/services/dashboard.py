"""The dashboard: how every family stands, page by page, for coordinators. Dates, states and aliases; no words of a family.

The database filters, orders and counts; here stands what is asked of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, case, func, select, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.services.dashboard_filters import EVERYTHING, PLANNED, SOON, Filters, condition
from sos_core.services.house import House
from sos_core.store.overview import AT_LEAST, AT_MOST, Stage
from sos_core.store.tables import Account, Day, Overview, Referral

PAGE = 50
_KEY = (col(Overview.asks_on), col(Overview.referral))
"""The order: by the day on which a family asks for something, and of those the one that was referred first."""


@dataclass(frozen=True, slots=True)
class Family:
    """One row. `state` and `pace` are words of `dashboard_filters`; of a family for whom other measures are taken both are `measures`.

    `handed_over`: the facilitator stepped out, and people look at the plan once more.
    `days_over`: days since the evaluation should have been held, negative when it is still to come. Of the `agreements` of its plan so
    many are `without_backup` and `without_monitor`; of so many nothing was heard for too long (`silent`), of each of these for at least
    `silent_weeks`.
    """

    referral: str
    conference: str | None
    alias: str
    facilitator: str | None
    second: str | None
    referred_on: date
    first_session_on: date | None
    days_to_first: int | None
    days_since_referral: int
    pace: str
    evaluation_on: date | None
    version: int | None
    state: str
    days_over: int | None
    agreements: int
    without_backup: int
    without_monitor: int
    heard_on: date | None
    silent: int
    silent_weeks: int
    handed_over: bool


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place between two rows: right after this family, or with `before` right before it."""

    asks_on: date
    referral: str
    before: bool = False

    def __str__(self) -> str:
        return f"{'before' if self.before else 'after'}.{self.asks_on.isoformat()}.{self.referral}"


@dataclass(frozen=True, slots=True)
class Page:
    """Some families in order, with `skipped` before them of all `total`; and where the next and the previous page begin."""

    families: tuple[Family, ...]
    total: int
    skipped: int
    next: Cursor | None
    previous: Cursor | None


def read_cursor(text: str) -> Cursor | None:
    """The place that was written so; None for what is none."""
    way, _, rest = text.partition(".")
    day, _, referral = rest.partition(".")
    try:
        return Cursor(date.fromisoformat(day), referral, before=way == "before") if referral else None
    except ValueError:
        return None


def dashboard(
    house: House, actor: Actor, filters: Filters = EVERYTHING, at: Cursor | None = None, *, most: int = PAGE
) -> Page:
    """The families that are wanted, from a place on, the most urgent first: who has asked for something the longest."""
    policy.may_see_dashboard(actor)
    today = house.today()
    wanted = condition(filters, today)
    with house.store.reading() as session:
        keys = session.execute(_keys(wanted, at, most + 1)).all()
        more, back = len(keys) > most, bool(at and at.before)
        keys = sorted(keys[:most])
        if not keys:
            return Page((), _count(session, wanted), 0, None, None)
        first, last = Cursor(keys[0][0], keys[0][1], before=True), Cursor(keys[-1][0], keys[-1][1])
        total, skipped = _place(session, wanted, first) if at else (_count(session, wanted), 0)
        families = _families(session, [referral for _, referral in keys], today)
    return Page(
        families,
        total,
        skipped,
        next=last if skipped + len(keys) < total else None,
        previous=first if (more if back else skipped > 0) else None,
    )


def _keys(wanted: ColumnElement[bool], at: Cursor | None, most: int) -> Select[Any, Any]:
    """The keys of a page, nearest to the place first: from there on, or back from it."""
    found = select(*_KEY).where(wanted).limit(most)
    if at and at.before:
        return found.where(_beyond(at)).order_by(*(key.desc() for key in _KEY))
    return (found.where(_beyond(at)) if at else found).order_by(*_KEY)


def _beyond(at: Cursor) -> ColumnElement[bool]:
    here = tuple_(at.asks_on, at.referral, types=[Day(), String()])
    return tuple_(*_KEY) < here if at.before else tuple_(*_KEY) > here


def _count(session: Session, wanted: ColumnElement[bool]) -> int:
    return int(session.execute(select(func.count()).select_from(Overview).where(wanted)).scalar_one())


def _place(session: Session, wanted: ColumnElement[bool], first: Cursor) -> tuple[int, int]:
    """How many there are, and how many of them stand before this one."""
    before = func.sum(case((_beyond(first), 1), else_=0))
    total, skipped = session.execute(select(func.count(), before).select_from(Overview).where(wanted)).one()
    return int(total), int(skipped or 0)


def _families(session: Session, referrals: Sequence[str], today: date) -> tuple[Family, ...]:
    first, second = aliased(Account), aliased(Account)
    found = (
        select(Overview, col(Referral.alias), col(first.name), col(second.name))
        .join(Referral, col(Referral.id) == col(Overview.referral))
        .join(first, col(first.id) == col(Overview.facilitator), isouter=True)
        .join(second, col(second.id) == col(Overview.second), isouter=True)
        .where(col(Overview.referral).in_(referrals))
        .order_by(*_KEY)
    )
    return tuple(_family(row, alias, one, two, today) for row, alias, one, two in session.execute(found))


def _family(row: Overview, alias: str, first: str | None, second: str | None, today: date) -> Family:
    planned = row.stage in PLANNED
    heard = row.heard or () if planned else ()
    silent = [one.on for one in heard if one.silent_from <= today]
    return Family(
        referral=row.referral,
        conference=row.conference,
        alias=alias,
        facilitator=first,
        second=second,
        referred_on=row.referred_on,
        first_session_on=row.first_session_on,
        days_to_first=row.days_to_first,
        days_since_referral=(today - row.referred_on).days,
        pace=_pace(row, today),
        evaluation_on=row.evaluation_on,
        version=row.version,
        state=_state(row, today),
        days_over=(today - row.evaluation_on).days if row.evaluation_on else None,
        agreements=len(heard),
        without_backup=row.without_backup if planned else 0,
        without_monitor=row.without_monitor if planned else 0,
        heard_on=max((one.on for one in heard), default=None),
        silent=len(silent),
        silent_weeks=(today - max(silent)).days // 7 if silent else 0,
        handed_over=row.stage == Stage.HANDED_OVER,
    )


def _pace(row: Overview, today: date) -> str:
    if row.days_to_first is not None:
        return "held" if row.days_to_first <= AT_MOST.days else "held_late"
    if row.stage == Stage.MEASURES:
        return "measures"
    waiting = today - row.referred_on
    if waiting > AT_MOST:
        return "late"
    return "close" if waiting >= AT_LEAST else "on_time"


def _state(row: Overview, today: date) -> str:
    if row.stage == Stage.MEASURES:
        return "measures"
    if row.evaluation_on is None:
        return "not_planned" if row.stage == Stage.ADRIFT else "no_plan"
    if row.evaluation_on < today:
        return "overdue"
    return "due" if row.evaluation_on - today <= SOON else "planned"
