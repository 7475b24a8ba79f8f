"""The coming weeks over the desk: by keyboard, with what is in two places at once in words, and what to do when nothing has a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Staff
from tests.builders import Office

pytestmark = pytest.mark.browser


def test_the_week_is_walked_by_keyboard_and_says_who_is_where(fien: Staff, office: Office) -> None:
    meeting = office.meeting()
    riet, bas = meeting.admitted("Riet"), meeting.admitted("Bas")
    desk = fien.desk(meeting.conference)
    opener = desk.get_by_role("button", name="Bekijk de week")
    expect(opener).to_be_visible()
    desk.keyboard.press("Shift+W")
    expect(desk.locator("[data-id=week-none]")).to_contain_text("Zet bij een afspraak een dag en een tijd.")
    desk.keyboard.press("Escape")
    risk = meeting.shown(riet, "risk", "Er wordt geschreeuwd.")
    meeting.agree(riet, what="Belt aan.", risks=[risk], backups=[bas.id], when="Elke maandag van 8.00 tot 9.00 uur.")
    meeting.agree(riet, what="Brengt Sem weg.", when="Elke maandag van 8.30 tot 9.30 uur.")
    meeting.agree(bas, what="Slaapt bij ons.", when="Elke vrijdag 's avonds.")
    desk.reload()
    opener.focus()
    desk.keyboard.press("Enter")
    monday = desk.locator("[data-id=hour-8-0]")
    expect(monday.locator(".week-moment")).to_contain_text("2 mensen")
    expect(monday.locator(".week-time")).to_have_count(2)
    expect(monday.locator(".week-clash")).to_have_text(["op twee plekken tegelijk"] * 2)
    expect(desk.locator("[data-id=part-18-4]")).to_contain_text("ergens in de avond")
    expect(desk.locator("[data-id=part-0-0]")).to_have_text("geen")
    expect(desk.locator("[data-id=part-12-2]")).to_be_visible()
    expect(desk.locator(f"[data-id='bare-{meeting.scenes[0]}']")).to_contain_text("dinsdag, woensdag")
    told = desk.locator(".weeks .told")
    expect(told).to_contain_text("(1 van 8)")
    desk.locator("[data-id=week-on]").focus()
    desk.keyboard.press("Enter")
    expect(told).to_contain_text("(2 van 8)")
    expect(desk.locator("[data-id=week-on]")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(opener).to_be_focused()
