"""What each takes home: the own part of the plan, the child's days, and for whom the facilitator can print them."""

from __future__ import annotations

import pytest

from sos_core.access.actor import Actor
from sos_core.domain.errors import NotFound
from sos_core.services.handouts import child_paper, mine_paper, pages_paper, people_on_paper
from tests.builders import Meeting, Office


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    for name, role in {"Mama": "parent", "Mo": "parent", "Riet": "network", "Sem": "child"}.items():
        meeting.admitted(name, role)
    return meeting


def test_a_page_of_ones_own_has_the_own_parts_with_the_numbers_of_the_plan(meeting: Meeting) -> None:
    mama, mo, riet = (meeting.people[name] for name in ("Mama", "Mo", "Riet"))
    meeting.agree(mama, what="Leest voor.")
    second = meeting.agree(riet, what="Belt aan.", backups=[mo.id], monitor=mama.id)
    meeting.do("answer_agreement", mo, agreement=second, answer="yes_if", text="Als ik vrij ben.")
    meeting.adopted()

    def parts(name: str) -> list[tuple[str, int, str]]:
        paper = mine_paper(meeting.house, meeting.guest(meeting.people[name]), meeting.conference, 1)
        assert paper.name == name
        return [(own.part, own.number, own.agreement.what) for own in paper.parts]

    assert parts("Mama") == [("does", 1, "Leest voor."), ("watches", 2, "Belt aan.")]
    assert parts("Mo") == [("steps_in", 2, "Belt aan.")]
    assert parts("Sem") == []
    mine = mine_paper(meeting.house, meeting.facilitator, meeting.conference, 1, through=mo.id)
    assert mine.parts[0].answer == ("Mo", "yes_if", "Als ik vrij ben.")


def test_a_childs_days_hold_what_the_child_said_and_who_helps_there(meeting: Meeting) -> None:
    sem, riet, mo = (meeting.people[name] for name in ("Sem", "Riet", "Mo"))
    said = meeting.say(sem, "child_action", "Ik ga naar Riet.", scene=meeting.scenes[0])
    meeting.do("agree_to_show", sem, card=said)
    meeting.do("put_on_board", card=said, named=True)
    meeting.shown(riet, "help_step_in", scene=meeting.scenes[0])
    meeting.shown(riet, "help_step_in", scene=meeting.scenes[1], hidden_from=[mo.id])
    meeting.agree(mo, worries=[meeting.shown(mo, "worry", "Het is laat.")])
    meeting.adopted()

    def scenes(actor: object, through: str = "") -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        paper = child_paper(meeting.house, actor, meeting.conference, 1, through=through)  # type: ignore[arg-type]
        return [(scene.helpers, scene.actions) for scene in paper.routines[0][2][:2]]

    own = [(("Riet",), ("Ik ga naar Riet.",)), (("Riet",), ())]
    rooms = [own[0], ((), ())]
    assert scenes(meeting.guest(sem)) == scenes(meeting.facilitator, sem.id) == own
    assert scenes(meeting.guest(mo)) == scenes(meeting.guest(riet)) == rooms
    assert scenes(meeting.facilitator) == scenes(meeting.office.referrer) == rooms


def test_the_facilitator_can_print_a_page_for_everybody_who_is_in_and_nobody_else_can(meeting: Meeting) -> None:
    meeting.join("Wacht")
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()

    def names(actor: object) -> list[tuple[str, bool]]:
        people = people_on_paper(meeting.house, actor, meeting.conference, 1)  # type: ignore[arg-type]
        return [(name, child) for _, name, child in people]

    assert names(meeting.facilitator) == [("Mama", False), ("Mo", False), ("Riet", False), ("Sem", True)]
    assert names(meeting.office.referrer) == names(meeting.office.coordinator) == []


def test_the_pages_for_everybody_are_each_the_page_that_its_person_gets(meeting: Meeting) -> None:
    mama, mo, riet = (meeting.people[name] for name in ("Mama", "Mo", "Riet"))
    meeting.join("Wacht")
    hidden = meeting.shown(riet, "risk", "Er wordt gedronken.", hidden_from=[mo.id])
    meeting.agree(riet, what="Slaapt hier.", risks=[hidden], backups=[mama.id])
    meeting.agree(mo, what="Belt aan.", monitor=riet.id)
    meeting.adopted()
    paper = pages_paper(meeting.house, meeting.facilitator, meeting.conference, 1)
    assert [page.name for page in paper.pages] == ["Mama", "Mo", "Riet", "Sem"]
    for page in paper.pages:
        guest = meeting.guest(meeting.people[page.name])
        assert page == mine_paper(meeting.house, guest, meeting.conference, 1)
    assert ["Slaapt" in repr(page) for page in paper.pages] == [True, False, True, False]


def test_the_pages_for_everybody_are_for_who_leads_alone(meeting: Meeting) -> None:
    meeting.agree(meeting.people["Riet"])
    meeting.adopted()
    office = meeting.office
    others: list[Actor] = [office.referrer, office.coordinator, office.other_facilitator, office.administrator]
    for actor in (*others, meeting.guest(meeting.people["Riet"])):
        with pytest.raises(NotFound):
            pages_paper(meeting.house, actor, meeting.conference, 1)
    with pytest.raises(NotFound):
        pages_paper(meeting.house, meeting.facilitator, meeting.conference, 2)
