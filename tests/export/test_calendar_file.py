"""The calendar file: two other programs read the same times in it, and nobody reads more than that."""

import re
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

import icalendar
import pytest
import recurring_ical_events
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain.here import HERE
from sos_core.domain.occurrences import Holidays, Occurrence
from sos_core.domain.when import When
from sos_core.export.calendar_file import ZONE, Planned, calendar_file
from sos_core.services.diary import free_days, occurrences
from sos_core.services.holidays import school_holidays
from sos_core.settings import Region
from tests.domain.random_whens import whens

WRITTEN = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
HOLIDAYS = school_holidays(Region.MIDDLE)
SCHOOL_DAYS = When("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 12, 1), "08:15", 30, term_only=True)


def planned(when: When, holidays: Holidays = HOLIDAYS) -> Planned:
    last = min(when.until or holidays.last, holidays.last) if when.term_only else when.until
    end = max([holidays.last, *when.but]) + timedelta(1)
    return Planned("A1", when, tuple(free_days(when, holidays, begin=when.first, end=end)), last)


def file_of(when: When, *, remind: bool = False) -> str:
    return calendar_file([planned(when)], title="Afspraak", written=WRITTEN, remind=remind).decode()


def by_vobject(text: str, begin: date, end: date) -> list[tuple[datetime | date, datetime | date]]:
    """When the event starts and ends, as vobject and dateutil read it."""
    event = vobject.readOne(text).vevent
    start = event.dtstart.value
    length = (
        event.dtend.value.replace(tzinfo=None) - start.replace(tzinfo=None) if hasattr(event, "dtend") else timedelta(0)
    )
    days = [start] if not hasattr(event, "rrule") else event.getrruleset()
    moments = takewhile(lambda one: _day(one) < end, days)
    return [(one, one + length) for one in moments if _day(one) >= begin]


def by_recurring_ical_events(text: str, begin: date, end: date) -> list[tuple[datetime | date, datetime | date]]:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(begin, end)
    rows = [(one.start, one.end) for one in found if begin <= _day(one.start) < end]
    return sorted(rows, key=lambda row: str(row[0]))


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def wall(one: Occurrence) -> tuple[str, str]:
    return (f"{one.start:%Y-%m-%d %H:%M}", f"{one.end:%Y-%m-%d %H:%M}")


AROUND = st.sampled_from((date(2027, 3, 28), date(2027, 10, 31), date(2028, 3, 26)))


@settings(max_examples=60, deadline=None)
@given(whens(), AROUND)
def test_two_other_readers_find_the_same_times_over_the_changes_of_the_clock(when: When, changes: date) -> None:
    begin, end = changes - timedelta(20), changes + timedelta(20)
    ours = occurrences(when, HOLIDAYS, begin=begin, end=end)
    if when.term_only:
        ours = tuple(one for one in ours if one.start.date() <= HOLIDAYS.last)
    text = file_of(when)
    for read in (by_vobject, by_recurring_ical_events):
        theirs = read(text, begin, end)
        if when.time is None:
            assert [_day(start) for start, _ in theirs] == [one.start.date() for one in ours], read.__name__
        else:
            found = [(f"{start:%Y-%m-%d %H:%M}", f"{ends:%Y-%m-%d %H:%M}") for start, ends in theirs]
            assert found == [wall(one) for one in ours], read.__name__


@pytest.mark.parametrize("read", [by_vobject, by_recurring_ical_events])
def test_a_quarter_past_eight_is_another_moment_of_the_world_in_summer(read: object) -> None:
    text = file_of(SCHOOL_DAYS)
    hours = {start.astimezone(UTC).hour for start, _ in read(text, date(2027, 3, 25), date(2027, 4, 2))}  # type: ignore[operator]
    assert hours == {6, 7}


def test_the_holidays_are_left_out_and_after_the_last_known_one_it_ends() -> None:
    text = file_of(SCHOOL_DAYS)
    assert not by_vobject(text, date(2026, 12, 19), date(2027, 1, 4))
    assert by_vobject(text, date(2027, 1, 4), date(2027, 1, 5))
    assert "UNTIL=20290819T215959Z" in re.sub(r"\r\n ", "", text)


def test_the_file_gives_nothing_away() -> None:
    event = vobject.readOne(file_of(SCHOOL_DAYS)).vevent
    assert event.summary.value == "Afspraak"
    assert {line.name for line in event.lines()} == {
        *("UID", "DTSTAMP", "SUMMARY", "CLASS", "DTSTART", "DTEND", "RRULE", "EXDATE")
    }
    assert "raaiboek" not in file_of(SCHOOL_DAYS).lower()


def test_it_reminds_only_when_that_was_asked_and_never_of_a_whole_day() -> None:
    assert "VALARM" not in file_of(SCHOOL_DAYS)
    assert "TRIGGER:-PT30M" in file_of(SCHOOL_DAYS, remind=True)
    assert "VALARM" not in file_of(When("FREQ=DAILY", date(2026, 12, 1)), remind=True)


def test_a_calendar_without_a_list_of_zones_finds_ours_in_the_file() -> None:
    assert str(ZONE) == str(HERE)
    zone = icalendar.Calendar.from_ical(file_of(SCHOOL_DAYS)).timezones[0].to_tz(lookup_tzid=False)
    for day in (date(2026, 12, 1), date(2027, 3, 28), date(2027, 7, 1), date(2027, 10, 31), date(2028, 6, 1)):
        for hour in (1, 4, 8, 23):
            moment = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 - it gets both zones
            assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=ZONE).utcoffset()
