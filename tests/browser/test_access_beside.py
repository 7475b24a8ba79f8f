"""Nobody is barred from what came beside the meeting: links, the own statement, the week, a look back, what staff do before and after."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from sos_core.domain.kinds import Look
from sos_core.services.accounts import sign_in
from sos_core.services.conferences import conference
from tests.browser.access import barriers
from tests.browser.serving import Server
from tests.browser.test_access import bared
from tests.browser.windows import Phone, Staff, Windows
from tests.builders import PASSWORD, Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A family with a plan that was looked back at once, a bottom line that was broken, and what is kept from somebody."""
    meeting = office.meeting()
    riet, mo = meeting.admitted("Riet", relation="oma"), meeting.admitted("Mo", "parent")
    noor = meeting.admitted("Noor", "child")
    bas = meeting.do("invite", name="Bas", role="network", relation="buurman")
    day = meeting.house.today().isoformat()
    meeting.do("plan_session", on=day, begins="23:30", ends="23:45", place="Buurthuis", people=[riet.id, bas])
    meeting.do("restrict", kind="unread", people=[mo.id, noor.id])
    meeting.do("restrict", kind="guarded", people=[mo.id], text="Dorpsweg 12")
    risk = meeting.shown(riet, "risk", "De bus komt te laat.")
    meeting.shown(riet, "worry", "De jongste slaapt slecht.")
    agreement = meeting.agree(riet, risks=[risk], backups=[mo.id], when="Elke dag van 8.00 tot 9.00 uur.")
    meeting.agree(riet, what="Belt op.", when="Elke dag van 8.30 tot 9.30 uur.")
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes")
    meeting.adopted()
    meeting.evaluated("go_on", look=Look.FIRST)
    breach = meeting.do("record_breach", bottom_line=meeting.lines[0], text="Er is geslagen.")
    meeting.do("follow_up_breach", breach=breach, text="Jo belde.")
    meeting.do("make_statement", mo, text="Ik zie dit anders.")
    return meeting


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")


def as_tall_as_it_is(page: Page) -> None:
    """So that nothing lies under the bar at the bottom; once all that the page asks for is there."""
    page.wait_for_load_state("networkidle")
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": 390, "height": tall})


def states_of_the_phone(phone: Phone) -> Iterator[str]:
    page = phone.page
    page.locator("nav a[href='#mine']").click()
    page.locator(".follow button").first.click()
    expect(page.locator(".address")).to_be_visible()
    expect(page.locator(".week h3").first).to_be_visible()
    unfold(page)
    yield "links, the week, an own statement"
    page.locator("nav a[href='#now']").click()
    page.get_by_role("button", name="Lees het plan").or_(page.get_by_role("button", name="Read the plan")).click()
    expect(page.locator(".plan li").first).to_be_visible()
    yield "the plan"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_phone_bars_nobody_from_what_came_beside_the_meeting(lang: str, meeting: Meeting, windows: Windows) -> None:
    meeting.do("move_phase", phase="adoption")
    phone, found = windows.phone(), []
    for path in ("/welkom", "/m", "/m?met=link"):
        phone.page.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        found += barriers(phone.page, path)
    for name in ("Mo", "Riet"):
        phone.enter(meeting.people[name], f"/m?lang={lang}")
        for state in states_of_the_phone(phone) if name == "Riet" else statement(phone):
            as_tall_as_it_is(phone.page)
            found += barriers(phone.page, state)
    assert found == []


def statement(phone: Phone) -> Iterator[str]:
    phone.page.locator("nav a[href='#mine']").click()
    expect(phone.page.get_by_text("Ik zie dit anders.").first).to_be_attached()
    unfold(phone.page)
    yield "one who stated something"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_desk_and_screen_bar_nobody_from_what_came_beside_the_meeting(lang: str, meeting: Meeting, fien: Staff) -> None:
    riet = meeting.people["Riet"].id
    desk = bared(fien.window(f"/desk?conference={meeting.conference}&lang={lang}"))
    expect(desk.locator(".inbox")).to_be_visible()
    desk.locator(".whole").evaluate(
        "whole => whole.querySelectorAll('details:not(.menu)').forEach((fold) => { fold.open = true })"
    )
    desk.locator(f"[data-id='links-{riet}']").click()
    expect(desk.locator("[data-own-do=link_make]")).to_be_visible()
    found = barriers(desk, "a person's link")
    desk.locator("[data-id=tab-evaluation]").click()
    expect(desk.locator("[data-id=panel-evaluation]")).to_be_visible()
    found += barriers(desk, "evaluation")
    desk.keyboard.press("Shift+W")
    expect(desk.locator("[data-id=week-sheet] table")).to_be_visible()
    found += barriers(desk, "the week")
    meeting.do("show_todo")
    meeting.do("move_phase", phase="film")
    screen = bared(fien.window(f"/board?conference={meeting.conference}&lang={lang}"))
    expect(screen.locator(".phase-film")).to_be_visible()
    assert found + barriers(screen, "what is still to do") == []


def test_what_staff_read_before_and_after_the_meeting_bars_nobody(
    office: Office, meeting: Meeting, windows: Windows, fien: Staff, server: Server
) -> None:
    token = sign_in(office.house, name=office.coordinator.name, password=PASSWORD)
    co = windows.signed_in(token, url=server.url)
    at = f"conference={meeting.conference}"
    referral = conference(office.house, office.coordinator, meeting.conference).referral
    found = []
    for staff, path, heading in (
        (fien, f"/prepare?{at}", "Samen leiden"),
        (fien, f"/plan?{at}", "Het plan"),
        (fien, f"/evaluation?{at}", "Eerdere evaluaties"),
        (co, f"/plan?{at}", "Wie leidt deze conferentie?"),
        (co, "/retention", "Bewaren en wissen"),
        (co, "/dashboard", "Overzicht"),
        (co, f"/net?referral={referral}", "Vangnet"),
    ):
        page = staff.window(path)
        expect(page.get_by_role("heading", name=heading).last).to_be_visible()
        expect(page.locator("[data-test-script-state=notRunning]")).to_be_visible()
        expect(page.locator(".drawn:empty")).to_have_count(0)
        found += barriers(page, path.partition("?")[0])
        page.close()
    assert found == []
