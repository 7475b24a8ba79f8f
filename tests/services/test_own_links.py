"""Own links: the person switches the calendar on, the facilitator makes the way in; either may end them, nobody else finds them."""

from __future__ import annotations

from datetime import date

import pytest

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.links import Holder, Purpose, make_link
from sos_core.services.own_links import (
    calendar_address,
    calendar_at,
    make_door_link,
    switch_off,
    switch_on_calendar,
    which_are_on,
)
from sos_core.store.tables import Person
from tests.builders import Meeting, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def switched_on(meeting: Meeting, who: Somebody) -> str:
    return switch_on_calendar(meeting.house, meeting.guest(who), person=who.id)


def events_at(meeting: Meeting, token: str) -> int:
    return calendar_at(meeting.house, token, lang="nl").count(b"BEGIN:VEVENT")


def gone(meeting: Meeting, token: str) -> bool:
    with pytest.raises(NotFound) as none:
        calendar_at(meeting.house, token, lang="nl")
    return none.value.key == "links.not_here" and not none.value.facts


def test_the_address_has_what_was_adopted_last_and_goes_along_with_it(meeting: Meeting, riet: Somebody) -> None:
    token, mo = switched_on(meeting, riet), meeting.admitted("Mo")
    first = meeting.agree(riet, what="Zqbelt", when="Elke schooldag om 8.15", backups=[mo.id])
    assert events_at(meeting, token) == 0  # agreed, and not adopted yet
    meeting.adopted()
    text = calendar_at(meeting.house, token, lang="nl").decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Afspraak" in text
    assert "X-WR-CALNAME:Agenda" in text
    assert not any(word in text for word in ("Riet", "Zqbelt", "raaiboek", token))
    assert events_at(meeting, switched_on(meeting, mo)) == 0  # who steps in does it only when it goes wrong
    meeting.evaluated("adjust")
    meeting.agree(riet, when="Elke zaterdag om 9.00 uur")
    assert events_at(meeting, token) == 1
    meeting.adopted()
    assert events_at(meeting, token) == 2
    meeting.do("answer_agreement", riet, agreement=first, answer="no_longer")
    assert events_at(meeting, token) == 1


def test_a_new_address_ends_the_old_one_and_it_can_be_switched_off(meeting: Meeting, riet: Somebody) -> None:
    first = switched_on(meeting, riet)
    second = switched_on(meeting, riet)
    assert gone(meeting, first)
    assert events_at(meeting, second) == 0
    switch_off(meeting.house, meeting.guest(riet), Purpose.CALENDAR, person=riet.id)
    assert gone(meeting, second)
    assert gone(meeting, "nothing")
    assert gone(meeting, "\ud800")


def test_each_on_a_shared_phone_has_an_own_one_and_nobody_that_of_another_phone(
    meeting: Meeting, riet: Somebody
) -> None:
    kim, mo = meeting.admitted("Kim", phone=riet), meeting.admitted("Mo")
    meeting.agree(kim, when="Elke dag om 9.00 uur")
    meeting.adopted()
    assert events_at(meeting, switched_on(meeting, riet)) == 0
    assert events_at(meeting, switched_on(meeting, kim)) == 1
    for refused in (
        lambda: switch_on_calendar(meeting.house, meeting.guest(mo), person=riet.id),
        lambda: switch_off(meeting.house, meeting.guest(mo), person=riet.id),
        lambda: which_are_on(meeting.house, meeting.guest(mo), person=riet.id),
    ):
        with pytest.raises(NotFound):
            refused()
    assert which_are_on(meeting.house, meeting.guest(riet), person=kim.id) == {kim.id: {"calendar": None}}


def test_it_is_switched_on_by_the_person_alone_once_inside(meeting: Meeting) -> None:
    waiting = meeting.join("Wacht")
    with pytest.raises(NotAllowed):
        switched_on(meeting, waiting)
    for staff in (meeting.facilitator, meeting.office.coordinator, meeting.office.administrator):
        with pytest.raises(NotAllowed):
            switch_on_calendar(meeting.house, staff, person=waiting.id)


