"""From a letter to a place in the room: it is made on the page to prepare, its code brings a phone to the lobby, one tap lets in."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import expect

from sos_core.services.own_links import make_door_link
from tests.browser.windows import Lead, Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    return office.meeting()


def test_a_letter_is_made_and_whoever_comes_by_its_code_is_let_in_with_one_tap(
    meeting: Meeting, fien: Staff, windows: Windows, lead: Lead, tmp_path: Path
) -> None:
    riet = meeting.do("invite", name="Riet", role="professional", relation="juf van Sem")
    page = fien.window(f"/prepare?conference={meeting.conference}")
    page.get_by_text("Mensen uitnodigen (1)").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Maak de brief").click()
    assert coming.value.suggested_filename == "brief.pdf"
    coming.value.save_as(tmp_path / "brief.pdf")
    assert "Dag Riet," in pypdf.PdfReader(tmp_path / "brief.pdf").pages[0].extract_text()

    desk = fien.desk(meeting.conference)
    phone = windows.phone()
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet)  # as the QR says it
    phone.page.goto(f"/m#l={link}")
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.get_by_text("Wacht even")).to_be_visible()
    lobby = desk.locator(".lobby").filter(has_text="Riet")
    expect(lobby).to_contain_text("uitgenodigd")
    expect(lobby.get_by_label("professional")).to_be_checked()
    expect(lobby.locator("[name=relation]")).to_have_value("juf van Sem")
    lobby.get_by_role("button", name="Laat binnen").click()
    expect(phone.page.get_by_text("Wacht even")).to_have_count(0)
    assert lead.see()["people"][riet]["relation"] == "juf van Sem"


def test_a_letter_that_is_refused_says_why_where_it_was_asked_and_what_did_not_change_is_not_drawn_again(
    meeting: Meeting, fien: Staff, lead: Lead
) -> None:
    meeting.do("invite", name="Riet", role="network")
    page = fien.window(f"/prepare?conference={meeting.conference}")
    page.get_by_text("Mensen uitnodigen (1)").click()
    letters = page.get_by_role("button", name="Maak de brief")
    for part in (page.locator(".steps"), letters.first):
        part.evaluate("(part) => { part.dataset.here = 'before'; }")
    page.get_by_label("Voornaam").fill("Oom Kees")
    page.get_by_role("button", name="Zet op de lijst").click()
    rows = page.locator(".rows li")
    expect(rows).to_have_count(2)
    for part in (page.locator(".steps"), letters.first):
        assert part.get_attribute("data-here") == "before"
    gone = next(key for key, who in lead.see()["people"].items() if who["name"] == "Oom Kees")
    lead.do("withdraw_invitation", person=gone)
    rows.filter(has_text="Kees").get_by_role("button", name="Maak de brief").click()
    expect(rows.filter(has_text="Kees").get_by_role("alert")).to_have_text("Deze persoon doet hier niet mee.")
    page.context.set_offline(True)
    rows.filter(has_text="Riet").get_by_role("button", name="Maak de brief").click()
    expect(rows.filter(has_text="Riet").get_by_role("alert")).to_contain_text("Dat komt door de verbinding.")
    page.context.set_offline(False)
    with page.expect_download():
        rows.filter(has_text="Riet").get_by_role("button", name="Maak de brief").click()
    expect(rows.filter(has_text="Riet").get_by_role("alert")).to_have_count(0)
