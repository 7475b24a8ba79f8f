"""A week ahead: one of the coming weeks of a plan, day by day on the clock. For the desk of whoever leads, and no other face; ids only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.access.eyes import DESK
from sos_core.access.keeping import as_read_by
from sos_core.domain.board import Board
from sos_core.domain.board.ready import counts, who_do
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.hours import at_scenes
from sos_core.domain.checks.week import clashing
from sos_core.domain.errors import NotFound
from sos_core.domain.occurrences import Holidays, Occurrence, Occurrences
from sos_core.services.carrying_out import stake_in
from sos_core.services.coming_weeks import coming_monday
from sos_core.services.diary import WEEKS_AHEAD, diary
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House

DAYS = 7
ROUND = timedelta(hours=1)
"""So near to a scene's time an agreement is about that moment: who rings at a quarter past eight is there for what happens at eight."""


class Day(TypedDict):
    date: str
    holiday: str | None


class Time(TypedDict):
    """One time of an agreement: `day` from Monday, which is 0. `end`: None when nobody said how long; `rough`: somewhere in between.
    `clash`: its doer would have to be in two places at once.
    """

    agreement: str
    day: int
    start: str
    end: str | None
    rough: bool
    people: list[str]
    clash: bool


class Moment(TypedDict):
    """A scene with a risk point, and by day who has an agreement about it round its time; `at` is that time, and without one the
    whole day counts.
    """

    scene: str
    at: str | None
    people: list[list[str]]


class WeekAhead(TypedDict):
    seq: int
    week: int
    weeks: int
    days: list[Day]
    times: list[Time]
    moments: list[Moment]
    loose: list[str]


def week_ahead(house: House, actor: Actor, conference: str, *, week: int) -> WeekAhead:
    """Only for whoever leads this conference; `week` 0 begins on the coming Monday. Raises NotFound, also for a week further on."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    if not 0 <= week < WEEKS_AHEAD:
        raise NotFound("plan.no_such_week")
    seen, _ = as_read_by(current.board, DESK, current.lookup)
    begin = coming_monday(house.today()) + timedelta(weeks=week)
    holidays = school_holidays(house.settings.region)
    carried = {a.id: a.rule for a in seen.agreements.values() if a.carried}
    rules = {key: rule for key, rule in carried.items() if rule}
    times = diary(rules, holidays, begin=begin, weeks=1)
    return WeekAhead(
        seq=seen.seq,
        week=week,
        weeks=WEEKS_AHEAD,
        days=list(_days(begin, holidays)),
        times=sorted(_times(seen, times, begin), key=lambda one: (one["day"], one["start"], one["agreement"])),
        moments=list(_moments(seen, times, begin)),
        loose=[key for key, rule in carried.items() if rule is None],
    )


def _days(begin: date, holidays: Holidays) -> Iterator[Day]:
    for day in (begin + timedelta(n) for n in range(DAYS)):
        holiday = holidays.at(day)
        yield Day(date=day.isoformat(), holiday=holiday.name if holiday else None)


def _times(seen: Board, times: Occurrences, begin: date) -> Iterator[Time]:
    clashes = clashing(seen, times)
    for key, row in times.items():
        people = [person for person in who_do(seen.agreements[key]) if counts(seen, person)]
        for one in row:
            yield Time(
                agreement=key,
                day=(one.start.date() - begin).days,
                start=f"{one.start:%H:%M}",
                end=f"{one.end:%H:%M}" if one.end > one.start else None,
                rough=one.rough,
                people=people,
                clash=(key, one.start) in clashes,
            )


def _moments(seen: Board, times: Occurrences, begin: date) -> Iterator[Moment]:
    """In the order of the film."""
    there: dict[tuple[str, int], dict[str, None]] = {}
    for agreement, scenes in at_scenes(seen):
        people = dict.fromkeys(person for person in who_do(agreement) if counts(seen, person))
        for one in times.get(agreement.id, ()):
            for scene in scenes:
                if _is_round(one, seen.scenes[scene].time):
                    there.setdefault((scene, (one.start.date() - begin).days), {}).update(people)
    for scene in count(seen).at:
        by_day = [list(there.get((scene, day), ())) for day in range(DAYS)]
        yield Moment(scene=scene, at=seen.scenes[scene].time, people=by_day)


def _is_round(one: Occurrence, at: str | None) -> bool:
    """Whether it is on at this time of its day, or near; what is only roughly known counts from where it may begin to where it may end."""
    if at is None:
        return True
    moment = datetime.combine(one.start.date(), time.fromisoformat(at), one.start.tzinfo)
    near = timedelta() if one.rough else ROUND
    return one.start - near <= moment <= one.end + near
