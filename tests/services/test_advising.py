"""Advice is for whoever leads, and for nobody else; it holds no words of a family."""

from __future__ import annotations

import pytest

from sos_core.access.actor import Staff
from sos_core.domain.checks.finding import Weight
from sos_core.domain.errors import NotFound
from sos_core.services.advising import advise
from tests.builders import Meeting, Office


def test_whoever_leads_hears_what_the_checks_find_and_what_a_day_without_somebody_leaves_open(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    risk = meeting.shown(riet, "risk", "Er wordt geschreeuwd.")
    meeting.agree(riet, risks=[risk])
    advice = advise(meeting.house, meeting.facilitator, meeting.conference, without=[riet.id, "nobody"])
    assert advice.seq == meeting.now.board.seq
    first = advice.findings[0]
    assert (first.what, first.weight, first.people) == ("scene_without_one", Weight.MUST_LOOK_AT, (riet.id,))
    assert [(gap.risk, gap.lost) for gap in advice.gaps] == [(risk, (riet.id,))]
    assert advice.scenes == (meeting.scenes[0],)
    assert "geschreeuwd" not in repr(advice)


@pytest.mark.parametrize("who", ["other_facilitator", "coordinator", "referrer", "administrator"])
def test_to_other_staff_it_is_not_there(meeting: Meeting, office: Office, who: str) -> None:
    staff: Staff = getattr(office, who)
    with pytest.raises(NotFound):
        advise(meeting.house, staff, meeting.conference)


def test_nor_to_a_guest(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    with pytest.raises(NotFound):
        advise(meeting.house, meeting.guest(riet), meeting.conference)
