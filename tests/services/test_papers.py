"""The plan's paper: every worry that was dealt with stands on it, for those who may read it and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from sos_core.export.paper import PlanPaper
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Office, Somebody, left_in

REASON = "Daar helpt het wijkteam bij."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    for name, role in {"Mama": "parent", "Mo": "parent", "Riet": "network", "Sem": "child"}.items():
        meeting.admitted(name, role)
    meeting.agree(meeting.people["Riet"])
    return meeting


def paper_of(meeting: Meeting, who: Somebody | None = None) -> PlanPaper:
    """The paper of this person, or with nobody that of the facilitator."""
    actor = meeting.guest(who) if who else meeting.facilitator
    return plan_paper(meeting.house, actor, meeting.conference, 1, through=who.id if who else "")


def parked_from_inbox(meeting: Meeting, name: str, **fields: Any) -> str:
    card = meeting.say(meeting.people[name], "worry", "De huur is te hoog.", **fields)
    meeting.do("park", card=card, reason=REASON)
    return card


def test_a_worry_parked_from_the_inbox_is_on_paper_with_its_reason(meeting: Meeting) -> None:
    parked_from_inbox(meeting, "Mama")
    meeting.adopted()
    for who in (None, meeting.people["Mama"], meeting.people["Mo"]):
        assert paper_of(meeting, who).parked == (("De huur is te hoog.", REASON),)
    assert paper_of(meeting).left.worries == ()


def test_a_parked_worry_is_on_nobodys_paper_from_whom_it_is_kept(meeting: Meeting) -> None:
    parked_from_inbox(meeting, "Mama", hidden_from=[meeting.people["Mo"].id])
    parked_from_inbox(meeting, "Riet", audience="adults", hidden_from=[meeting.people["Mo"].id])
    meeting.adopted()
    assert paper_of(meeting).parked == ()
    papers = {name: len(paper_of(meeting, who).parked) for name, who in meeting.people.items()}
    assert papers == {"Mama": 2, "Mo": 0, "Riet": 2, "Sem": 1}


def test_a_worry_for_the_facilitator_only_is_on_no_paper(meeting: Meeting) -> None:
    """Paper lies on tables: not on the author's own copy either."""
    parked_from_inbox(meeting, "Mama", audience="author")
    meeting.adopted()
    assert [paper_of(meeting, who).parked for who in (None, *meeting.people.values())] == [()] * 5


def test_a_childs_parked_worry_waits_for_the_childs_yes(meeting: Meeting) -> None:
    parked_from_inbox(meeting, "Sem")
    agreed = parked_from_inbox(meeting, "Sem")
    meeting.do("agree_to_show", card=agreed)
    meeting.adopted()
    assert len(paper_of(meeting, meeting.people["Mo"]).parked) == 1


def test_what_was_parked_after_the_plan_is_not_on_it_yet(meeting: Meeting) -> None:
    meeting.adopted()
    parked_from_inbox(meeting, "Mama")
    assert paper_of(meeting).parked == ()


def test_who_has_left_is_no_help_on_paper_and_their_agreement_is_open(meeting: Meeting) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    for who in (riet, mo):
        meeting.shown(who, "help_step_in", scene=meeting.scenes[0])
    meeting.agree(mo, backups=[riet.id])
    meeting.agree(mo)
    meeting.do("leave", riet)
    meeting.adopted()
    meeting.do("leave", mo)
    paper = paper_of(meeting)
    assert paper.left.gone == ((1, ("Riet",)), (2, ("Riet",)))
    assert (paper.routines[0].scenes[0].cover, paper.routines[0].scenes[0].helpers) == ("one", ("Mo",))


def test_an_agreement_whose_doer_can_no_longer_answers_nothing_and_the_paper_says_whose_it_is(meeting: Meeting) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    risk = meeting.shown(mo, "risk")
    agreement = meeting.agree(riet, risks=[risk], bottom_lines=meeting.lines, backups=[mo.id])
    meeting.do("answer_agreement", mo, agreement=agreement, answer="no", text="Ik werk dan.")
    assert (meeting.left("risks"), meeting.left("lines"), meeting.left("cannot")) == ([], [], [agreement])
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes")
    meeting.do("answer_agreement", riet, agreement=agreement, answer="no_longer")
    assert (meeting.left("risks"), meeting.left("lines"), meeting.left("cannot")) == (
        [risk],
        meeting.lines,
        [agreement],
    )
    meeting.adopted()
    assert paper_of(meeting).left.cannot == ((2, ("Riet", "Mo")),)
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes")
    assert meeting.left("risks") == []
    assert paper_of(meeting).left.cannot == ((2, ("Riet", "Mo")),)


def test_help_without_a_name_of_who_has_left_counts_on_no_face(meeting: Meeting) -> None:
    riet = meeting.people["Riet"]
    offer = meeting.say(riet, "help_step_in", scene=meeting.scenes[0])
    meeting.do("put_on_board", card=offer, named=False)
    meeting.do("leave", riet)
    for seen in (meeting.desk(), meeting.screen(), meeting.seen_by(meeting.people["Mo"])):
        assert seen["scenes"][meeting.scenes[0]]["cover"] == "nobody"
        assert seen["cards"][offer]["lapsed"]
    assert meeting.screen()["cards"][offer]["author"] is None


def test_the_desk_counts_the_worries_that_are_still_in_the_inbox(meeting: Meeting) -> None:
    waiting = meeting.say(meeting.people["Mama"], "worry", "Wie let er op?")
    answered = meeting.say(meeting.people["Riet"], "worry", "Wie belt er?")
    meeting.agree(meeting.people["Riet"], worries=[answered])
    parked_from_inbox(meeting, "Mo")
    meeting.shown(meeting.people["Mo"], "worry")
    assert meeting.left("inbox") == [waiting]
    assert left_in(meeting.screen(), "inbox") == []
    assert "left" not in meeting.seen_by(meeting.people["Mo"])
