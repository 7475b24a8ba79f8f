"""Advice is for whoever leads, and for nobody else; it holds no words of a family."""

from __future__ import annotations

import pytest

from sos_core.access.actor import Staff
from sos_core.domain.checks.finding import Check, Weight
from sos_core.domain.errors import NotFound
from sos_core.export.plan_sentences import left_parts
from sos_core.services.advising import advise
from sos_core.services.papers import plan_paper
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


def test_a_vague_agreement_is_found_at_the_desk_and_asked_about_on_paper(meeting: Meeting) -> None:
    riet = meeting.admitted("Riet")
    vague = meeting.agree(
        riet, what="Riet probeert er meer te zijn.", when="Zo vaak mogelijk", notice="Dat merken we wel."
    )
    sharp = meeting.agree(riet, what="Riet belt aan.", when="Elke dag om acht uur", notice="Ze stuurt Mo een duim.")
    found = [
        one
        for one in advise(meeting.house, meeting.facilitator, meeting.conference).findings
        if one.check is Check.SHARPNESS
    ]
    assert {one.agreements for one in found} == {(vague,)}
    assert sharp not in {key for one in found for key in one.agreements}
    meeting.adopted()
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    assert [number for number, _ in paper.left.vague] == [1]
    titles = {part.title: part.texts for part in left_parts(lambda sentence: sentence, paper)}
    assert "Wat zie je dan gebeuren?" in titles["Afspraken die nog preciezer kunnen"][0]
