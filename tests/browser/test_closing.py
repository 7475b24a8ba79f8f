"""Closing: when the facilitator closes it, every phone and screen hears so by itself, and every page of staff keeps standing."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.windows import Windows
from tests.builders import Office


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
    screen.wait_for_url(lambda url: "/board" not in url)