def test_who_leads_sees_which_are_on_and_ends_them_and_nobody_else_of_the_staff(
    meeting: Meeting, riet: Somebody
) -> None:
    token = switched_on(meeting, riet)
    make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id, days=10)
    on = which_are_on(meeting.house, meeting.facilitator, conference=meeting.conference)
    assert on == {riet.id: {"calendar": None, "door": date(2026, 11, 12)}}
    office = meeting.office
    for staff in (office.other_facilitator, office.coordinator, office.referrer, office.administrator):
        for refused in (
            lambda staff=staff: which_are_on(meeting.house, staff, conference=meeting.conference),
            lambda staff=staff: make_door_link(meeting.house, staff, meeting.conference, riet.id),
            lambda staff=staff: switch_off(meeting.house, staff, conference=meeting.conference, person=riet.id),
        ):
            with pytest.raises(NotFound):
                refused()
    elsewhere = office.meeting(facilitator=office.other_facilitator)
    with pytest.raises(NotFound):
        switch_off(meeting.house, office.other_facilitator, conference=elsewhere.conference, person=riet.id)
    assert events_at(meeting, token) == 0
    switch_off(meeting.house, meeting.facilitator, conference=meeting.conference, person=riet.id)
    assert gone(meeting, token)
    assert which_are_on(meeting.house, meeting.facilitator, conference=meeting.conference) == {}


def test_a_calendar_is_of_who_is_in_whatever_link_there_is(meeting: Meeting) -> None:
    waiting = meeting.join("Wacht")
    with meeting.house.store.writing() as session:
        holder = Holder(meeting.conference, waiting.id)
        token = make_link(meeting.house, session, holder, Purpose.CALENDAR)
    assert gone(meeting, token)
    meeting.do("admit", person=waiting.id, role="network")
    assert events_at(meeting, token) == 0


@pytest.mark.parametrize("how", ["put out", "leaves", "erased", "is somebody else"])
def test_who_is_not_in_any_more_has_no_calendar_and_it_does_not_come_back(meeting: Meeting, how: str) -> None:
    riet = meeting.admitted("Riet")
    token = switched_on(meeting, riet)
    if how == "put out":
        meeting.do("turn_away", person=riet.id)
    elif how == "leaves":
        meeting.do("leave", riet)
    elif how == "erased":
        with meeting.house.store.writing() as session:
            session.get_one(Person, riet.id).name = None
    else:
        newcomer = meeting.join("Riet")
        theirs = make_door_link(meeting.house, meeting.facilitator, meeting.conference, newcomer.id)
        meeting.do("admit_again", person=newcomer.id, same_as=riet.id)
        with pytest.raises(DomainError):
            join_by_link(meeting.house, link=theirs)
        assert set(which_are_on(meeting.house, meeting.facilitator, conference=meeting.conference)) == {riet.id}
        assert events_at(meeting, token) == 0  # one person, and the address is theirs
        return
    assert gone(meeting, token)
    if how in {"put out", "leaves"}:
        meeting.do("admit_again", person=meeting.join("Riet").id, same_as=riet.id)
        assert gone(meeting, token)


def test_an_address_that_is_asked_for_without_end_is_told_so_and_no_other_with_it(
    meeting: Meeting, riet: Somebody
) -> None:
    mo = switched_on(meeting, meeting.admitted("Mo"))
    token = switched_on(meeting, riet)
    for _ in range(30):
        assert events_at(meeting, token) == 0
    with pytest.raises(DomainError) as often:
        events_at(meeting, token)
    assert often.value.key == "links.too_often"
    assert events_at(meeting, mo) == 0


def test_the_address_names_the_language_of_who_switched_it_on(meeting: Meeting) -> None:
    assert calendar_address(meeting.house, "T", lang="nl") == "http://draaiboek.test/agenda/T.ics"
    assert calendar_address(meeting.house, "T", lang="en").endswith("/agenda/T.ics?lang=en")


def test_a_way_in_is_for_somebody_who_may_come_in_for_some_days(meeting: Meeting, riet: Somebody) -> None:
    refused = meeting.join("Nee")
    meeting.do("turn_away", person=refused.id)
    elsewhere = meeting.office.meeting().admitted("Vreemd")
    for person in (refused.id, elsewhere.id, "nobody"):
        with pytest.raises(NotFound):
            make_door_link(meeting.house, meeting.facilitator, meeting.conference, person)
    for days in (0, 367):
        with pytest.raises(DomainError) as no:
            make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id, days=days)
        assert no.value.key == "links.days"


def test_the_address_can_ask_for_an_alarm_half_an_hour_before(meeting: Meeting, riet: Somebody) -> None:
    assert calendar_address(meeting.house, "T", remind=True, lang="en").endswith("/agenda/T.ics?lang=en&remind=1")
    token = switched_on(meeting, riet)
    meeting.agree(riet, when="Elke dag om 20.30 uur.")
    meeting.adopted()
    assert b"VALARM" in calendar_at(meeting.house, token, remind=True, lang="nl")
    assert b"VALARM" not in calendar_at(meeting.house, token, lang="nl")
