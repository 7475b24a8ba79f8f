"""The retention queue counts what the page about keeping and erasing lists."""

from __future__ import annotations

import pytest

from sos_core.access.actor import Staff
from sos_core.domain.errors import NotAllowed
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.domain.retention import DueState
from sos_core.services.closing import close
from sos_core.services.erasing import confirm, propose, withdraw
from sos_core.services.retention import closed_ones, open_ones
from sos_core.services.retention_queue import Queue, retention_queue
from tests.builders import Office
from tests.services.test_closing import referral_of


def counted(office: Office) -> Queue:
    return retention_queue(office.house, office.coordinator)


def listed(office: Office) -> Queue:
    """As the page counts its list."""
    closed = closed_ones(office.house, office.coordinator)
    soon = [one for one in closed if not one.due and any(kept.state is DueState.SOON for kept in one.kept)]
    second = [one for one in closed if one.proposal and not one.proposal.mine]
    due = [one for one in closed if one.due]
    to_close = open_ones(office.house, office.coordinator)
    return Queue(len(due), len(soon), len(closed) - len(due) - len(soon), len(second), len(to_close))


def closed(office: Office, alias: str) -> str:
    family = office.referral(alias=alias)
    close(office.house, office.coordinator, family, because=ClosedBecause.NO_CONFERENCE)
    return family


def test_it_counts_families_as_their_terms_go_by_and_as_they_are_erased(office: Office) -> None:
    first, second = closed(office, "Familie Uil"), closed(office, "Familie Das")
    office.referral(alias="Familie Mus")
    assert counted(office) == Queue(0, 0, 2, 0, 0)
    office.clock.forward(days=28)
    closed(office, "Familie Els")
    assert counted(office) == listed(office) == Queue(0, 2, 1, 0, 0)
    office.clock.forward(days=14)
    assert counted(office) == listed(office) == Queue(2, 0, 1, 0, 0)
    for family in (first, second):
        proposed = propose(office.house, office.administrator, family, keeping=Keeping.WORKING)
        assert counted(office).second == 1
        confirm(office.house, office.coordinator, proposed)
    assert counted(office) == listed(office) == Queue(0, 0, 3, 0, 0)
    office.clock.forward(days=323)
    assert counted(office) == listed(office) == Queue(3, 0, 0, 0, 0)
    confirm(
        office.house,
        office.coordinator,
        propose(office.house, office.administrator, first, keeping=Keeping.FAMILY),
    )
    assert counted(office) == listed(office) == Queue(2, 0, 0, 0, 0)


def test_what_waits_for_a_second_person_waits_for_another_and_not_when_it_was_withdrawn(office: Office) -> None:
    family = closed(office, "Familie Uil")
    proposed = propose(office.house, office.coordinator, family, keeping=Keeping.FAMILY, asked_for=True)
    assert counted(office).second == listed(office).second == 0
    assert retention_queue(office.house, office.administrator).second == 1
    withdraw(office.house, office.coordinator, proposed)
    assert retention_queue(office.house, office.administrator).second == 0


@pytest.mark.parametrize("who", ["facilitator", "referrer"])
def test_only_who_may_see_the_page_sees_its_numbers(office: Office, who: str) -> None:
    with pytest.raises(NotAllowed):
        retention_queue(office.house, getattr(office, who))


def test_the_first_to_go_comes_first_and_what_somebody_proposed_before_it(office: Office) -> None:
    families = [closed(office, f"Familie {name}") for name in ("Uil", "Das", "Mus")]
    office.clock.forward(days=1)
    newest = closed(office, "Familie Els")
    propose(office.house, office.coordinator, newest, keeping=Keeping.FAMILY, asked_for=True)
    erased = propose(office.house, office.coordinator, families[0], keeping=Keeping.WORKING, asked_for=True)
    confirm(office.house, office.administrator, erased)
    found = [one.referral for one in closed_ones(office.house, office.coordinator)]
    assert found == [newest, *sorted(families[1:]), families[0]]
    assert [one.referral for one in closed_ones(office.house, office.coordinator, most=2)] == found[:2]


def test_one_is_found_by_a_part_of_the_alias_or_the_end_of_its_number(office: Office) -> None:
    uil, das = closed(office, "Familie Uil"), closed(office, "Familie Das")

    def found(text: str, who: Staff = office.coordinator) -> list[str]:
        return [one.referral for one in closed_ones(office.house, who, text=text)]

    assert (found("uIL"), found(das[-6:].lower()), found("%")) == ([uil], [das], [])
    assert found("Uil", office.administrator) == []
    assert found(uil[-6:], office.administrator) == [uil]


def test_who_was_stepped_out_of_is_to_be_closed_and_counted_until_it_is(office: Office) -> None:
    meeting = office.meeting()
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    meeting.evaluated("step_out")
    assert counted(office) == listed(office) == Queue(0, 0, 0, 0, 1)
    close(office.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.STEPPED_OUT)
    assert counted(office) == listed(office) == Queue(0, 0, 1, 0, 0)
