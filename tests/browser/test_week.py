"""The own week and the plan in plain words on the phone: also read aloud, and said plainly where they cannot be had."""

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


def test_after_it_was_adopted_the_plan_is_read_in_plain_words_and_aloud(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    phone, plain = windows.phone(), windows.phone(java_script_enabled=False)
    riet = meeting.people["Riet"]
    meeting.adopted()
    meeting.do("move_phase", phase="adoption")
    phone.page.add_init_script(VOICES.replace("LOCAL", "true"))
    phone.enter(riet)
    phone.page.get_by_role("button", name="Lees het plan").click()
    plan = phone.page.locator(".plan")
    expect(plan.locator("li").first).to_have_text("Is er nu gevaar? Bel 112.")
    expect(plan).to_contain_text("Riet: Belt Sem op.")
    plan.get_by_role("button", name="Lees voor").click()
    spoken = phone.page.evaluate("spoken[0]")
    assert spoken.startswith("Het plan\nDit is versie 1.")
    assert "Riet: Belt Sem op. Elke dag om 20.30 uur. Jij doet dit" in spoken
    (agreement,) = meeting.now.board.agreements
    lead.do("start_evaluation")
    lead.do("weigh_agreement", agreement=agreement, how="well")
    lead.do("end_evaluation", decision="adjust", because="Er kan meer.")
    again = {"what": "Komt langs.", "who": riet.id, "when": "Elke dag om 20.30 uur.", "notice": "Een duim."}
    lead.do("make_agreement", **again)
    for line in meeting.lines:
        meeting.do("judge_line", meeting.office.referrer, bottom_line=line, holds=True)
    lead.do("adopt_plan")
    expect(plan).to_contain_text("Dit is versie 2.")
    expect(plan).to_contain_text("Riet: Komt langs.")
    phone.page.get_by_role("button", name="Sluit het plan").click()
    expect(plan).to_have_count(0)
    plain.enter(riet, "/m?lang=en")
    plain.page.get_by_role("link", name="Read the plan").click()
    expect(plain.page.locator(".plan")).to_contain_text("Riet: Komt langs.")
