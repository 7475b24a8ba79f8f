"""Keeping and erasing: what is due, two people, and no word of a family."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.services.closing import close
from sos_core.services.retention import closed_ones, gone_ones, terms
from tests.builders import Meeting, Office
from tests.pages.conftest import Visit, drawn
from tests.services.test_closing import referral_of


@pytest.fixture
def closed(meeting: Meeting) -> Meeting:
    meeting.admitted("Kanarie", "parent")
    close(meeting.house, meeting.facilitator, referral_of(meeting), because=ClosedBecause.WITHDREW)
    return meeting


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label.startswith(label)).click().run()


def test_what_is_due_is_proposed_by_one_and_erased_by_another(visit: Visit, office: Office, closed: Meeting) -> None:
    office.clock.forward(days=42)
    mine = press(visit(office.coordinator, "retention"), "Stel voor om te wissen: werkbord")
    assert "beheerder moet dit wissen" in drawn(mine)
    assert not [button for button in mine.button if button.label == "Wis dit nu"]
    theirs = visit(office.administrator, "retention")
    assert next(button for button in theirs.button if button.label == "Wis dit nu").disabled
    theirs.checkbox[0].check().run()
    at = press(theirs, "Wis dit nu")
    assert [one.keeping for one in gone_ones(office.house, office.coordinator)] == [Keeping.WORKING]
    assert office.coordinator.name in drawn(at)


def test_a_proposal_is_withdrawn_and_nothing_is_erased(visit: Visit, office: Office, closed: Meeting) -> None:
    office.clock.forward(days=42)
    press(visit(office.coordinator, "retention"), "Stel voor om te wissen")
    press(visit(office.administrator, "retention"), "Trek het voorstel in")
    (one,) = closed_ones(office.house, office.coordinator)
    assert one.proposal is None
    assert gone_ones(office.house, office.coordinator) == []


def test_an_administrator_reads_a_number_and_no_word_of_the_family(
    visit: Visit, office: Office, closed: Meeting
) -> None:
    office.clock.forward(days=30)
    page = drawn(visit(office.administrator, "retention"))
    assert f"Nummer {referral_of(closed)[-6:]}" in page
    assert not [word for word in ("Eekhoorn", "Kanarie", "Sem", "ruzie") if word in page]
    assert "Eekhoorn" in drawn(visit(office.coordinator, "retention"))


def test_what_is_not_due_yet_is_found_by_its_number_and_can_go_when_the_family_asks(
    visit: Visit, office: Office, closed: Meeting
) -> None:
    at = visit(office.administrator, "retention")
    sought = at.text_input(key="sought-closed")
    sought.input("Eekhoorn").run()  # an administrator knows no alias
    assert "Niets gevonden" in drawn(at)
    sought.input(referral_of(closed)[-6:].lower()).run()
    at.radio[0].set_value(Keeping.FAMILY)
    press(at, "Stel dit voor")
    (one,) = closed_ones(office.house, office.coordinator)
    assert one.proposal is not None
    assert (one.proposal.keeping, one.proposal.asked_for) == (Keeping.FAMILY, True)


def test_the_administrator_sets_how_long_each_kind_is_kept(visit: Visit, office: Office) -> None:
    at = visit(office.administrator, "retention")
    next(box for box in at.number_input if box.label == "Werkbord").set_value(14)
    press(at, "Bewaar de termijnen")
    assert terms(office.house)[Keeping.WORKING] == 14
    assert not visit(office.coordinator, "retention").number_input


def test_whoever_stepped_out_is_to_be_closed_and_the_coordinator_does_it(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    meeting.evaluated("step_out")
    at = press(visit(office.coordinator, "retention"), "Sluit af")
    assert meeting.now.board.closed is ClosedBecause.STEPPED_OUT
    assert "Nog af te sluiten" in drawn(at)


def test_the_facilitator_closes_their_own_and_opens_it_again(visit: Visit, office: Office, meeting: Meeting) -> None:
    at = visit(office.facilitator, "prepare")
    at.radio[0].set_value(ClosedBecause.WITHDREW)
    at = press(at, "Sluit af")
    assert "Afgesloten op 2 november 2026" in drawn(at)
    press(at, "Open dit weer")
    assert meeting.now.board.closed is None


@pytest.mark.parametrize("page", ["evaluation", "plan", "referrals", "desk", "prepare"])
def test_at_what_is_closed_every_page_of_the_facilitator_still_stands(
    visit: Visit, office: Office, closed: Meeting, page: str
) -> None:
    at = visit(office.facilitator, page)
    assert not at.exception
    assert not at.error


def test_for_a_facilitator_the_page_is_not_there(visit: Visit, office: Office, closed: Meeting) -> None:
    assert "Bewaren en wissen" not in [title.value for title in visit(office.facilitator).title]
