"""What the dashboard counts: what asks for something, how long families waited, who has how much. Made by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, case, func, select, true
from sqlmodel import Session, col

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.services.dashboard_filters import EVERYTHING, GAPS, Filters, condition, gaps, led_by, paces, states
from sos_core.services.house import House
from sos_core.store.overview import AT_MOST
from sos_core.store.tables import Account, Overview

WAITED_SINCE = timedelta(days=365)
COUNTED_STATES = ("overdue", "due", "not_planned")
COUNTED_PACES = ("late", "close")


@dataclass(frozen=True, slots=True)
class Asking:
    """How many families there are, and how many of them ask for something, by filter and its word: `("state", "due")`."""

    families: int
    of: dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Waited:
    """Of the families who had their first session in the past year: by days since the referral, how many."""

    after: dict[int, int]

    @property
    def held(self) -> int:
        return sum(self.after.values())

    @property
    def in_time(self) -> int:
        return sum(number for days, number in self.after.items() if days <= AT_MOST.days)

    @property
    def median(self) -> int:
        """The days within which half of them had it."""
        passed = 0
        for days, number in sorted(self.after.items()):
            passed += number
            if passed * 2 >= self.held:
                return days
        return 0


@dataclass(frozen=True, slots=True)
class Load:
    """What one facilitator has: families, alone or with a second; evaluations whose day has passed, and within a week."""

    facilitator: str
    families: int
    overdue: int
    due: int


def asking(house: House, actor: Actor, filters: Filters = EVERYTHING) -> Asking:
    """Counted over the families whom `filters.wide` wants: a number says how many there are behind it, whatever else is chosen."""
    policy.may_see_dashboard(actor)
    today = house.today()
    every = {
        **{("state", name): states(today)[name] for name in COUNTED_STATES},
        **{("pace", name): paces(today)[name] for name in COUNTED_PACES},
        **{("gap", name): gaps(today)[name] for name in GAPS},
    }
    wanted = select(func.count(), *map(_number, every.values())).where(condition(filters.wide, today))
    with house.store.reading() as session:
        families, *counts = session.execute(wanted.select_from(Overview)).one()
    return Asking(int(families), {which: int(number or 0) for which, number in zip(every, counts, strict=True)})


def waited(house: House, actor: Actor, filters: Filters = EVERYTHING) -> Waited:
    """Of everybody's families, or of those of the facilitators that were chosen; whoever was stepped out of since is among them."""
    policy.may_see_dashboard(actor)
    days, since = col(Overview.days_to_first), house.today() - WAITED_SINCE
    wanted = select(days, func.count()).where(col(Overview.first_session_on) > since).group_by(days)
    if filters.facilitator:
        wanted = wanted.where(led_by(filters.facilitator))
    with house.store.reading() as session:
        return Waited({int(after): int(number) for after, number in session.execute(wanted)})


def loads(house: House, actor: Actor) -> list[Load]:
    """Of everybody who leads a family that is listed; who has most stands first."""
    policy.may_see_dashboard(actor)
    counted: dict[str, list[int]] = {}
    with house.store.reading() as session:
        names = {account: name for account, name in session.execute(select(col(Account.id), col(Account.name)))}  # noqa: C416 - rows
        for leaders, numbers in _by_leaders(session, house.today()):
            for name in (names[account] for account in leaders if account):
                counted[name] = [a + b for a, b in zip(counted.get(name, (0, 0, 0)), numbers, strict=True)]
    return sorted(
        (Load(name, *numbers) for name, numbers in counted.items()), key=lambda load: (-load.families, load.facilitator)
    )


def _by_leaders(session: Session, today: date) -> list[tuple[tuple[str | None, str | None], tuple[int, int, int]]]:
    """For each one or two who lead together: how many families, overdue, due."""
    overdue, due = (_number(states(today)[name]) for name in ("overdue", "due"))
    led = (col(Overview.facilitator), col(Overview.second))
    wanted = select(*led, func.count(), overdue, due).where(led[0].is_not(None), col(Overview.listed) == true())
    found = session.execute(wanted.group_by(*led))
    return [((first, second), (int(many), int(late), int(soon))) for first, second, many, late, soon in found]


def _number(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((holds, 1), else_=0))
