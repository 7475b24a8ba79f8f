"""The plan in plain words: moment by moment who does what, with only what its reader may know."""

import pytest

from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.services.plan_in_words import Plan, plan_in_words
from sos_core.services.seeing import eyes_of
from tests.builders import Meeting, Somebody


def plan_of(meeting: Meeting, somebody: Somebody) -> Plan:
    eyes = eyes_of(meeting.house, meeting.guest(somebody), "")
    return plan_in_words(meeting.house, meeting.conference, eyes, lang="nl")


def test_what_is_agreed_stands_at_its_moment_with_who_steps_in_and_the_own_part(meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    risk = meeting.say(riet, "risk", "Er is geen jas.")
    meeting.do("put_on_board", card=risk)
    meeting.agree(riet, risks=[risk], backups=[mo.id])
    meeting.agree(mo, what="Kookt.")
    with pytest.raises(NotFound):
        plan_of(meeting, mo)
    meeting.adopted()
    plan = plan_of(meeting, mo)
    first, *others = plan["days"][0]["moments"]
    assert [(d["who"], d["what"], d["then"], d["part"]) for d in first["deeds"]] == [
        ("Riet", "Belt aan.", "Mo", "steps_in")
    ]
    assert not any(moment["deeds"] for moment in others)
    assert [(d["what"], d["part"], d["carried"]) for d in plan["besides"]] == [("Kookt.", "does", True)]
    assert (plan["version"], plan["adopted"]) == (1, "2 november 2026")


def test_who_may_not_know_of_an_agreement_does_not_read_it_here(meeting: Meeting) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo")
    risk = meeting.say(riet, "risk", "Mo wordt boos.", hidden_from=[mo.id])
    meeting.agree(riet, what="Loopt mee.", risks=[risk])
    meeting.adopted()
    assert "Loopt mee." in str(plan_of(meeting, riet))
    assert "Loopt mee." not in str(plan_of(meeting, mo))
    assert "Mo wordt boos." not in str(plan_of(meeting, riet))


def test_who_waits_reads_no_plan(meeting: Meeting) -> None:
    meeting.agree(meeting.admitted("Riet"))
    meeting.adopted()
    with pytest.raises(NotAllowed):
        plan_of(meeting, meeting.join("Kim"))
