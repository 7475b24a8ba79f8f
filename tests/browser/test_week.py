"""The own week on the phone: what one does oneself in the coming days, also read aloud, and said plainly where it cannot be had."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_phone import VOICES
from tests.browser.windows import Lead, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference in which Riet calls every day at half past eight in the evening."""
    meeting = office.meeting()
    meeting.agree(meeting.admitted("Riet"), what="Belt Sem op.", when="Elke dag om 20.30 uur.")
    return meeting


def test_my_week_comes_with_the_wifi_is_read_aloud_and_follows_what_is_agreed(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    phone, riet = windows.phone(), meeting.people["Riet"]
    phone.page.add_init_script(VOICES.replace("LOCAL", "true"))
    phone.enter(riet)
    week = phone.page.locator(".week")
    expect(phone.page.get_by_role("button", name="Lees voor")).to_be_visible()
    phone.context.set_offline(True)
    phone.look_at("Van mij")
    expect(phone.page.locator("#mine")).to_contain_text("Je week is nu niet te laden.")
    phone.context.set_offline(False)
    expect(week.locator("h3")).to_have_count(7)
    expect(week).to_contain_text("Vandaagom 20.30 uur Belt Sem op.Morgenom 20.30 uur")
    week.get_by_role("button", name="Lees voor").click()
    expect(week.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    assert phone.page.evaluate("spoken[0]").startswith("Mijn week\nVandaag\nom 20.30 uur Belt Sem op.\nMorgen")
    agreement = phone.page.locator("#mine .agreement")
    agreement.get_by_text("Ja, als … of nee").click()
    agreement.get_by_role("button", name="Nee, dit kan ik niet").click()
    expect(week).to_contain_text("Deze week heb je geen vaste tijden.")
    expect(week.get_by_role("button", name="Lees voor")).to_be_visible()


def test_without_javascript_the_week_is_one_tap_away(meeting: Meeting, windows: Windows) -> None:
    phone = windows.phone(java_script_enabled=False)
    phone.enter(meeting.people["Riet"], "/m?lang=en")
    phone.page.locator("#mine").get_by_role("link", name="My week").click()
    expect(phone.page.locator(".week")).to_contain_text("Today")
    expect(phone.page.locator(".week li")).to_have_count(7)
    expect(phone.page.locator(".week li").first).to_have_text("at 20:30 Belt Sem op.")
