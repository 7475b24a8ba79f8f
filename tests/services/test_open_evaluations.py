"""The calendar of open evaluations: two programs read the same days in it, nobody reads more, and only a coordinator has one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import icalendar
import pytest
import vobject

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import ClosedBecause, Look
from sos_core.services.closing import close
from sos_core.services.dashboard import dashboard
from sos_core.services.dashboard_filters import read_written
from sos_core.services.open_evaluations import follow_evaluations, follows_evaluations, unfollow_evaluations
from sos_core.services.own_links import calendar_at
from sos_core.store.tables import Account
from tests.builders import Meeting, Office
from tests.services.test_closing import referral_of


def with_plan(office: Office, **about: str) -> Meeting:
    meeting = office.meeting(**about)
    meeting.agree(meeting.admitted("Riet"), what="Kanariewoord")
    meeting.adopted()
    return meeting


def read(office: Office, token: str, lang: str = "nl") -> str:
    return calendar_at(office.house, token, lang=lang).decode()


def days_in(text: str) -> dict[date, str]:
    """By day what stands below its title, as two programs read it."""
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    other = getattr(vobject.readOne(text), "vevent_list", [])
    assert [event.start for event in events] == [event.dtstart.value for event in other]
    assert [str(event["description"]) for event in events] == [event.description.value for event in other]
    assert len({str(event["uid"]) for event in events}) == len(events)
    return {event.start: str(event["description"]) for event in events}


def counted(text: str) -> dict[date, str]:
    return {on: words.split("\n")[0] for on, words in days_in(text).items()}


def test_each_familys_next_evaluation_stands_on_its_day_once_with_how_many_families(office: Office) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    assert days_in(read(office, token)) == {}
    with_plan(office, alias="Familie Uil")
    second = with_plan(office, alias="Familie Das")
    assert counted(read(office, token)) == {date(2026, 11, 9): "Gezinnen: 2"}
    second.evaluated("go_on", look=Look.FIRST)
    assert counted(read(office, token)) == {date(2026, 11, 9): "Gezinnen: 1", date(2026, 12, 7): "Gezinnen: 1"}


def test_behind_each_day_are_as_many_families_as_it_says(office: Office) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    with_plan(office, alias="Familie Uil")
    office.clock.forward(days=3)
    with_plan(office, alias="Familie Das")
    closed = with_plan(office, alias="Familie Mus")
    close(office.house, office.coordinator, referral_of(closed), because=ClosedBecause.WITHDREW)
    days = days_in(read(office, token))
    assert len(days) == 2
    for on, words in days.items():
        count, address = words.split("\n")
        host, _, asked = address.partition("?")
        assert host == "http://draaiboek.test/dashboard"
        page = dashboard(office.house, office.coordinator, read_written(asked))
        assert (count, asked) == (f"Gezinnen: {page.total}", f"day={on.isoformat()}")


def test_its_titles_give_nothing_away_and_no_name_is_in_it(office: Office) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    meeting = with_plan(office)
    text = read(office, token)
    assert text.count("SUMMARY:Evaluatie\r\n") == text.count("BEGIN:VEVENT") == 1
    assert "X-WR-CALNAME:Evaluaties\r\n" in text
    assert "SUMMARY:Evaluation\r\n" in read(office, token, "en")
    for word in ("Eekhoorn", "Kanariewoord", "Riet", meeting.conference, office.facilitator.name, token):
        assert word not in text


def test_a_day_is_the_same_event_when_it_is_read_again(office: Office) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    with_plan(office)
    before = [str(event["uid"]) for event in icalendar.Calendar.from_ical(read(office, token)).walk("VEVENT")]
    office.clock.forward(days=1)
    after = [str(event["uid"]) for event in icalendar.Calendar.from_ical(read(office, token)).walk("VEVENT")]
    assert before == after


def gone(office: Office, token: str) -> None:
    with pytest.raises(NotFound) as caught:
        read(office, token)
    assert caught.value.key == "links.not_here"


def test_a_new_address_ends_the_one_before_and_off_is_off(office: Office) -> None:
    at = (office.house, office.coordinator)
    assert not follows_evaluations(*at)
    first = follow_evaluations(*at)
    second = follow_evaluations(*at)
    gone(office, first)
    assert read(office, second)
    assert follows_evaluations(*at)
    unfollow_evaluations(*at)
    gone(office, second)
    assert not follows_evaluations(*at)


@pytest.mark.parametrize("duty", ["facilitator", "referrer", "administrator"])
def test_whoever_is_no_coordinator_any_more_has_no_calendar_any_more(office: Office, duty: str) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    with office.house.store.writing() as session:
        session.get_one(Account, office.coordinator.id).duty = duty
    gone(office, token)


def test_who_asks_too_often_waits(office: Office) -> None:
    token = follow_evaluations(office.house, office.coordinator)
    for _ in range(30):
        read(office, token)
    with pytest.raises(DomainError) as caught:
        read(office, token)
    assert caught.value.key == "links.too_often"


@pytest.mark.parametrize("door", [follow_evaluations, unfollow_evaluations, follows_evaluations])
def test_nobody_else_has_one(office: Office, meeting: Meeting, door: Callable[..., object]) -> None:
    guest = meeting.guest(meeting.admitted("Riet"))
    for actor in (office.facilitator, office.referrer, office.administrator, guest):
        with pytest.raises(NotAllowed):
            door(office.house, actor)
