"""What the checks find, on paper: as of the day of the plan, of what its reader may see, and without anybody's name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sos_core.export.paper import Found
from sos_core.export.plan_findings import kinds
from sos_core.export.plan_sentences import left_parts
from sos_core.services.papers import plan_paper
from sos_core.services.plan_findings import AT_THE_DESK, TOLD_BY_ITSELF
from tests.builders import Meeting, Office, Somebody

FINDINGS_AT_THE_DESK = (Path(__file__).parents[2] / "pages" / "film" / "findings.js").read_text()
GOOD_TO_KNOW = {
    "not_agreed",
    "one_in_all",
    "holidays_unknown",
    "not_every_week",
    "not_in_week",
    "strength_unheard",
    "without_two",
}
BY_QUESTIONS = {"no_person", "not_seen", "vague_word", "no_time", "no_notice"}


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    for name, role in {"Mama": "parent", "Mo": "parent", "Riet": "network", "Sem": "child"}.items():
        meeting.admitted(name, role)
    return meeting


def found(meeting: Meeting, who: Somebody | None = None, version: int = 1) -> list[Found]:
    """On this person's paper, or with nobody on that of the facilitator."""
    actor = meeting.guest(who) if who else meeting.facilitator
    return list(plan_paper(meeting.house, actor, meeting.conference, version, through=who.id if who else "").left.found)


def kinds_in(several: list[Found]) -> set[str]:
    return {one.what for one in several}


def said(meeting: Meeting, who: Somebody | None = None) -> str:
    actor = meeting.guest(who) if who else meeting.facilitator
    paper = plan_paper(meeting.house, actor, meeting.conference, 1)
    return "\n".join(" ".join((part.title, *part.texts, part.mend)) for part in left_parts(str, paper))


def test_what_weighs_is_on_paper_with_what_would_mend_it_and_no_names(meeting: Meeting) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    for scene in meeting.scenes:
        risk = meeting.shown(mo, "risk", "Er is haast.", scene=scene)
        meeting.agree(riet, risks=[risk], monitor=riet.id)
    meeting.adopted()
    text = said(meeting)
    assert {"scene_without_one", "agreement_alone", "doer_watches"} <= kinds_in(found(meeting))
    assert "Hier rust alles op één persoon" in text
    assert "Zet er iemand bij die het dan doet." in text
    for name in meeting.people:
        assert name not in text


def test_what_is_hidden_from_somebody_is_found_on_no_paper_of_theirs(meeting: Meeting) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    hidden = meeting.shown(riet, "risk", "Er wordt gedronken.", hidden_from=[mo.id])
    meeting.agree(riet, risks=[hidden])
    meeting.agree(riet, backups=[mo.id], monitor=mo.id)
    meeting.adopted()
    numbers = {
        who: [one.agreements for one in found(meeting, who) if one.what == "agreement_alone"] for who in (riet, mo)
    }
    assert numbers == {riet: [(1,)], mo: []}
    for whose in (mo, None):
        assert "gedronken" not in said(meeting, whose)


def test_help_without_a_name_is_neither_counted_nor_denied(meeting: Meeting) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    there, elsewhere = meeting.scenes[:2]
    meeting.shown(mo, "help_step_in", scene=elsewhere)
    meeting.shown(mo, "help_step_in", scene=there)
    offer = meeting.say(riet, "help_step_in", scene=there)
    meeting.do("put_on_board", card=offer, named=False)
    for scene in (there, elsewhere):
        meeting.agree(mo, risks=[meeting.shown(mo, "risk", scene=scene)])
    meeting.adopted()
    bare = meeting.now.board.scenes[there].title
    titles = {meeting.now.lookup.text(bare)}
    for whose in (mo, None):
        about_help = [one for one in found(meeting, whose) if one.what in {"scene_without_one", "scene_without_two"}]
        assert about_help
        assert titles.isdisjoint(scene for one in about_help for scene in one.scenes)


def test_it_is_what_was_found_on_the_day_of_the_plan(meeting: Meeting, office: Office) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    risk = meeting.shown(mo, "risk")
    alone = meeting.agree(riet, risks=[risk])
    meeting.adopted()
    before = found(meeting)
    assert any(one.what == "agreement_alone" for one in before)
    meeting.evaluated("adjust")
    meeting.do("drop_agreement", agreement=alone)
    meeting.agree(riet, risks=[risk], backups=[mo.id], monitor=mo.id)
    meeting.shown(mo, "help_step_in", scene=meeting.scenes[0])
    office.clock.forward(days=60)
    meeting.adopted()
    assert found(meeting) == before
    assert not any(one.what == "agreement_alone" for one in found(meeting, version=2))


def test_a_risk_point_is_told_once(meeting: Meeting) -> None:
    meeting.shown(meeting.people["Mo"], "risk", "Er is haast.")
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()
    assert said(meeting).count("Er is haast.") == 1


def test_whether_each_child_gave_a_number_is_not_told_where_numbers_have_no_names(meeting: Meeting) -> None:
    meeting.do("ask_scale", named=False)
    meeting.do("set_scale", meeting.people["Mo"], value=4)
    meeting.do("show_scale")
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()
    assert {"no_child_asked", "child_not_asked"}.isdisjoint(kinds_in(found(meeting)))


def test_whether_a_child_was_asked_is_told_where_nobody_was(meeting: Meeting) -> None:
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()
    assert {"no_child_asked", "child_not_asked"} & kinds_in(found(meeting))
    assert "Dat is 1 kind." in said(meeting)


def test_of_whatever_the_desk_is_told_it_was_decided_whether_paper_tells_it(meeting: Meeting) -> None:
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()
    paper = plan_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    at_the_desk = set(re.findall(r"^  (\w+): \{$", FINDINGS_AT_THE_DESK, re.MULTILINE))
    on_paper = {what for kind in kinds(str, paper) for what in kind.whats}
    assert len(at_the_desk) > 30
    assert at_the_desk == on_paper | TOLD_BY_ITSELF | AT_THE_DESK | GOOD_TO_KNOW | BY_QUESTIONS
    assert on_paper.isdisjoint(TOLD_BY_ITSELF | AT_THE_DESK | GOOD_TO_KNOW | BY_QUESTIONS)
