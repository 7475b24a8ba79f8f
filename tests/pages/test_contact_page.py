"""On the plan's page contact grows step by step: planned, signed off on what was seen, stopped."""

from __future__ import annotations

import pytest

from sos_core.domain.errors import DomainError
from sos_core.services.contact import contacts
from tests.builders import Meeting, Office
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


def test_a_coordinator_reads_it_and_nobody_in_the_room_sees_it(visit: Visit, office: Office, meeting: Meeting) -> None:
    mo = meeting.admitted("Mo", "parent")
    meeting.do("plan_contact_step", person=mo.id, **STEP)
    at = visit(office.coordinator, "plan", conference=meeting.conference)
    assert STEP["what"] in drawn(at)
    assert not [one for one in at.button if one.label in {"Geef akkoord", "Zet deze stap erbij"}]
    for seen in (meeting.seen_by(mo), meeting.screen()):
        assert STEP["what"] not in str(seen)
    with pytest.raises(DomainError):
        meeting.do("plan_contact_step", mo, person=mo.id, **STEP)
    with pytest.raises(DomainError):
        contacts(meeting.house, office.other_referrer, meeting.conference)
