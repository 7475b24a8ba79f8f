"""The dashboard: open evaluations and days, for coordinators. Dates, states and aliases; no words of a family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from sqlmodel import col, or_, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.services.house import HERE, House
from sos_core.store.tables import Account, Conference, Evaluation, Referral

SOON = timedelta(days=7)
AT_MOST = timedelta(weeks=6)
AT_LEAST = timedelta(weeks=4)
"""Source: "Binnen 4 tot 6 weken organiseren we hiervoor een zogeheten netwerkconferentie"."""

EVALUATION_STATES = ("overdue", "due", "planned", "not_planned")
COLUMNS = (
    "conference",
    "alias",
    "facilitator",
    "second",
    "referred_on",
    "first_session_on",
    "days_to_first",
    "days_since_referral",
    "pace",
    "evaluation_on",
    "version",
    "state",
    "days_over",
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a coordinator wants to see; empty is everything."""

    facilitators: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    paces: tuple[str, ...] = ()


def dashboard(house: House, actor: Actor, filters: Filters = Filters()) -> pd.DataFrame:
    """One row for each referral that is not closed, the most urgent first; the columns are `COLUMNS`.

    `state` of its evaluation: `overdue` (day passed), `due` (within 7 days), `planned`, `not_planned`. `pace`: the first
    session against the 4 to 6 weeks since the referral: `held` (within 6 weeks), `held_late`, `on_time`, `close` (4 weeks
    passed), `late`. `days_over`: days since the evaluation should have been held, negative when it is still to come.
    """
    policy.may_see_dashboard(actor)
    today = house.today()
    frame = pd.DataFrame([_row(*found, today) for found in _open(house)], columns=list(COLUMNS))
    return _filtered(frame, filters).sort_values(
        ["days_over", "days_since_referral"], ascending=False, na_position="last", ignore_index=True
    )


def facilitators(house: House, actor: Actor) -> list[str]:
    """The names of those who lead a conference, for the filter."""
    policy.may_see_dashboard(actor)
    with house.store.reading() as session:
        leads = or_(Account.id == Conference.facilitator, Account.id == Conference.second)
        wanted = select(Account.name).where(leads).distinct()
        return sorted(session.exec(wanted))


def _open(house: House) -> list[tuple[Referral, Conference | None, tuple[str | None, str | None], Evaluation | None]]:
    with house.store.reading() as session:
        evaluations = {
            ev.conference: ev
            for ev in session.exec(
                select(Evaluation).where(col(Evaluation.ended_on).is_(None)).order_by(col(Evaluation.on).desc())
            )
        }
        names: dict[str | None, str] = dict(session.exec(select(Account.id, Account.name)).all())
        wanted = (
            select(Referral, Conference)
            .join(Conference, col(Conference.referral) == Referral.id, isouter=True)
            .where(col(Conference.stepped_out_on).is_(None), col(Referral.closed_on).is_(None))
        )
        found: list[tuple[Referral, Conference | None]] = [*session.exec(wanted)]
    return [
        (referral, led, (names.get(led.facilitator), names.get(led.second)), evaluations.get(led.id))
        if led
        else (referral, None, (None, None), None)
        for referral, led in found
    ]


def _row(
    referral: Referral,
    conference: Conference | None,
    leaders: tuple[str | None, str | None],
    evaluation: Evaluation | None,
    today: date,
) -> dict[str, object]:
    referred = referral.referred_at.astimezone(HERE).date()
    first = conference.first_session_on if conference else None
    return {
        "conference": conference.id if conference else None,
        "alias": referral.alias,
        "facilitator": leaders[0],
        "second": leaders[1],
        "referred_on": referred,
        "first_session_on": first,
        "days_to_first": (first - referred).days if first else None,
        "days_since_referral": (today - referred).days,
        "pace": _pace(referred, first, today),
        "evaluation_on": evaluation.on if evaluation else None,
        "version": evaluation.version if evaluation else None,
        "state": _state(evaluation, today),
        "days_over": (today - evaluation.on).days if evaluation else None,
    }


def _pace(referred: date, first: date | None, today: date) -> str:
    if first:
        return "held" if first - referred <= AT_MOST else "held_late"
    waiting = today - referred
    if waiting > AT_MOST:
        return "late"
    return "close" if waiting >= AT_LEAST else "on_time"


def _state(evaluation: Evaluation | None, today: date) -> str:
    if evaluation is None:
        return "not_planned"
    if evaluation.on < today:
        return "overdue"
    return "due" if evaluation.on - today <= SOON else "planned"


def _filtered(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    if filters.facilitators:
        frame = frame[frame["facilitator"].isin(filters.facilitators) | frame["second"].isin(filters.facilitators)]
    wanted = {"state": filters.states, "pace": filters.paces}
    for column, values in wanted.items():
        if values:
            frame = frame[frame[column].isin(values)]
    return frame
