"""The own week: what one person does in the coming seven days, day by day, at what time. Only what has a day; no words of anybody."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from babel.dates import format_date

from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain.errors import NotAllowed
from sos_core.domain.here import HERE
from sos_core.domain.occurrences import Holidays
from sos_core.domain.when import When, names_days, time_said
from sos_core.i18n import Translate, locale_of, words_for
from sos_core.services.diary import occurrences
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House
from sos_core.services.speakers import is_in

DAYS = 7
"""Today is the first."""


class Time(TypedDict):
    """Which agreement, and at what time of the day, in plain words."""

    agreement: str
    at: str


class Day(TypedDict):
    """A day on which there is something to do: `day` in plain words."""

    day: str
    times: list[Time]


class Week(TypedDict):
    """`loose`: this person also does something of which it is not understood when."""

    days: list[Day]
    loose: bool


def own_week(house: House, conference: str, eyes: Eyes, *, lang: str) -> Week:
    """What the person with these eyes does themselves. Raises NotAllowed for who is nobody in particular, or is not in."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
    if eyes.face is not Face.PERSON or not is_in(current.board, eyes.person):
        raise NotAllowed("person.not_admitted")
    seen, _ = as_read_by(current.board, eyes, current.lookup)
    own = [a for a in seen.agreements.values() if a.who == eyes.person and a.carried]
    holidays, today = school_holidays(house.settings.region), house.today()
    planned = [
        (*found, Time(agreement=agreement.id, at=time_said(agreement.rule, lang)))
        for agreement in own
        if agreement.rule
        for found in _starts(agreement.rule, holidays, today)
    ]
    by_day = defaultdict(list)
    for day, _, said in sorted(planned, key=lambda one: one[:2]):
        by_day[day].append(said)
    t = words_for(lang)
    days = [Day(day=_day_said(day, today, t, lang), times=times) for day, times in by_day.items()]
    return Week(days=days, loose=any(agreement.rule is None for agreement in own))


def _starts(when: When, holidays: Holidays, today: date) -> list[tuple[date, datetime]]:
    """On which days of the week it is to be named, and when it begins. What began on an earlier day and goes on is for today."""
    begin = today - timedelta(DAYS) if names_days(when) else today
    midnight = datetime.combine(today, time(), HERE)
    found = occurrences(when, holidays, begin=begin, end=today + timedelta(DAYS))
    return [(max(one.start.date(), today), one.start) for one in found if one.start >= midnight or one.end > midnight]


def _day_said(day: date, today: date, t: Translate, lang: str) -> str:
    near = {0: t("Vandaag"), 1: t("Morgen")}.get((day - today).days)
    if near:
        return near
    far = format_date(day, "EEEE d MMMM", locale=locale_of(lang))
    return far[0].upper() + far[1:]
