"""When people look back at a plan: on which days by default. Pure.

Source: "Na een aantal weken is er een evaluatie"; PRODUCT.md, step 7: a first look at day 7, the evaluation in week 5, a re-check at three
months, all changeable.
"""

from __future__ import annotations

from datetime import date, timedelta

from sos_core.domain.kinds import Look
from sos_core.domain.occurrences import Holidays

AFTER = {Look.FIRST: timedelta(days=7), Look.EVALUATION: timedelta(weeks=5), Look.RECHECK: timedelta(weeks=13)}
"""From the day on which the plan was adopted."""
_EVERYBODY_FREE = frozenset({(1, 1), (4, 27), (12, 25), (12, 26)})
"""Day of the year, as (month, day), on which nobody is at work: Nieuwjaarsdag, Koningsdag, Kerstmis."""


def usual_days(adopted_on: date, holidays: Holidays) -> dict[Look, date]:
    """The day of each look: the usual one, or the first after it on which people are at work."""
    return {look: first_working_day(adopted_on + after, holidays) for look, after in AFTER.items()}


def first_working_day(day: date, holidays: Holidays) -> date:
    """This day, or the first after it that is no Saturday, Sunday or public holiday. School holidays last too long to wait for."""
    while day.weekday() >= 5 or _is_public_holiday(day, holidays):
        day += timedelta(days=1)
    return day


def _is_public_holiday(day: date, holidays: Holidays) -> bool:
    stretch = holidays.at(day)
    return (day.month, day.day) in _EVERYBODY_FREE or (stretch is not None and stretch.first == stretch.last)
