"""The night in which the clock is set: what was agreed for 8.15 stays at 8.15, days stay days, and five minutes stay five minutes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from sos_core.services.accounts import sign_in
from sos_core.services.conferences import conference
from tests.browser.moved import Moved, at
from tests.browser.windows import Lead, Phone, Windows
from tests.builders import PASSWORD, Meeting

pytestmark = pytest.mark.browser

AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
"""Sundays, with an hour more and an hour less."""
IN_DUTCH = {AUTUMN: "25 oktober 2026", SPRING: "28 maart 2027"}


@pytest.mark.parametrize("sunday", [AUTUMN, SPRING], ids=["an hour more", "an hour less"])
def test_in_the_night_in_which_the_clock_is_set_times_stay_those_on_the_wall(
    sunday: date, moved: Moved, moved_windows: Windows
) -> None:
    office, clock = moved.office, moved.clock
    clock.set_to(at(sunday - timedelta(1), "20:00"))
    meeting = office.meeting()
    riet = meeting.admitted("Riet")
    meeting.agree(riet, what="Belt aan.", when="Elke dag om 8.15 uur.")
    for day in (sunday - timedelta(1), sunday):
        meeting.do(
            "plan_session", on=day.isoformat(), begins="10:00", ends="12:00", place="Buurthuis", people=[riet.id]
        )
    phone = moved_windows.phone()
    phone.enter(riet)
    week_is_at_a_quarter_past_eight(phone)
    planned_days_are_at_ten(phone, sunday)

    clock.set_to(at(sunday, "00:30"))  # by Greenwich it is still Saturday
    token = sign_in(office.house, name=office.facilitator.name, password=PASSWORD)
    lead = Lead(moved.server.url, meeting, token)
    page = moved_windows.signed_in(token, url=moved.server.url).window(f"/prepare?conference={meeting.conference}")
    page.get_by_text("Bijeenkomsten plannen (2)").click()
    expect(page.get_by_text(f"zondag {IN_DUTCH[sunday]}, 10:00 tot 12:00 uur")).to_be_visible()
    page.close()
    for line in meeting.lines:
        meeting.do("judge_line", office.referrer, bottom_line=line, holds=True)
    lead.do("adopt_plan")
    days = {one["look"]: date.fromisoformat(one["on"]) for one in lead.see()["evaluations"].values()}
    assert days == {
        "first_look": sunday + timedelta(8),
        "evaluation": sunday + timedelta(36),
        "recheck": sunday + timedelta(92),
    }
    assert f"Afgesproken op {IN_DUTCH[sunday]}." in phone.context.request.get("/m?plan=1").text()

    change = datetime.combine(sunday, time(1), UTC)
    clock.set_to(change - timedelta(minutes=3))
    lead.do("move_phase", phase="worries_strengths")
    lead.do("set_timer", minutes=10)
    phone.look_at("Nu")
    for minutes, left in ((-3, "Nog 10 minuten"), (3, "Nog 4 minuten")):
        clock.set_to(change + timedelta(minutes=minutes))
        phone.page.reload()
        expect(phone.page.get_by_role("timer")).to_have_text(left)

    clock.set_to(at(sunday, "09:30"))
    lead.do("begin_session")
    lead.do("mark_here", people=[riet.id], here=True)
    lead.do("stop_timer")
    phone.page.reload()
    week_is_at_a_quarter_past_eight(phone)
    assert first_session_of(meeting) == sunday - timedelta(1)
    calendar_says_a_quarter_past_eight(phone, sunday)


def week_is_at_a_quarter_past_eight(phone: Phone) -> None:
    phone.look_at("Van mij")
    expect(phone.page.locator(".week h3")).to_have_count(7)
    expect(phone.page.locator(".week h3").nth(0)).to_have_text("Vandaag")
    expect(phone.page.locator(".week li b")).to_have_text(["om 8.15 uur"] * 7)


def calendar_says_a_quarter_past_eight(phone: Phone, sunday: date) -> None:
    """In a zone that it carries itself, whose clock changes on that day."""
    calendar = Calendar.from_ical(phone.context.request.get("/export/agenda.ics").body())
    (event,) = calendar.walk("VEVENT")
    begins = event["dtstart"]
    assert begins.params["TZID"] == "Europe/Amsterdam"
    on_sunday = begins.dt + (sunday - begins.dt.date())
    assert on_sunday.time() == time(8, 15)
    assert on_sunday.utcoffset() != begins.dt.utcoffset()
    assert event["rrule"]["FREQ"] == ["DAILY"]


def planned_days_are_at_ten(phone: Phone, sunday: date) -> None:
    """On the day before the clock is set and on the day itself, whichever hour that is by Greenwich."""
    calendar = Calendar.from_ical(phone.context.request.get("/export/days.ics").body())
    begins = [event["dtstart"].dt.astimezone(UTC) for event in calendar.walk("VEVENT")]
    days = (sunday - timedelta(1), sunday)
    assert begins == [at(day, "10:00").astimezone(UTC) for day in days]
    assert len({moment.time() for moment in begins}) == len(days)


def first_session_of(meeting: Meeting) -> date | None:
    return conference(meeting.house, meeting.facilitator, meeting.conference).first_session_on
