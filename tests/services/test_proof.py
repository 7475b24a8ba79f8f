"""The proof ladder: what the desk notes is seen by whoever sees the agreement; who told so stays at the desk."""

from __future__ import annotations

import pytest

from sos_core.domain.plan import changes, plan_of
from sos_core.services.looking_back import story
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Somebody

SAID = {"what": "Belt aan.", "when": "Elke dag om acht uur.", "notice": "Stuurt een duim."}


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet")


def test_everybody_sees_how_far_it_came_and_the_desk_who_told_so(meeting: Meeting, riet: Somebody) -> None:
    agreement = meeting.agree(riet)
    meeting.do("note_proof", agreement=agreement, proof="practised")
    meeting.do("note_proof", agreement=agreement, proof="worked", told_by=riet.id)
    for seen in (meeting.screen(), meeting.seen_by(riet)):
        assert seen["agreements"][agreement]["proof"] == {"rung": "worked", "worked": 1, "noted": []}
    today = meeting.house.today().isoformat()
    assert meeting.desk()["agreements"][agreement]["proof"]["noted"] == [
        {"proof": "practised", "on": today, "told_by": None, "what_if": None},
        {"proof": "worked", "on": today, "told_by": riet.id, "what_if": None},
    ]


def test_it_is_undone_as_any_step_of_the_desk_and_told_afterwards(meeting: Meeting, riet: Somebody) -> None:
    agreement = meeting.agree(riet)
    meeting.do("note_proof", agreement=agreement, proof="practised")
    told = story(meeting.house, meeting.facilitator, meeting.conference)[-1]
    assert (told.kind, told.name, told.about) == ("proof_noted", "Riet", "practised")
    undo = meeting.desk()["undo"]
    assert (undo["kind"], undo["who"], undo["text"]) == ("proof_noted", riet.id, "Belt aan.")
    meeting.do("undo")
    assert meeting.desk()["agreements"][agreement]["proof"]["rung"] is None


def test_what_is_saved_again_in_the_same_words_keeps_its_proof(meeting: Meeting, riet: Somebody) -> None:
    agreement, mo = meeting.agree(riet), meeting.admitted("Mo", "parent")
    meeting.do("note_proof", agreement=agreement, proof="worked")
    base = agreement
    for text, worked in (("Belt aan. ", 1), ("Gaat langs.", 0)):
        fields = {**SAID, "what": text, "who": riet.id, "backups": [mo.id]}
        meeting.do("change_agreement", agreement=agreement, base=base, **fields)
        base = meeting.now.board.agreements[agreement].base
        assert meeting.now.board.agreements[agreement].worked == worked


def test_while_the_plan_stands_it_climbs_and_the_plan_is_no_other_by_it(meeting: Meeting, riet: Somebody) -> None:
    agreement = meeting.agree(riet)
    meeting.do("note_proof", agreement=agreement, proof="practised")
    meeting.adopted()
    meeting.do("note_proof", agreement=agreement, proof="under_stress")
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    assert (paper.agreements[0].proof, paper.agreements[0].worked) == ("practised", 0)
    differs = changes(plan_of(meeting.now.entries, 1), meeting.now.board)
    assert (differs.added, differs.dropped, differs.changed) == ((), (), ())
