"""Five weeks later: the family looks back, adjusts, and the second version says what changed; the coordinator's list follows."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Look
from sos_core.services.bottom_lines import Escalated, escalated
from sos_core.services.conferences import conference
from sos_core.services.dashboard import dashboard
from sos_core.services.handouts import as_file, handover_paper
from sos_core.services.papers import plan_paper
from tests.builders import Meeting, Office, Somebody

SAME = {"when": "Elke dag om acht uur.", "notice": "Stuurt een duim."}


@pytest.fixture
def family(office: Office) -> Meeting:
    """A conference with a plan of three agreements, adopted on 2 November."""
    meeting = office.meeting()
    for name in ("Riet", "Mo"):
        meeting.admitted(name)
    for what in ("Belt aan.", "Eet mee.", "Brengt ze."):
        meeting.agree(meeting.people["Riet"], what=what, bottom_lines=meeting.lines)
    meeting.adopted()
    office.clock.forward(weeks=1)
    meeting.evaluated("go_on", look=Look.FIRST)
    return meeting


def listed(office: Office) -> dict[str, Any]:
    row = dashboard(office.house, office.coordinator).families[0]
    told = {name: getattr(row, name) for name in ("state", "version", "evaluation_on", "days_over")}
    return {name: value for name, value in told.items() if value is not None}


def sentences(texts: tuple[str, ...]) -> list[str]:
    return [text.split(" (")[0] for text in texts]


def change(meeting: Meeting, agreement: str, who: Somebody, **fields: Any) -> None:
    base = meeting.desk()["agreements"][agreement]["base"]
    meeting.do("change_agreement", agreement=agreement, base=base, **{**SAME, "who": who.id, **fields})


def test_after_five_weeks_an_adjusted_plan_is_a_second_version_with_what_changed(
    office: Office, family: Meeting
) -> None:
    day = date(2026, 12, 7)
    assert listed(office) == {"state": "planned", "version": 1, "evaluation_on": day, "days_over": -28}
    office.clock.forward(weeks=4)
    assert listed(office) == {"state": "due", "version": 1, "evaluation_on": day, "days_over": 0}
    family.evaluated("adjust", how="partly")
    assert listed(office) == {"state": "not_planned"}

    stays, goes, differs = family.now.board.agreements
    change(family, differs, family.people["Mo"], what="Brengt ze.", bottom_lines=family.lines)
    family.do("drop_agreement", agreement=goes)
    family.agree(family.people["Mo"], what="Haalt ze op.")
    assert family.desk()["agreements"][differs]["answers"] == {}
    family.adopted()

    paper = plan_paper(family.house, family.facilitator, family.conference, 2)
    assert (paper.adopted_on, paper.evaluation_on) == (day, day + timedelta(weeks=5))
    assert paper.changes is not None
    assert sentences(paper.changes.added) == ["Mo: Haalt ze op."]
    assert sentences(paper.changes.dropped) == ["Riet: Eet mee."]
    assert sentences(one.sentence for one in paper.changes.changed) == ["Mo: Brengt ze."]
    assert paper.changes.changed[0].terms == (("who", "Riet", "Mo"),)
    assert [a.what for a in paper.agreements] == ["Belt aan.", "Brengt ze.", "Haalt ze op."]
    first = plan_paper(family.house, family.facilitator, family.conference, 1)
    assert [(a.who, a.what) for a in first.agreements] == [
        ("Riet", "Belt aan."),
        ("Riet", "Eet mee."),
        ("Riet", "Brengt ze."),
    ]
    assert first.changes is None
    assert stays in family.now.board.agreements
    first_look = {"state": "due", "version": 2, "evaluation_on": day + timedelta(weeks=1), "days_over": -7}
    assert listed(office) == first_look
    office.clock.forward(weeks=1, days=1)
    assert listed(office)["state"] == "overdue"


def test_what_people_said_of_each_agreement_is_kept_with_the_evaluation(office: Office, family: Meeting) -> None:
    office.clock.forward(weeks=5)
    first = next(iter(family.now.board.agreements))
    family.start()
    family.do("weigh_agreement", agreement=first, how="not", text="De bus reed niet.")
    family.do("weigh_agreement", agreement=first, how="partly", text="Soms reed de bus.")
    held = next(one for one in family.desk()["evaluations"].values() if one["held"] and not one["ended"])
    assert held["weighed"] == {first: {"how": "partly", "text": "Soms reed de bus."}}
    assert (held["held"], held["ended"]) == (True, False)


def test_who_steps_out_leaves_a_letter_with_whom_the_plan_goes_on(office: Office, family: Meeting) -> None:
    at = (family.house, family.facilitator, family.conference, 1)
    with pytest.raises(NotFound):
        handover_paper(*at)
    office.clock.forward(weeks=4)
    riet, mo = (family.people[name] for name in ("Riet", "Mo"))
    family.evaluated("step_out", carries_on=riet.id, watches=mo.id, call="De huisarts.", because="Het loopt.")
    letter = handover_paper(*at)
    assert (letter.carries_on, letter.watches, letter.call, letter.because) == (
        "Riet",
        "Mo",
        "De huisarts.",
        "Het loopt.",
    )
    assert letter.next_on == office.house.today() + timedelta(weeks=13)
    assert [a.what for a in letter.plan.agreements] == ["Belt aan.", "Eet mee.", "Brengt ze."]
    own = handover_paper(family.house, family.guest(riet), family.conference, 1)
    assert own.call == "De huisarts."
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(as_file(*at, form="handover.pdf"))).pages)
    assert "De huisarts." in " ".join(text.split())


def test_after_stepping_out_the_last_look_may_bring_the_facilitator_back(office: Office, family: Meeting) -> None:
    office.clock.forward(weeks=4)
    family.evaluated("step_out")
    assert stepped_out(family)
    office.clock.forward(weeks=13)
    family.evaluated("adjust", look=Look.RECHECK)
    assert not stepped_out(family)
    assert family.now.board.adjusting


def test_one_more_look_brings_the_facilitator_back_too_and_can_be_moved(office: Office, family: Meeting) -> None:
    office.clock.forward(weeks=4)
    family.evaluated("step_out")
    soon, later = (office.house.today() + timedelta(days=days) for days in (3, 5))
    look = family.do("add_evaluation", on=soon.isoformat())
    assert not stepped_out(family)
    family.do("move_evaluation", evaluation=look, on=later.isoformat())
    assert family.desk()["evaluations"][look]["on"] == later.isoformat()
    assert listed(office)["evaluation_on"] == later


def test_after_escalating_the_referrer_reads_it_and_somebody_looks_again(office: Office, family: Meeting) -> None:
    office.clock.forward(weeks=4)
    today, at = office.house.today(), (family.house, office.referrer, family.conference)
    assert escalated(*at) is None
    family.evaluated("escalate", how="not", because="Er was weer ruzie.")
    assert escalated(*at) == Escalated(today, "Er was weer ruzie.")
    for staff in (office.facilitator, office.coordinator):
        assert escalated(family.house, staff, family.conference)
    for other in (office.other_referrer, office.other_facilitator, office.administrator):
        with pytest.raises(NotFound):
            escalated(family.house, other, family.conference)
    recheck = date(2027, 2, 1)
    assert listed(office) == {"state": "planned", "version": 1, "evaluation_on": recheck, "days_over": -56}
    assert all(line["holds"] for line in family.desk()["lines"].values())
    for seen in (family.screen(), family.seen_by(family.people["Riet"])):
        (ended,) = [one for one in seen["evaluations"].values() if one["decision"] == "escalate"]
        assert ended["because"] == "Er was weer ruzie."

    soon = today + timedelta(weeks=1)
    family.do("add_evaluation", on=soon.isoformat())
    assert listed(office) == {"state": "due", "version": 1, "evaluation_on": soon, "days_over": -7}
    office.clock.forward(weeks=1)
    family.evaluated("go_on")
    assert escalated(*at) is None


def test_escalating_on_a_chosen_day_and_after_stepping_out(office: Office, family: Meeting) -> None:
    office.clock.forward(weeks=4)
    family.evaluated("step_out")
    office.clock.forward(weeks=13)
    assert stepped_out(family)
    family.evaluated("escalate", how="not", look=Look.RECHECK)
    assert not stepped_out(family)
    row = listed(office)
    assert (row["state"], row["evaluation_on"]) == ("planned", office.house.today() + timedelta(weeks=5))
    tomorrow = office.house.today() + timedelta(days=1)
    office.clock.forward(weeks=5)
    with pytest.raises(DomainError, match=r"plan.evaluation_in_past"):
        family.evaluated("escalate", next_on=tomorrow.isoformat())
    chosen = office.house.today() + timedelta(days=3)
    family.do("end_evaluation", decision="escalate", because="Weer.", next_on=chosen.isoformat())
    assert listed(office)["evaluation_on"] == chosen


def stepped_out(meeting: Meeting) -> bool:
    return conference(meeting.house, meeting.facilitator, meeting.conference).stepped_out_on is not None
