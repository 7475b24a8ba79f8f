"""On the plan's page contact grows step by step: planned, signed off on what was seen, stopped."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError, NotFound
from sos_core.services.conferences import take
from sos_core.services.contact import contacts
from sos_core.services.referrals import record_referral
from tests.builders import Meeting, Office, referral_form
from tests.pages.conftest import Visit, drawn

STEP = {"what": "Zaterdag een uur bij oma thuis.", "asks": "Drie keer op tijd gebeld.", "hours": 1}


def test_the_referrer_plans_a_step_and_signs_it_off_on_what_was_seen(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    mo = meeting.admitted("Mo", "parent")
    at = visit(office.referrer, "plan", conference=meeting.conference)
    next(one for one in at.selectbox if one.label == "Contact met wie?").select(mo.id)
    next(one for one in at.text_area if one.label.startswith("Wat is de stap")).input(STEP["what"])
    next(one for one in at.text_area if one.label.startswith("Wat moet er eerst")).input(STEP["asks"])
    next(one for one in at.button if one.label == "Zet deze stap erbij").click().run()
    assert STEP["what"] in drawn(at)
    assert "Nog geen akkoord" in drawn(at)
    next(one for one in at.text_area if one.label == "Waarom mag deze stap nu?").input("Het loopt rustig.")
    next(one for one in at.button if one.label == "Geef akkoord").click().run()
    assert at.error[0].value == "Schrijf op wat er is gezien. Zonder dat komt er geen stap bij."
    next(one for one in at.text_area if one.key.startswith("seen-")).input("Mo belde vier keer.")
    next(one for one in at.button if one.label == "Geef akkoord").click().run()
    assert "Mo belde vier keer." in drawn(at)
    next(one for one in at.text_area if one.label == "Waarom stopt deze stap?").input("Mo kwam niet.")
    next(one for one in at.button if one.label == "Stop deze stap").click().run()
    assert "Mo kwam niet." in drawn(at)


def test_who_leads_plans_and_stops_a_step_and_has_no_say_in_whether_it_may_be(
    visit: Visit, office: Office, meeting: Meeting
) -> None:
    mo = meeting.admitted("Mo", "parent")
    step = meeting.do("plan_contact_step", person=mo.id, **STEP)
    at = visit(office.facilitator, "plan", conference=meeting.conference)
    assert {"Zet deze stap erbij"} == {one.label for one in at.button} & {"Geef akkoord", "Zet deze stap erbij"}
    assert "en de verwijzer dat goedkeurt." in drawn(at)
    signed = {"step": step, "seen": "Mo belde vier keer.", "because": "Het loopt rustig."}
    with pytest.raises(NotFound):
        meeting.do("sign_off_contact_step", **signed)
    assert meeting.now.board.contact_steps[step].signed_on is None
    meeting.do("sign_off_contact_step", office.referrer, **signed)
    at = visit(office.facilitator, "plan", conference=meeting.conference)
    next(one for one in at.text_area if one.label == "Waarom stopt deze stap?").input("Mo kwam niet.")
    next(one for one in at.button if one.label == "Stop deze stap").click().run()
    assert meeting.now.board.contact_steps[step].halted_on


def test_a_coordinator_reads_it_and_nobody_in_the_room_sees_it(visit: Visit, office: Office, meeting: Meeting) -> None:
    mo = meeting.admitted("Mo", "parent")
    meeting.do("plan_contact_step", person=mo.id, **STEP)
    at = visit(office.coordinator, "plan", conference=meeting.conference)
    assert STEP["what"] in drawn(at)
    assert "1 hour a week" in drawn(visit(office.coordinator, "plan", conference=meeting.conference, lang="en"))
    assert not [one for one in at.button if one.label in {"Geef akkoord", "Zet deze stap erbij"}]
    for seen in (meeting.seen_by(mo), meeting.screen()):
        assert STEP["what"] not in str(seen)
    with pytest.raises(DomainError):
        meeting.do("plan_contact_step", mo, person=mo.id, **STEP)
    with pytest.raises(DomainError):
        contacts(meeting.house, office.other_referrer, meeting.conference)


def test_a_coordinator_who_referred_the_family_signs_off_as_a_referrer_does(visit: Visit, office: Office) -> None:
    referral = record_referral(office.house, office.coordinator, referral_form())
    meeting = Meeting(office, take(office.house, office.facilitator, referral), office.facilitator)
    mo = meeting.do("invite", name="Mo", role="parent")
    step = meeting.do("plan_contact_step", person=mo, **STEP)
    at = visit(office.coordinator, "plan", conference=meeting.conference)
    next(one for one in at.text_area if one.label == "Waarom mag deze stap nu?").input("Het loopt rustig.")
    next(one for one in at.text_area if one.key.startswith("seen-")).input("Mo belde vier keer.")
    next(one for one in at.button if one.label == "Geef akkoord").click().run()
    assert meeting.now.board.contact_steps[step].signed_on
