"""The diary: rules become times on the clock of Amsterdam, also on the days when that clock changes."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain.here import HERE
from sos_core.domain.occurrences import Holidays
from sos_core.domain.when import Part, When
from sos_core.domain.when.rule import DAYS
from sos_core.services.diary import diary, free_days, occurrences
from sos_core.services.holidays import school_holidays
from sos_core.settings import Region
from tests.domain.random_whens import whens

MIDDLE = school_holidays(Region.MIDDLE)
SUMMER_ENDS, SUMMER_BEGINS = date(2027, 10, 31), date(2027, 3, 28)
SCHOOL_DAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@pytest.mark.parametrize("changes", [SUMMER_ENDS, SUMMER_BEGINS])
def test_a_quarter_past_eight_stays_that_when_the_clock_changes(changes: date) -> None:
    around = changes - timedelta(2)
    found = occurrences(When("FREQ=DAILY", around, "08:15"), MIDDLE, begin=around, end=around + timedelta(5))
    assert [one.start.strftime("%H:%M") for one in found] == ["08:15"] * 5
    hours = [one.start.astimezone(UTC).hour for one in found]
    assert hours == sorted(hours, reverse=changes is SUMMER_BEGINS)
    assert len(set(hours)) == 2


def test_a_night_ends_at_seven_by_the_clock_on_the_wall() -> None:
    (night,) = occurrences(
        When("", date(2027, 10, 30), "23:00", 8 * 60), MIDDLE, begin=date(2027, 10, 1), end=date(2027, 11, 1)
    )
    assert night.end.strftime("%d %H:%M") == "31 07:00"
    assert night.end.astimezone(UTC) - night.start.astimezone(UTC) == timedelta(hours=9)


def test_an_hour_that_the_clock_skips_is_that_hour_later() -> None:
    (one,) = occurrences(
        When("", SUMMER_BEGINS, "02:30"), MIDDLE, begin=SUMMER_BEGINS, end=SUMMER_BEGINS + timedelta(1)
    )
    assert one.start.astimezone(UTC).astimezone(HERE).strftime("%H:%M") == "03:30"


def test_in_the_school_holidays_of_the_region_nobody_goes_to_school() -> None:
    when = When(SCHOOL_DAYS, date(2027, 2, 1), "08:15", term_only=True)
    there = {
        region: {
            one.start.day
            for one in occurrences(when, school_holidays(region), begin=date(2027, 2, 1), end=date(2027, 3, 1))
        }
        for region in Region
    }
    assert not there[Region.MIDDLE] & set(range(20, 29))
    assert {22, 23, 24, 25, 26} <= there[Region.SOUTH]
    assert not there[Region.SOUTH] & set(range(13, 22))


def test_days_that_were_excepted_are_left_out() -> None:
    when = When("FREQ=DAILY", date(2026, 12, 24), "09:00", until=date(2026, 12, 27), but=(date(2026, 12, 25),))
    begin, end = date(2026, 12, 1), date(2027, 1, 1)
    assert [one.start.day for one in occurrences(when, MIDDLE, begin=begin, end=end)] == [24, 26, 27]
    assert list(free_days(when, MIDDLE, begin=begin, end=end)) == [date(2026, 12, 25)]


def test_a_part_of_the_day_is_somewhere_in_between() -> None:
    when = When("FREQ=DAILY", date(2026, 12, 1), part=Part.BEDTIME)
    found = diary({"A1": when}, MIDDLE, begin=date(2026, 12, 1), weeks=1)
    assert [(one.start.hour, one.end.hour, one.rough) for one in found["A1"]] == [(19, 21, True)] * 7


@pytest.mark.parametrize("region", Region)
def test_the_holidays_are_known_for_years_ahead_and_nothing_is_said_of_later(region: Region) -> None:
    """Source of the dates: rijksoverheid.nl. A year that lacks a holiday would let children go to a school that is closed."""
    holidays = school_holidays(region)
    names = [holiday.name for holiday in holidays.stretches]
    vacations = ["Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"]
    assert Counter(names) == dict.fromkeys([*vacations, "Tweede paasdag", "Hemelvaartsdag", "Tweede pinksterdag"], 3)
    for one in holidays.stretches:
        length = (one.last - one.first).days + 1
        assert length in {1, 9, 16, 44}
        assert length == 1 or (one.first.weekday(), one.last.weekday()) == (5, 6)
    later = zip(holidays.stretches, holidays.stretches[1:], strict=False)
    assert all(one.last < other.first for one, other in later)
    assert holidays.knows(date(2028, 12, 31))
    assert not holidays.knows(date(2026, 1, 1))
    assert not holidays.knows(date(2030, 1, 1))


NOTHING_KNOWN = Holidays(date.min, date.min, ())


@settings(max_examples=120, deadline=None)
@given(whens(), st.sampled_from((SUMMER_ENDS, SUMMER_BEGINS)), st.integers(0, 40))
def test_the_days_and_times_are_those_of_dateutil(when: When, changes: date, before: int) -> None:
    begin, end = changes - timedelta(before), changes + timedelta(30)
    found = occurrences(when, NOTHING_KNOWN, begin=begin, end=end)
    if not when.rule:
        assert [one.start.date() for one in found] == [when.first] * (begin <= when.first < end)
        return
    clock = datetime.strptime(when.time or "00:00", "%H:%M").time()  # noqa: DTZ007 - a time without a day
    until = f";UNTIL={when.until:%Y%m%d}T235959" if when.until else ""
    row = rrulestr(when.rule + until, dtstart=datetime.combine(when.first, clock))
    later = row.xafter(datetime.combine(begin, datetime.min.time()), inc=True, count=80)
    wanted = [moment for moment in later if moment.date() < end and moment.date() not in when.but]
    if when.time:
        assert [one.start for one in found] == [moment.replace(tzinfo=HERE) for moment in wanted]
    assert [one.start.date() for one in found] == [moment.date() for moment in wanted]


@settings(max_examples=60, deadline=None)
@given(whens().filter(lambda when: when.rule.startswith(("FREQ=DAILY", "FREQ=WEEKLY"))))
def test_the_days_are_those_that_one_counts_by_hand(when: When) -> None:
    monday = when.first - timedelta(when.first.weekday())

    def is_one(day: date) -> bool:
        if day < when.first or day in when.but or (when.until and day > when.until):
            return False
        if when.rule.startswith("FREQ=DAILY"):
            return (day - when.first).days % when.interval == 0
        return DAYS[day.weekday()] in when.days and (day - monday).days // 7 % when.interval == 0

    end = when.first + timedelta(weeks=20)
    found = [one.start.date() for one in occurrences(when, NOTHING_KNOWN, begin=when.first, end=end)]
    assert found == [day for day in (when.first + timedelta(n) for n in range(140)) if is_one(day)]
