"""The diary: from rules to times on the clock of Amsterdam. A quarter past eight stays that when the clock changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.rrule import rrulestr

from sos_core.domain.here import HERE
from sos_core.domain.occurrences import Holidays, Occurrence
from sos_core.domain.when import Part, When

WEEKS_AHEAD = 8
"""Until past the evaluation in week five: how far the checks look."""
_PARTS = {
    Part.MORNING: (time(6), 6 * 60),
    Part.AFTERNOON: (time(12), 6 * 60),
    Part.EVENING: (time(18), 5 * 60),
    Part.BEDTIME: (time(19), 2 * 60),
    Part.NIGHT: (time(23), 8 * 60),
    None: (time(0), 24 * 60),
}
"""Between which times a part of the day lies, for what is only roughly known: when it begins, and its minutes."""


def diary(
    rules: Mapping[str, When], holidays: Holidays, *, begin: date, weeks: int = WEEKS_AHEAD
) -> dict[str, tuple[Occurrence, ...]]:
    """When agreements with these rules are carried out in the weeks from `begin`, by the same ids."""
    end = begin + timedelta(weeks=weeks)
    return {key: occurrences(rule, holidays, begin=begin, end=end) for key, rule in rules.items()}


@lru_cache(maxsize=2048)
def occurrences(when: When, holidays: Holidays, *, begin: date, end: date) -> tuple[Occurrence, ...]:
    """Those that start on a day from `begin` to before `end`, in their order. Rules come again at every look: they are remembered."""
    named = days(when, begin=begin, end=end)
    return tuple(_on(day, when) for day in named if not _is_free(day, when, holidays))


def days(when: When, *, begin: date, end: date) -> Iterator[date]:
    """The days that the rule names, from `begin` to before `end`, exceptions among them."""
    last = min(end - timedelta(1), when.until or date.max)
    if not when.rule:
        if begin <= when.first <= last:
            yield when.first
        return
    row = rrulestr(when.rule, dtstart=datetime.combine(when.first, time()))  # dates: no zone is needed to count them
    for moment in row.between(_midnight(begin), _midnight(last), inc=True):
        yield moment.date()


def free_days(when: When, holidays: Holidays, *, begin: date, end: date) -> Iterator[date]:
    """The days that the rule names, and on which it does not happen after all: those that were said, and those without school."""
    return (day for day in days(when, begin=begin, end=end) if _is_free(day, when, holidays))


def _is_free(day: date, when: When, holidays: Holidays) -> bool:
    return day in when.but or (when.term_only and holidays.at(day) is not None)


def _on(day: date, when: When) -> Occurrence:
    """By the clock on the wall: who promises to stay until seven stays until it is seven."""
    if when.time is None:
        begins, minutes = _PARTS[when.part]
    else:
        begins, minutes = time.fromisoformat(when.time), when.minutes or 0
    start = datetime.combine(day, begins)
    end = start + timedelta(minutes=minutes)
    return Occurrence(start.replace(tzinfo=HERE), end.replace(tzinfo=HERE), rough=when.time is None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
