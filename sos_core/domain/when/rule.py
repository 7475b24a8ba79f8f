"""A rule for when something happens: a row of days, and a clock time or a part of the day. The clock is that of Amsterdam."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = DAYS[:5]
DAY = 24 * 60
"""Minutes."""


class Part(StrEnum):
    """A part of the day, where people say no clock time."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    BEDTIME = "bedtime"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class When:
    """`rule` is an RFC 5545 RRULE without its end (`FREQ=WEEKLY;BYDAY=MO,WE`), and empty for what happens once.

    `first` is the first day that it names: from there weeks and days are counted. `time` is `08:15`; without it there is a `part`, or
    nobody said more than the day.
    `minutes` is how long by the clock on the wall, None where nobody said so. `until` is the last day that may be one of them;
    it is no part of `rule`, as an UNTIL is in UTC and this knows no zones. `but` are days on which it does not happen, and
    `term_only` says that it does not happen in school holidays.
    """

    rule: str
    first: date
    time: str | None = None
    minutes: int | None = None
    part: Part | None = None
    until: date | None = None
    but: tuple[date, ...] = ()
    term_only: bool = False

    @property
    def parts(self) -> dict[str, str]:
        """The rule by the names of its parts."""
        return dict(part.split("=", 1) for part in self.rule.split(";")) if self.rule else {}

    @property
    def interval(self) -> int:
        return int(self.parts.get("INTERVAL", 1))

    @property
    def days(self) -> tuple[str, ...]:
        """The days of the week that it names, Monday first. Of a month's last Friday it is `-1FR`."""
        named = self.parts.get("BYDAY", "")
        return tuple(named.split(",")) if named else ()


def daily(interval: int = 1) -> str:
    return "FREQ=DAILY" + _every(interval)


def weekly(days: frozenset[str], interval: int = 1) -> str:
    """These days of the week; all seven of every week is daily."""
    if days == frozenset(DAYS) and interval == 1:
        return daily()
    return f"FREQ=WEEKLY{_every(interval)};BYDAY=" + ",".join(day for day in DAYS if day in days)


def monthly(nth: int, day: str) -> str:
    """The `nth` of these days in each month; -1 is the last."""
    return f"FREQ=MONTHLY;BYDAY={nth}{day}"


def monthly_on(day: int) -> str:
    return f"FREQ=MONTHLY;BYMONTHDAY={day}"


def first_on(rule: str, starts: date) -> date:
    """The first day of this rule on or after `starts`."""
    for ahead in range(62):
        day = starts + timedelta(ahead)
        if _names(When(rule, starts), day):
            return day
    return starts


def _every(interval: int) -> str:
    return f";INTERVAL={interval}" if interval > 1 else ""


def _names(when: When, day: date) -> bool:
    """Whether a row that begins at this day would have it, whatever its interval."""
    if on := when.parts.get("BYMONTHDAY"):
        return day.day == int(on)
    if not when.days:
        return True
    name = DAYS[day.weekday()]
    if when.parts["FREQ"] == "WEEKLY":
        return name in when.days
    nth, wanted = int(when.days[0][:-2]), when.days[0][-2:]
    if name != wanted:
        return False
    return (day + timedelta(7)).month != day.month if nth < 0 else (day.day - 1) // 7 + 1 == nth
