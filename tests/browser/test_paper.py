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
