"""At the desk one reads while typing who would not read it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Request, expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    meeting.do("move_phase", phase="agreements")
    return meeting


def test_under_the_field_stands_who_would_not_read_it_as_soon_as_something_is_guarded(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    karim = meeting.admitted("Karim", "parent")
    meeting.agree(meeting.admitted("Riet"))
    desk = fien.desk(meeting.conference)
    asked: list[Request] = []
    desk.on("request", lambda one: asked.append(one) if "withheld" in one.url else None)
    desk.get_by_role("button", name="Aanpassen", exact=True).click()
    expect(desk.locator(".understood")).to_contain_text(
        "Zo begrijpen we het"
    )  # asked at the same moment as this would be
    assert not asked  # nothing is guarded yet
    what = desk.get_by_label("Wat gebeurt er?")
    under = desk.locator(".read-field", has=what).locator(".kept-from")
    what.fill("Haalt Sem op, lindelaan 12a.")
    lead.do("restrict", kind="guarded", people=[karim.id], text="Lindelaan 12")
    expect(under).to_have_text("Dit leest Karim niet. Het staat ook niet op het scherm.")
    assert all(one.url.endswith("/api/withheld") for one in asked)
    assert len(asked) == desk.locator(".agree .read-field").count()  # each once
    what.fill("Haalt Sem op.")
    expect(under).to_be_empty()
    what.fill("Haalt Sem op bij LINDELAAN-12.")
    expect(under).to_contain_text("Karim")
    restriction = next(iter(lead.see()["restrictions"]))
    lead.do("lift_restriction", restriction=restriction)
    expect(under).to_be_empty()
