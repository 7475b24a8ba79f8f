"""A conference that goes to another facilitator: all that was there is there, and who led it has no way in any more."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.events import FacilitatorChanged
from sos_core.services.conferences import conference, conferences, leaders
from sos_core.services.dashboard import dashboard
from sos_core.services.dashboard_filters import Filters
from sos_core.services.referrals import referrals
from sos_core.services.seeing import eyes_of, leads
from tests.builders import Meeting, Office, Somebody


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


@pytest.mark.parametrize("who", ["facilitator", "coordinator"])
def test_all_that_was_there_is_the_new_ones_and_the_old_one_has_no_way_in(
    office: Office, meeting: Meeting, riet: Somebody, who: str
) -> None:
    old, new = office.facilitator, office.other_facilitator
    meeting.say(riet, "worry", "Het is druk.")
    before = meeting.desk()
    meeting.do("hand_over", getattr(office, who), name=new.name)
    assert isinstance(meeting.now.entries[-1].event, FacilitatorChanged)
    assert {**meeting.desk(), "seq": 0} == {**before, "seq": 0}
    meeting.do("admit", new, person=meeting.join("Mo").id, role="parent")
    assert not leads(office.house, old, meeting.conference)
    assert conferences(office.house, old) == referrals(office.house, old) == []
    for way in (eyes_of, conference, leaders):
        with pytest.raises(NotFound):
            way(office.house, old, meeting.conference)
    with pytest.raises(NotFound):
        meeting.do("undo", old)
    (family,) = dashboard(office.house, office.coordinator, Filters(facilitator=(new.name,))).families
    assert (family.facilitator, family.second) == (new.name, None)
    assert dashboard(office.house, office.coordinator, Filters(facilitator=(old.name,))).families == ()


def test_a_phone_says_on_and_reads_on_as_if_nothing_had_happened(
    office: Office, meeting: Meeting, riet: Somebody
) -> None:
    before = meeting.seen_by(riet)
    meeting.do("hand_over", office.coordinator, name=office.other_facilitator.name)
    assert {**meeting.seen_by(riet), "seq": 0} == {**before, "seq": 0}
    meeting.say(riet, "worry")


def test_the_second_becomes_the_first_alone_and_may_ask_the_old_one_in(office: Office, meeting: Meeting) -> None:
    old, new = office.facilitator, office.other_facilitator
    meeting.do("ask_in", name=new.name)
    with pytest.raises(NotAllowed):
        meeting.do("hand_over", new, name=new.name)
    meeting.do("hand_over", name=new.name)
    assert leaders(office.house, new, meeting.conference)[:2] == (new.name, None)
    meeting.do("ask_in", new, name=old.name)
    assert leads(office.house, old, meeting.conference)
    with pytest.raises(NotAllowed):
        meeting.do("hand_over", old, name=old.name)


def test_it_goes_to_another_facilitator_or_stays_where_it_is(office: Office, meeting: Meeting) -> None:
    for name, key in (
        (office.coordinator.name, "account.no_such_facilitator"),
        ("Niemand", "account.no_such_facilitator"),
        (office.facilitator.name, "account.is_first_already"),
    ):
        with pytest.raises(DomainError) as refusal:
            meeting.do("hand_over", office.coordinator, name=name)
        assert refusal.value.key == key
    assert leads(office.house, office.facilitator, meeting.conference)


def test_a_coordinator_hands_over_and_leads_nothing_by_it(office: Office, meeting: Meeting) -> None:
    meeting.do("hand_over", office.coordinator, name=office.other_facilitator.name)
    for verb in ("undo", "open_door", "ask_in"):
        with pytest.raises(NotFound):
            meeting.do(verb, office.coordinator, name=office.facilitator.name)
