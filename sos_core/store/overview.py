"""The overview: one narrow row a family, derived from its referral, safety net, conference and evaluations, and kept in step
with them in the same transaction, whichever service wrote them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from sos_core.domain.here import day_here
from sos_core.domain.safety_net import NetOutcome
from sos_core.store.tables import Conference, Evaluation, Overview, Referral, SafetyNetCheck

AT_MOST = timedelta(weeks=6)
AT_LEAST = timedelta(weeks=4)
"""Source: "Binnen 4 tot 6 weken organiseren we hiervoor een zogeheten netwerkconferentie"."""
AT_ONCE = 1000
"""Families whose rows are made together: so many names fit in one question to any database."""

Evaluations = Sequence[tuple[date, int, date | None]]
"""Of one conference: its day, the version of the plan that it is about, the day on which it was ended."""


class Stage(StrEnum):
    """How far a family is. What is planned with whom is said apart, by dates."""

    WAITING = "waiting"
    """There was no first session."""
    MEASURES = "measures"
    """It was decided that there is no safety net: other measures are taken, and nobody waits for a first session."""
    MEETING = "meeting"
    """They met; no plan was adopted."""
    FOLLOWED = "followed"
    """A plan with a day on which it is evaluated."""
    ADRIFT = "adrift"
    """A plan, and no day on which it is evaluated."""
    HANDED_OVER = "handed_over"
    """The facilitator stepped out, and there is a day on which people look at the plan once more."""
    LEFT = "left"
    """The facilitator stepped out, and no such day is left."""
    CLOSED = "closed"
    """It is over: kept for as long as the terms say."""


def keep_in_step(session: Session, _context: object = None) -> None:
    """The rows of all families whose referral, safety net, conference or evaluations this session has just written."""
    touched = [*session.new, *session.dirty, *session.deleted]
    families = {row.id for row in touched if isinstance(row, Referral)}
    families |= {row.referral for row in touched if isinstance(row, Conference | SafetyNetCheck)}
    evaluated = {row.conference for row in touched if isinstance(row, Evaluation)}
    if evaluated:
        found = select(col(Conference.referral)).where(col(Conference.id).in_(evaluated))
        families |= set(session.connection().execute(found).scalars())
    if families:
        write_rows(session.connection(), families)


def make_anew(connection: Connection) -> None:
    """All rows, by today's program."""
    connection.execute(delete(Overview))
    everyone = connection.execute(select(col(Referral.id))).scalars().all()
    for start in range(0, len(everyone), AT_ONCE):
        write_rows(connection, everyone[start : start + AT_ONCE])


def write_rows(connection: Connection, families: Iterable[str]) -> None:
    """The rows of these families, in the place of those that were there; a referral that is gone has none."""
    wanted = list(families)
    connection.execute(delete(Overview).where(col(Overview.referral).in_(wanted)))
    if rows := derived(connection, wanted):
        connection.execute(insert(Overview), rows)


def row_of(referral: Any, evaluations: Evaluations, net: str | None) -> dict[str, Any]:
    """One row, of a referral with its conference (None in its fields where there is none) and all of that one's evaluations; `net` is
    what was decided last on its safety net.
    """
    referred, first = day_here(referral.referred_at), referral.first_session_on
    still_open = min(((on, version) for on, version, ended in evaluations if ended is None), default=(None, None))
    ended = max((ended for _, _, ended in evaluations if ended), default=None)
    stage, heard = _stage(referral, still_open[0], net), referral.heard
    return {
        "referral": referral.id,
        "conference": referral.conference,
        "facilitator": referral.facilitator,
        "second": referral.second,
        "listed": stage not in {Stage.LEFT, Stage.CLOSED},
        "stage": stage.value,
        "asks_on": {
            Stage.WAITING: referred + AT_MOST,
            Stage.FOLLOWED: still_open[0],
            Stage.HANDED_OVER: still_open[0],
            Stage.ADRIFT: ended or referral.adopted_on,
        }.get(stage, date.max),
        "referred_on": referred,
        "first_session_on": first,
        "days_to_first": (first - referred).days if first else None,
        "evaluation_on": still_open[0],
        "version": still_open[1],
        "heard": referral.heard,
        "silent_from": min(heard).silent_from if heard else None,
        "without_backup": referral.without_backup or 0,
        "without_monitor": referral.without_monitor or 0,
        "sought_as": referral.alias.casefold(),
    }


def _stage(referral: Any, evaluation_on: date | None, net: str | None) -> Stage:
    if referral.closed_on:
        return Stage.CLOSED
    if referral.stepped_out_on:
        return Stage.HANDED_OVER if evaluation_on else Stage.LEFT
    if evaluation_on:
        return Stage.FOLLOWED
    if referral.adopted_on:
        return Stage.ADRIFT
    if referral.first_session_on:
        return Stage.MEETING
    return Stage.MEASURES if net == NetOutcome.NO and referral.conference is None else Stage.WAITING


_LED = ("facilitator", "second", "first_session_on", "adopted_on", "stepped_out_on")
_COUNTED = ("heard", "without_backup", "without_monitor")
_FAMILIES = select(
    *(col(Referral.id), col(Referral.alias), col(Referral.referred_at), col(Referral.closed_on)),
    col(Conference.id).label("conference"),
    *(getattr(Conference, name) for name in (*_LED, *_COUNTED)),
).join(Conference, col(Conference.referral) == col(Referral.id), isouter=True)
_EVALUATIONS = select(
    *(col(Evaluation.conference), col(Evaluation.on), col(Evaluation.version), col(Evaluation.ended_on))
)

_NETS = select(col(SafetyNetCheck.referral), col(SafetyNetCheck.outcome)).order_by(col(SafetyNetCheck.at))


def derived(connection: Connection, families: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of these families, as they should be."""
    found = connection.execute(_FAMILIES.where(col(Referral.id).in_(families))).all()
    held: dict[str, list[tuple[date, int, date | None]]] = defaultdict(list)
    led = [row.conference for row in found if row.conference]
    for conference, on, version, ended in connection.execute(_EVALUATIONS.where(col(Evaluation.conference).in_(led))):
        held[conference].append((on, version, ended))
    nets = connection.execute(_NETS.where(col(SafetyNetCheck.referral).in_(families)))
    decided: dict[str, str] = {net.referral: net.outcome for net in nets}  # the last one stays
    return [row_of(row, held[row.conference], decided.get(row.id)) for row in found]
