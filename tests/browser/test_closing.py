"""Closing: when the facilitator closes it, every phone and screen hears so by itself, and every page of staff keeps standing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sos_core.services.dashboard import dashboard
from sos_core.services.dashboard_filters import Filters
from tests.browser.windows import Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


def test_when_it_is_closed_every_phone_says_so_without_a_tap(office: Office, windows: Windows) -> None:
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    oma = windows.phone()
    oma.join("Oma Riet", meeting.code)
    fien = windows.staff(office.facilitator.name)
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    desk.get_by_role("button", name="Laat binnen").first.click()
    expect(oma.page.locator("#text")).to_be_visible()
    desk.close()

    page = fien.window(f"/prepare?conference={meeting.conference}")
    page.get_by_text("Afsluiten", exact=True).click()
    page.get_by_text("Het gezin trekt zich terug").click()
    page.get_by_role("button", name="Sluit af").click()
    expect(page.get_by_text("Afgesloten op")).to_be_visible()
    expect(oma.page.get_by_role("heading", name="Dit is afgesloten")).to_be_visible()
    expect(oma.page.get_by_role("link", name="Wat er van mij is bewaard")).to_be_visible()
    expect(screen.get_by_text("Deze conferentie is afgesloten.")).to_be_visible()


def test_who_slept_while_the_family_withdrew_is_told_too_and_nobody_comes_in_until_it_is_opened_again(
    office: Office, windows: Windows, fien: Staff
) -> None:
    meeting = office.meeting(alias="Familie Terug")
    meeting.do("move_phase", phase="worries_strengths")
    code, riet, late = meeting.code, windows.phone(), windows.phone()
    riet.enter(meeting.admitted("Riet"))
    expect(riet.page.locator("#text")).to_be_visible()
    riet.context.set_offline(True)

    page = fien.window(f"/prepare?conference={meeting.conference}")
    page.get_by_text("Afsluiten", exact=True).click()
    page.get_by_text("Het gezin trekt zich terug").click()
    page.get_by_role("button", name="Sluit af").click()
    expect(page.get_by_text("Afgesloten op")).to_be_visible()

    riet.context.set_offline(False)
    expect(riet.page.get_by_role("heading", name="Dit is afgesloten")).to_be_visible()
    late.page.goto("/m")
    late.page.get_by_label("De code").fill(code)
    late.page.get_by_label("Je voornaam").fill("Laat")
    late.page.get_by_role("button", name="Meedoen").click()
    expect(late.page.get_by_role("alert").get_by_text("Dit is afgesloten.")).to_be_visible()
    assert conferences_open(office, meeting) == []

    page.get_by_role("button", name="Open dit weer").click()
    expect(page.get_by_text("Het is weer open. De deur is nog dicht.")).to_be_visible()
    riet.page.reload()
    expect(riet.page.locator("#text")).to_be_visible()


def conferences_open(office: Office, meeting: Meeting) -> list[str]:
    """Whether the coordinator's overview still lists it."""
    families = dashboard(office.house, office.coordinator, Filters(text="Familie Terug")).families
    return [family.alias for family in families if family.conference == meeting.conference]
