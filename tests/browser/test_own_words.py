"""What somebody says about what is kept, on the own phone: a statement with the plan, and what is not right, which the desk answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference with a plan that was adopted."""
    meeting = office.meeting()
    meeting.agree(meeting.admitted("Anna", "parent"))
    meeting.adopted()
    return meeting


def test_a_statement_and_what_is_not_right_are_written_where_the_own_things_are_and_the_desk_answers(
    meeting: Meeting, office: Office, windows: Windows
) -> None:
    phone = windows.phone()
    phone.page.set_viewport_size({"width": 320, "height": 568})
    phone.enter(meeting.people["Anna"])
    phone.look_at("Van mij")
    mine = phone.page.locator("#mine")
    mine.get_by_text("Mijn eigen verklaring bij het plan").click()
    mine.get_by_label("Wat wil je dat er bij het plan staat?").fill("Zo zie ik het.")
    mine.get_by_role("button", name="Zet bij het plan").click()
    expect(mine.get_by_text("Dit staat bij het plan.")).to_be_visible()
    mine.get_by_text("Er klopt iets niet").click()
    mine.get_by_label("Wat klopt er niet over jou?").fill("Ik heet geen Anna.")
    mine.get_by_role("button", name="Verstuur").last.click()
    expect(mine.get_by_text("Ontvangen")).to_be_visible()
    expect(mine.get_by_text("Ik heet geen Anna.")).to_have_count(0)
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320

    desk = windows.staff(office.facilitator.name).desk(meeting.conference)
    desk.get_by_text("1 verzoek om iets te verbeteren").click()
    expect(desk.get_by_text("Ik heet geen Anna.")).to_be_visible()
    desk.get_by_role("button", name="Ik verbeter dit niet").click()
    expect(desk.get_by_text("Schrijf op waarom je dit niet verbetert.")).to_be_visible()
    desk.get_by_label("Wat is er gedaan? Of waarom niet?").fill("Zo schreef je het zelf.")
    desk.get_by_role("button", name="Ik verbeter dit niet").click()
    expect(desk.get_by_text("1 verzoek om iets te verbeteren")).to_have_count(0)
    expect(mine.get_by_text("Dit is niet verbeterd.")).to_be_visible()
    expect(mine.get_by_text("Zo schreef je het zelf.")).to_be_visible()
