"""Coming in by the own link: one person, on one phone, in if they were let in before; and nothing for whoever has an old one."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Standing
from sos_core.services.coming_by_link import Came, join_by_link
from sos_core.services.house import new_id
from sos_core.services.joining import MOST_ON_ONE_PHONE, guest_of
from sos_core.services.own_links import make_door_link, switch_off, switch_on_calendar
from sos_core.services.watching import Watcher, still_watching
from sos_core.store.tables import Person
from tests.builders import Meeting, Office, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet", relation="oma")


def link_of(meeting: Meeting, who: Somebody | str, **how: int) -> str:
    person = who if isinstance(who, str) else who.id
    return make_door_link(meeting.house, meeting.facilitator, meeting.conference, person, **how)


def came(meeting: Meeting, link: str, phone: Somebody | None = None) -> Came:
    return join_by_link(meeting.house, link=link, phone_token=phone.token if phone else None)


def speaking(meeting: Meeting, token: str) -> tuple[str, ...]:
    guest = guest_of(meeting.house, token)
    return guest.people if guest else ()


def refused(meeting: Meeting, why: str, link: str, phone: Somebody | None = None) -> None:
    before = meeting.now.entries
    with pytest.raises(DomainError) as no:
        came(meeting, link, phone)
    assert no.value.key == why
    assert meeting.now.entries == before


def standing(meeting: Meeting, person: str) -> Standing:
    return meeting.now.board.attendees[person].standing


def test_from_another_phone_somebody_is_who_they_are_also_when_the_door_is_closed(
    meeting: Meeting, riet: Somebody
) -> None:
    card, link = meeting.say(riet, "worry"), link_of(meeting, riet)
    meeting.do("close_door")
    token, person = came(meeting, link)
    assert person == riet.id
    assert speaking(meeting, token) == (riet.id,)
    assert meeting.now.board.attendees[riet.id].role == "network"
    at_home = Somebody("Riet", riet.id, token)
    assert meeting.seen_by(at_home)["cards"][card]["mine"]
    assert meeting.say(at_home, "strength")


def test_one_person_speaks_through_one_phone_and_the_link_works_again_and_again(
    meeting: Meeting, riet: Somebody
) -> None:
    kim, link = meeting.admitted("Kim", phone=riet), link_of(meeting, riet)
    stream = Watcher(meeting.guest(riet), meeting.conference, meeting.eyes(riet), riet.token)
    first = came(meeting, link).token
    assert speaking(meeting, riet.token) == (kim.id,)
    assert still_watching(meeting.house, [stream]) == [False]
    second = came(meeting, link).token
    assert speaking(meeting, first) == ()
    assert speaking(meeting, second) == (riet.id,)
    phones = {person["phone"] for person in meeting.desk()["people"].values()}
    assert len(phones) == 2


def test_on_the_same_phone_nothing_happens_and_on_one_of_this_conference_they_join_who_is_there(
    meeting: Meeting, riet: Somebody
) -> None:
    mo, link = meeting.admitted("Mo"), link_of(meeting, riet)
    before = meeting.now.entries
    assert came(meeting, link, riet) == (riet.token, riet.id)
    assert meeting.now.entries == before
    assert came(meeting, link, mo) == (mo.token, riet.id)
    assert speaking(meeting, mo.token) == (riet.id, mo.id)
    for number in range(MOST_ON_ONE_PHONE - 2):
        meeting.join(f"Kind {number}", phone=mo)
    refused(meeting, "door.phone_full", link_of(meeting, meeting.admitted("Kim")), mo)


def test_a_phone_of_another_conference_is_given_up(office: Office, meeting: Meeting, riet: Somebody) -> None:
    other = office.meeting(facilitator=office.other_facilitator)
    waiting = other.join("Riet")
    token, _ = came(meeting, link_of(meeting, riet), waiting)
    assert token != waiting.token
    assert speaking(meeting, token) == (riet.id,)
    assert standing(other, waiting.id) is Standing.OUT


def test_who_stopped_comes_back_by_the_link_and_who_was_put_out_does_not(meeting: Meeting, riet: Somebody) -> None:
    link, mo = link_of(meeting, riet), meeting.admitted("Mo")
    others = link_of(meeting, mo)
    meeting.do("leave", riet)
    meeting.do("turn_away", person=mo.id)
    came(meeting, link)
    assert standing(meeting, riet.id) is Standing.ADMITTED
    assert riet.id not in meeting.now.board.here
    refused(meeting, "links.over", others)
    assert standing(meeting, mo.id) is Standing.OUT
    came(meeting, link_of(meeting, mo))  # unless whoever leads makes a new one
    assert standing(meeting, mo.id) is Standing.ADMITTED


def test_who_was_never_let_in_waits_under_the_own_name_where_the_door_is_open(meeting: Meeting) -> None:
    waiting, invited = meeting.join("Wacht"), new_id()
    with meeting.house.store.writing() as session:
        session.add(Person(id=invited, conference=meeting.conference, name="Tante Jo", relation="tante"))
    first, second = link_of(meeting, waiting), link_of(meeting, invited)
    meeting.do("close_door")
    came(meeting, first)
    assert standing(meeting, waiting.id) is Standing.WAITING
    refused(meeting, "door.closed", second)
    meeting.do("open_door")
    token, _ = came(meeting, second)
    assert standing(meeting, invited) is Standing.WAITING
    seen = meeting.desk()["people"][invited]
    assert (seen["name"], seen["relation"]) == ("Tante Jo", "tante")
    assert speaking(meeting, token) == (invited,)


def test_a_link_that_was_ended_renewed_or_is_over_says_so_and_nothing_more(meeting: Meeting, riet: Somebody) -> None:
    ended = link_of(meeting, riet)
    switch_off(meeting.house, meeting.guest(riet), person=riet.id)
    renewed, short = link_of(meeting, riet), link_of(meeting, riet, days=1)
    calendar = switch_on_calendar(meeting.house, meeting.guest(riet), person=riet.id)
    meeting.office.clock.forward(days=1)
    for link in (ended, renewed, short, calendar, "", "nothing", "\ud800", "x" * 10_000):
        refused(meeting, "links.over", link)


def test_a_link_that_is_used_without_end_is_told_so(meeting: Meeting, riet: Somebody) -> None:
    link = link_of(meeting, riet)
    for _ in range(30):
        came(meeting, link, riet)
    refused(meeting, "links.too_often", link, riet)
