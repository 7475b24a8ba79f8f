"""The way to what one takes home: from the own phone, and for the facilitator from the page of the plan."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.windows import Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference whose plan was adopted: Riet has an agreement, Sem is a child."""
    meeting = office.meeting()
    meeting.agree(meeting.admitted("Riet"), what="Belt aan.")
    meeting.admitted("Sem", "child")
    meeting.adopted()
    meeting.do("move_phase", phase="adoption")
    return meeting


def printed(page: Page, way: Locator) -> str:
    """What stands on the paper to which this link leads."""
    answer = page.request.get(way.get_attribute("href") or "")
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.body())).pages)


def locked(page: Page, button: Locator, *, script: bool = True) -> str:
    """What stands on the copy that this button makes, opened with the password. With its script the page then empties the box."""
    password = "drie losse woorden"
    box = button.locator("xpath=ancestor::form").get_by_label("Wachtwoord van 12 tekens of meer")
    box.fill(password)
    with page.context.expect_event("download") as came:
        button.click()
    made = PdfReader(came.value.path(), password=password)
    assert made.is_encrypted
    if script:
        expect(box).to_have_value("")
    return " ".join(one.extract_text() for one in made.pages)


def test_from_a_phone_one_opens_the_own_agreements_and_a_child_the_own_days(windows: Windows, meeting: Meeting) -> None:
    riet, sem = windows.phone(), windows.phone()
    riet.enter(meeting.people["Riet"])
    way = riet.now.get_by_role("link", name="Open mijn afspraken op papier")
    expect(way).to_be_visible()
    expect(riet.now.get_by_role("link", name="Open mijn dagen met plaatjes")).to_have_count(0)
    assert "Belt aan." in printed(riet.page, way)
    sem.enter(meeting.people["Sem"])
    days = sem.now.get_by_role("link", name="Open mijn dagen met plaatjes")
    expect(days).to_be_visible()
    assert "Wie is er bij mij?" in printed(sem.page, days)


def test_the_facilitator_opens_a_page_for_each_person(fien: Staff, meeting: Meeting) -> None:
    page = fien.window(f"/plan?conference={meeting.conference}")
    way = page.get_by_role("link", name="Afspraken van Riet")
    expect(way).to_be_visible()
    assert "Belt aan." in printed(page, way)
    expect(page.get_by_role("link", name="Film voor Sem")).to_be_visible()


def test_a_password_goes_onto_a_paper_from_the_page_of_the_plan_and_from_the_desk(
    fien: Staff, meeting: Meeting
) -> None:
    for page in (fien.window(f"/plan?conference={meeting.conference}"), fien.desk(meeting.conference)):
        tab = page.get_by_role("tab", name="Plan", exact=True)
        expect(page.get_by_text("Met een wachtwoord erop").or_(tab).first).to_be_visible()
        if tab.count():
            tab.click()
        page.get_by_text("Met een wachtwoord erop").click()
        assert "Belt aan." in locked(page, page.get_by_role("button", name="Afspraken van Riet"))


def test_a_phone_locks_its_paper_with_and_without_its_script(windows: Windows, meeting: Meeting) -> None:
    for script in (True, False):
        riet = windows.phone(java_script_enabled=script)
        riet.enter(meeting.people["Riet"])
        riet.now.get_by_text("Met een wachtwoord erop").click()
        button = riet.now.get_by_role("button", name="Open mijn afspraken op papier")
        assert "Belt aan." in locked(riet.page, button, script=script)
