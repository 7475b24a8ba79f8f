"""Two parents who may not be in one room: each on the own phone on the own day, and on both phones one plan with both their yes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from sos_core.domain.kinds import Together
from sos_core.services.accounts import sign_in
from sos_core.services.own_links import make_door_link
from tests.browser.moved import Moved, at
from tests.browser.windows import Lead, Phone, Windows
from tests.builders import PASSWORD, Meeting

pytestmark = pytest.mark.browser

MONDAY = date(2026, 11, 9)
APART = "Begin eerst een aparte bijeenkomst."


def test_each_comes_on_the_own_day_alone_and_both_read_one_plan(moved: Moved, moved_windows: Windows) -> None:
    moved.clock.set_to(at(MONDAY, "20:30"))
    meeting = moved.office.meeting(library=None, together=Together.SEPARATE, alias="Familie Vink")
    meeting.do("add_routine", library="naar-school")
    anna, karim = (meeting.do("invite", name=name, role="parent") for name in ("Anna", "Karim"))
    token = sign_in(moved.office.house, name=moved.office.facilitator.name, password=PASSWORD)
    lead = Lead(moved.server.url, meeting, token)
    desk = moved_windows.signed_in(token, url=moved.server.url).desk(meeting.conference)
    expect(desk.get_by_text("Schrijf eerst op wie niet samen in één ruimte mogen zijn.")).to_be_visible()
    desk.get_by_role("button", name="Open de deur").click()
    expect(desk.locator(".status.said")).to_contain_text("Schrijf eerst bij Afspraken over contact op")
    lead.do("restrict", kind="apart", people=[anna, karim])
    expect(desk.locator("[data-id=name-first]")).to_have_count(0)
    desk.get_by_role("button", name="Open de deur").click()

    hers, his = moved_windows.phone(), moved_windows.phone()
    wait_at_door(meeting, hers, anna)
    let_in(desk, "Anna")
    speaks(lead, hers, "Anna", anna)
    wait_at_door(meeting, his, karim)
    kept_out(desk, "Karim")
    assert "Anna" not in his.page.inner_text("body")

    moved.clock.set_to(at(MONDAY + timedelta(1), "08:15"))
    lead.do("begin_session")
    let_in(desk, "Karim")
    desk.get_by_role("button", name="Anna is er").click()
    expect(desk.locator(".status.said")).to_contain_text(APART)
    expect(desk.get_by_role("button", name="Iedereen is er")).to_have_count(0)
    speaks(lead, his, "Karim", karim)

    for line in meeting.lines:
        meeting.do("judge_line", moved.office.referrer, bottom_line=line, holds=True)
    lead.do("adopt_plan")
    for phone in (hers, his):
        phone.look_at("Van mij")
        phone.page.get_by_role("button", name="Lees het plan").click()
        plan = phone.page.locator(".plan")
        expect(plan).to_contain_text("Dit is versie 1. Afgesproken op 10 november 2026.")
        for name in ("Anna", "Karim"):
            expect(plan).to_contain_text(f"{name} brengt Sem.")


def wait_at_door(meeting: Meeting, phone: Phone, person: str) -> None:
    """By the own letter."""
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, person)
    phone.page.goto(f"/m#l={link}")
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.get_by_text("Wacht even")).to_be_visible()


def let_in(desk: Page, name: str) -> None:
    lobby = desk.locator(".lobby li").filter(has_text=name)
    lobby.get_by_role("button", name="Laat binnen").click()
    expect(lobby).to_have_count(0)


def kept_out(desk: Page, name: str) -> None:
    lobby = desk.locator(".lobby li").filter(has_text=name)
    lobby.get_by_role("button", name="Laat binnen").click()
    expect(desk.locator(".status.said")).to_contain_text(APART)
    expect(lobby).to_be_visible()


def speaks(lead: Lead, phone: Phone, name: str, person: str) -> None:
    """Says something, and says yes to an agreement, on the own phone."""
    lead.do("move_phase", phase="worries_strengths")
    phone.say(f"Dit zegt {name}.")
    phone.kept(f"Dit zegt {name}.")
    words = {"what": f"{name} brengt Sem.", "when": "Elke dag om 8.15 uur.", "notice": "Stuurt een duim."}
    lead.do("move_phase", phase="agreements")
    lead.do("make_agreement", who=person, **words)
    phone.now.get_by_role("button", name="Ja, ik doe dit").click()
    expect(phone.now.get_by_label("Zeg in je eigen woorden wat je gaat doen.")).to_be_visible()
