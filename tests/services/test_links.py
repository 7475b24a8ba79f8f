"""Links: a secret works for its purpose, for its holder, until it is ended; nothing kept of it opens anything."""

from __future__ import annotations

import pytest
from sqlmodel import select

from sos_core.services.links import Holder, Purpose, end_links, has_link, held_by, links_of, make_link
from sos_core.store.tables import Link
from tests.builders import Meeting, Office


@pytest.fixture
def riet(meeting: Meeting) -> Holder:
    return Holder(meeting.conference, meeting.admitted("Riet").id)


def made(meeting: Meeting, holder: Holder, purpose: Purpose = Purpose.CALENDAR, *, days: int | None = None) -> str:
    with meeting.house.store.writing() as session:
        return make_link(meeting.house, session, holder, purpose, days=days)


def holder_of(meeting: Meeting, token: str, purpose: Purpose = Purpose.CALENDAR) -> Holder | None:
    with meeting.house.store.reading() as session:
        held = held_by(meeting.house, session, token, purpose)
    return held.holder if held else None


def test_a_secret_is_its_holders_for_its_purpose_and_only_its_fingerprint_is_kept(
    meeting: Meeting, riet: Holder
) -> None:
    token = made(meeting, riet)
    assert len(token) == 22
    assert holder_of(meeting, token) == riet
    assert holder_of(meeting, token, Purpose.DOOR) is None
    assert holder_of(meeting, token[:-1]) is None
    with meeting.house.store.reading() as session:
        (row,) = session.exec(select(Link)).all()
    assert token not in str(row.model_dump())
    assert holder_of(meeting, row.token) is None


def test_a_new_one_ends_the_one_before_and_leaves_what_is_for_something_else(meeting: Meeting, riet: Holder) -> None:
    door, first = made(meeting, riet, Purpose.DOOR), made(meeting, riet)
    second = made(meeting, riet)
    assert holder_of(meeting, first) is None
    assert holder_of(meeting, second) == riet
    assert holder_of(meeting, door, Purpose.DOOR) == riet


def test_what_is_ended_stays_ended_for_one_purpose_or_for_all(meeting: Meeting, riet: Holder) -> None:
    mo = Holder(meeting.conference, meeting.admitted("Mo").id)
    others = made(meeting, mo)
    calendar, door = made(meeting, riet), made(meeting, riet, Purpose.DOOR)
    with meeting.house.store.writing() as session:
        end_links(meeting.house, session, riet, Purpose.CALENDAR)
    assert holder_of(meeting, calendar) is None
    assert holder_of(meeting, door, Purpose.DOOR) == riet
    with meeting.house.store.writing() as session:
        end_links(meeting.house, session, riet)
    assert holder_of(meeting, door, Purpose.DOOR) is None
    assert holder_of(meeting, others) == mo


def test_one_with_a_term_ends_by_itself(meeting: Meeting, riet: Holder) -> None:
    token = made(meeting, riet, days=3)
    meeting.office.clock.forward(days=2, hours=23)
    assert holder_of(meeting, token) == riet
    with meeting.house.store.reading() as session:
        assert [link.purpose for link in links_of(meeting.house, session, [str(riet.person)])[str(riet.person)]] == [
            "calendar"
        ]
    meeting.office.clock.forward(hours=1)
    assert holder_of(meeting, token) is None
    with meeting.house.store.reading() as session:
        assert links_of(meeting.house, session, [str(riet.person)]) == {}
        assert not has_link(meeting.house, session, riet, Purpose.CALENDAR)


def test_an_account_can_hold_one_too(office: Office, meeting: Meeting, riet: Holder) -> None:
    co, ad = Holder(account=office.coordinator.id), Holder(account=office.administrator.id)
    token, other, persons = made(meeting, co), made(meeting, ad), made(meeting, riet)
    assert holder_of(meeting, token) == co
    with meeting.house.store.writing() as session:
        assert has_link(meeting.house, session, co, Purpose.CALENDAR)
        end_links(meeting.house, session, co)
        assert not has_link(meeting.house, session, co, Purpose.CALENDAR)
    assert holder_of(meeting, token) is None
    assert holder_of(meeting, other) == ad
    assert holder_of(meeting, persons) == riet
