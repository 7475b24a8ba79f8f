"""The plan's paper: every worry that was dealt with stands on it, for those who may read it and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from sos_core.export.paper import PlanPaper
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Office, Somebody

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
    meeting.do("park_worry", card=card, reason=REASON)
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


def test_the_desk_counts_the_worries_that_are_still_in_the_inbox(meeting: Meeting) -> None:
    waiting = meeting.say(meeting.people["Mama"], "worry", "Wie let er op?")
    answered = meeting.say(meeting.people["Riet"], "worry", "Wie belt er?")
    meeting.agree(meeting.people["Riet"], worries=[answered])
    parked_from_inbox(meeting, "Mo")
    meeting.shown(meeting.people["Mo"], "worry")
    assert meeting.desk()["left"]["inbox"] == [waiting]
    assert meeting.screen()["left"]["inbox"] == []
    assert meeting.seen_by(meeting.people["Mo"])["left"]["inbox"] == []
