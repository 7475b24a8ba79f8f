"""Ending a link: the phone that came in by it is out at once and told why; whoever came in another way notices nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import ClosedBecause, Standing
from sos_core.services.closing import close
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.ending_links import was_ended
from sos_core.services.joining import guest_of, join
from sos_core.services.letters import letter_paper
from sos_core.services.links import Purpose
from sos_core.services.own_links import make_door_link, switch_off, switch_on_calendar, which_are_on
from sos_core.services.seeing import eyes_of
from sos_core.services.watching import Watcher, still_watching
from sos_core.store.tables import Conference
from tests.builders import Meeting, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet", relation="oma")


def link_of(meeting: Meeting, who: str) -> str:
    return make_door_link(meeting.house, meeting.facilitator, meeting.conference, who)


def came(meeting: Meeting, who: str, *, phone: Somebody | None = None) -> Somebody:
    token = join_by_link(meeting.house, link=link_of(meeting, who), phone_token=phone.token if phone else None).token
    return Somebody("", who, token)


def ended(meeting: Meeting, who: str, *purposes: Purpose) -> None:
    switch_off(meeting.house, meeting.facilitator, *purposes, conference=meeting.conference, person=who)


def by_the_person(meeting: Meeting, phone: Somebody) -> None:
    switch_off(meeting.house, meeting.guest(phone), Purpose.DOOR, person=phone.id)


def by_who_leads(meeting: Meeting, phone: Somebody) -> None:
    ended(meeting, phone.id, Purpose.DOOR)


def by_ending_all(meeting: Meeting, phone: Somebody) -> None:
    ended(meeting, phone.id)


def by_a_new_one(meeting: Meeting, phone: Somebody) -> None:
    link_of(meeting, phone.id)


def speaking(meeting: Meeting, phone: Somebody) -> tuple[str, ...]:
    guest = guest_of(meeting.house, phone.token)
    return guest.people if guest else ()


def is_still_in(meeting: Meeting, phone: Somebody) -> bool:
    return phone.id in speaking(meeting, phone)


@pytest.mark.parametrize("end", [by_the_person, by_who_leads, by_ending_all, by_a_new_one])
def test_the_phone_that_is_in_by_a_link_is_out_when_that_link_ends_and_no_other_phone_is(
    meeting: Meeting, riet: Somebody, end: Callable[[Meeting, Somebody], None]
) -> None:
    mo, at_home = meeting.admitted("Mo"), came(meeting, riet.id)
    streams = [Watcher(meeting.guest(one), meeting.conference, meeting.eyes(one), one.token) for one in (at_home, mo)]
    (phone,) = {one.phone for key, one in meeting.now.lookup.people.items() if key == riet.id}
    end(meeting, at_home)
    assert speaking(meeting, at_home) == ()
    assert was_ended(meeting.house, at_home.token)
    assert not was_ended(meeting.house, mo.token)
    assert still_watching(meeting.house, streams) == [False, True]
    assert meeting.now.entries[-1].event == e.LinkEnded(riet.id, phone)
    assert meeting.desk()["people"][riet.id]["phone"] is None
    assert meeting.now.board.attendees[riet.id].standing is Standing.ADMITTED
    assert meeting.say(mo, "strength")
    link = link_of(meeting, riet.id)
    back = join_by_link(meeting.house, link=link, phone_token=at_home.token).token
    assert is_still_in(meeting, Somebody("Riet", riet.id, back))
    join_by_link(meeting.house, link=link)  # on another phone: by that no link is ended
    assert not was_ended(meeting.house, back)


def test_the_code_of_a_letter_lets_its_phone_go_with_the_next_letter(meeting: Meeting) -> None:
    invited = meeting.do("invite", name="Jo", role="network")

    def letter() -> str:
        paper = letter_paper(meeting.house, meeting.facilitator, meeting.conference, invited)
        return paper.way_in.split("#l=")[1]

    first = letter()
    phone = Somebody("Jo", invited, join_by_link(meeting.house, link=first).token)
    meeting.do("admit", person=invited, role="network")
    assert is_still_in(meeting, phone)
    second = letter()
    assert not is_still_in(meeting, phone)
    with pytest.raises(DomainError) as no:
        join_by_link(meeting.house, link=first)
    assert no.value.key == "links.over"
    assert join_by_link(meeting.house, link=second).person == invited


def test_who_came_by_the_code_stays_also_where_the_own_link_was_opened_on_the_same_phone(
    meeting: Meeting, riet: Somebody
) -> None:
    came(meeting, riet.id, phone=riet)
    ended(meeting, riet.id)
    assert is_still_in(meeting, riet)
    assert meeting.now.entries[-1].event == e.LinkEnded(riet.id, None)


def test_who_was_recognised_at_the_door_stays(meeting: Meeting, riet: Somebody) -> None:
    came(meeting, riet.id)
    again = meeting.join("Riet")
    meeting.do("admit_again", person=again.id, same_as=riet.id)
    ended(meeting, riet.id)
    assert is_still_in(meeting, Somebody("Riet", riet.id, again.token))


def test_the_end_of_a_calendar_or_of_a_link_that_is_over_puts_nobody_out(meeting: Meeting, riet: Somebody) -> None:
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id, days=1)
    phone = Somebody("Riet", riet.id, join_by_link(meeting.house, link=link).token)
    switch_on_calendar(meeting.house, meeting.guest(phone), person=riet.id)
    before = meeting.now.entries
    ended(meeting, riet.id, Purpose.CALENDAR)
    meeting.office.clock.forward(days=1)
    ended(meeting, riet.id)  # it was over by itself: an evening goes on
    assert meeting.now.entries == before
    assert is_still_in(meeting, phone)
    link_of(meeting, riet.id)
    ended(meeting, riet.id)  # another link than the one by which this phone came
    assert is_still_in(meeting, phone)


def test_who_shares_the_phone_stays_on_it_and_sees_nothing_of_who_is_out(meeting: Meeting, riet: Somebody) -> None:
    mo = meeting.admitted("Mo")
    came(meeting, riet.id, phone=mo)
    before = Watcher(meeting.guest(mo), meeting.conference, meeting.eyes(mo), mo.token)
    assert still_watching(meeting.house, [before]) == [True]
    ended(meeting, riet.id)
    assert speaking(meeting, mo) == (mo.id,)
    assert still_watching(meeting.house, [before]) == [False]
    assert meeting.eyes(mo).own == (mo.id,)
    with pytest.raises(DomainError) as no:
        eyes_of(meeting.house, meeting.guest(mo), meeting.conference, through=riet.id)
    assert no.value.key == "links.ended"


def test_a_phone_that_is_out_comes_to_the_door_with_the_code_only(meeting: Meeting, riet: Somebody) -> None:
    phone = came(meeting, riet.id)
    ended(meeting, riet.id)
    with pytest.raises(DomainError) as no:
        join(meeting.house, name="Kees", phone_token=phone.token)
    assert no.value.key == "door.wrong_code"
    assert guest_of(meeting.house, join(meeting.house, name="Kees", code=meeting.code, phone_token=phone.token))


def test_also_once_it_is_closed_a_link_can_be_ended(meeting: Meeting, riet: Somebody) -> None:
    phone = came(meeting, riet.id)
    with meeting.house.store.reading() as session:
        referral = session.get_one(Conference, meeting.conference).referral
    close(meeting.house, meeting.facilitator, referral, because=ClosedBecause.WITHDREW)
    ended(meeting, riet.id)
    assert not is_still_in(meeting, phone)
    assert Purpose.DOOR not in which_are_on(meeting.house, meeting.facilitator, conference=meeting.conference).get(
        riet.id, {}
    )
