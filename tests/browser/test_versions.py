"""A version of the plan at the desk: its film and agreements as they were when it was adopted, and who said yes to each."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    return office.meeting()


def test_the_film_and_the_agreements_of_a_version_are_looked_at_as_they_were(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    riet, mo = meeting.admitted("Riet"), meeting.admitted("Mo", "parent")
    both, one = meeting.agree(riet, what="Belt aan."), meeting.agree(mo, what="Zet thee.", backups=[riet.id])
    for who, agreement in ((riet, both), (riet, one)):
        meeting.do("answer_agreement", who, agreement=agreement, answer="yes")
    meeting.do("move_phase", phase="adoption")
    desk = fien.desk(meeting.conference)
    asked = desk.locator("[data-id=who-says-yes]")
    expect(asked).to_contain_text("1/2")
    asked.locator("summary").click()
    expect(asked.locator(f"[data-id=answer-{one}-{mo.id}]")).to_contain_text("nog niet")
    meeting.adopted()
    scene = meeting.now.board.scenes[meeting.scenes[0]]
    before = lead.see()["scenes"][scene.id]["title"]
    lead.do("change_scene", scene=scene.id, base=scene.base, title="Anders dan toen")
    desk.get_by_role("button", name="Bekijk versie 1").click()
    version = desk.get_by_role("dialog", name="Plan, versie 1")
    expect(version.locator(".sheet.agreement")).to_have_count(2)
    expect(version.locator(f"[data-id=answer-{one}-{mo.id}]")).to_contain_text("nog niet")
    version.get_by_role("button", name="Naar school").click()
    expect(version.get_by_text(before, exact=True)).to_be_visible()
    expect(version.get_by_text("Anders dan toen")).to_have_count(0)
    desk.keyboard.press("Escape")
    expect(version).to_have_count(0)
    expect(desk.get_by_role("button", name="Bekijk versie 1")).to_be_focused()
