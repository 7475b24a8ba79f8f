"""A calendar file: somebody's agreements as events that any calendar reads. Pure; its titles give nothing away to who looks along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, vDuration, vRecur

from sos_core.domain.when import When

PRODUCT = "-//Agenda//NL"
"""Whoever made it: neutral, as some calendars show it."""
BEFOREHAND = timedelta(minutes=30)
"""How long before it a calendar reminds, where that was asked."""
ASKED_AGAIN = timedelta(hours=6)
"""How long a calendar that follows an address may wait before it looks again."""
ZONE = ZoneInfo("Europe/Amsterdam")
_CLOCK = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""When its clock changes, for a calendar that has no list of zones. So it is in the whole European Union since 1996."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One agreement: `free` are days of its rule on which it does not happen, `last` the last day that may be one of them."""

    id: str
    when: When
    free: tuple[date, ...]
    last: date | None


def calendar_file(
    planned: Iterable[Planned], *, title: str, written: datetime, remind: bool = False, name: str = ""
) -> bytes:
    """These agreements as RFC 5545, each with this `title` and nothing else. Times are those of the clock in Amsterdam; what has
    no clock time stands at its day. A reminder is in it only when it was asked: a phone that rings may be heard. One that is
    followed at an address has a `name`, else a calendar shows the address itself.
    """
    calendar = empty_calendar(followed_as=name)
    for one in planned:
        calendar.add_component(_event(one, title, written, remind))
    return bytes(calendar.to_ical())


def empty_calendar(*, followed_as: str = "") -> Calendar:
    """A calendar that names nobody, on the clock of Amsterdam; with a name one that is asked for again and again."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if followed_as:
        calendar.add("x-wr-calname", followed_as)
        calendar.add("refresh-interval", vDuration(ASKED_AGAIN), parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", vDuration(ASKED_AGAIN))
    calendar.add_component(Timezone.from_ical(_CLOCK))
    return calendar


def _event(one: Planned, title: str, written: datetime, remind: bool) -> Event:
    event = Event()
    event.add("uid", one.id)
    event.add("dtstamp", written.astimezone(UTC))
    event.add("summary", title)
    event.add("class", "PRIVATE")
    event.add("dtstart", _moment(one.when.first, one.when))
    if one.when.minutes:
        event.add("dtend", _ends(one.when))
    if one.when.time is None:
        event.add("transp", "TRANSPARENT")
    if one.when.rule:
        event.add("rrule", _rule(one))
    if one.free:
        event.add("exdate", [_moment(day, one.when) for day in one.free])
    if remind and one.when.time:
        event.add_component(_alarm(title))
    return event


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -BEFOREHAND)
    return alarm


def _moment(day: date, when: When) -> date | datetime:
    return day if when.time is None else datetime.combine(day, time.fromisoformat(when.time), ZONE)


def _ends(when: When) -> datetime:
    """By the clock on the wall."""
    starts = datetime.combine(when.first, time.fromisoformat(when.time or "00:00"))
    return (starts + timedelta(minutes=when.minutes or 0)).replace(tzinfo=ZONE)


def _rule(one: Planned) -> vRecur:
    """With its end: a day where days are counted, else the end of that day in UTC, as RFC 5545 wants it."""
    rule: vRecur = vRecur.from_ical(one.when.rule)
    if one.last:
        end = datetime.combine(one.last + timedelta(1), time(), ZONE) - timedelta(seconds=1)
        rule["UNTIL"] = [one.last if one.when.time is None else end.astimezone(UTC)]
    return rule
