"""A conference changes hands while people sit together: the new facilitator has it whole, the old one nothing, phones notice nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sos_core.services.accounts import sign_in
from tests.browser.serving import Server
from tests.browser.windows import BIG_SCREEN, Staff, Windows, pick
from tests.builders import PASSWORD, Office

pytestmark = pytest.mark.browser

WORRY = "De jongste slaapt slecht."


def test_the_desk_goes_whole_to_the_new_facilitator_and_the_old_one_gets_one_clear_sentence(
    fien: Staff, windows: Windows, server: Server, office: Office
) -> None:
    meeting = office.meeting(alias="Familie Overstap")
    meeting.do("move_phase", phase="worries_strengths")
    riet = meeting.admitted("Riet")
    meeting.say(riet, "worry", WORRY)
    phone, old = windows.phone(), fien.desk(meeting.conference)
    phone.enter(riet)
    expect(old.locator(".inbox").get_by_text(WORRY)).to_be_visible()

    co, frits = (
        windows.signed_in(sign_in(office.house, name=one.name, password=PASSWORD), url=server.url, size=BIG_SCREEN)
        for one in (office.coordinator, office.other_facilitator)
    )
    page = co.window(f"/plan?conference={meeting.conference}")
    pick(page, "Aan wie draag je deze conferentie over?", office.other_facilitator.name)
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_text("Overgedragen.")).to_be_visible()

    expect(old.get_by_text("Deze conferentie is niet van jou, of niet meer.")).to_be_visible()
    expect(old.get_by_text(WORRY)).to_have_count(0)
    new = frits.desk(meeting.conference)
    expect(new.locator(".inbox").get_by_text(WORRY)).to_be_visible()
    phone.say("Wie luistert er nu?")
    phone.kept("Wie luistert er nu?")
    expect(new.locator(".inbox").get_by_text("Wie luistert er nu?")).to_be_visible()
