"""Own links in the hand: the calendar's address on the phone, and the way in that the desk makes and a phone opens."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Page, expect

from pages.phone.page import NEUTRAL_PAGE
from sos_core.services.own_links import make_door_link
from tests.browser.access import barriers
from tests.browser.serving import Server
from tests.browser.windows import Lead, Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

PASTED = "navigator.clipboard.readText()"


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A plan was adopted by which Riet calls every day at half past eight in the evening."""
    meeting = office.meeting()
    meeting.agree(meeting.admitted("Riet", relation="oma"), what="Belt Sem op.", when="Elke dag om 20.30 uur.")
    meeting.adopted()
    return meeting


def address_on(page: Page) -> str:
    return page.locator(".address").inner_text()


def test_on_the_phone_a_calendar_address_is_switched_on_copied_renewed_and_switched_off(
    meeting: Meeting, windows: Windows, server: Server, lead: Lead
) -> None:
    phone = windows.phone(permissions=["clipboard-read", "clipboard-write"])
    phone.enter(meeting.people["Riet"])
    phone.look_at("Van mij")
    part = phone.page.locator(".follow")
    part.get_by_role("button", name="Zet aan").click()
    first = address_on(phone.page)
    part.get_by_role("button", name="Kopieer het adres").click()
    expect(part.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert phone.page.evaluate(PASTED) == first
    webcal = part.get_by_role("link", name="Open in mijn agenda").get_attribute("href")
    assert webcal == first.replace("http:", "webcal:")
    assert "SUMMARY:Afspraak" in httpx.get(first).text
    phone.page.reload()
    phone.look_at("Van mij")
    expect(part).to_contain_text("Je agenda loopt mee.")
    expect(phone.page.locator(".address")).to_have_count(0)
    part.get_by_role("button", name="Maak een nieuw adres").click()
    second = address_on(phone.page)
    assert httpx.get(first).status_code == 404
    assert httpx.get(second).status_code == 200
    phone.context.set_offline(True)
    part.get_by_role("button", name="Zet uit", exact=True).click()
    expect(part).to_contain_text("Dat lukt nu niet.")
    phone.context.set_offline(False)
    part.get_by_role("button", name="Zet uit", exact=True).click()
    expect(part.get_by_role("button", name="Zet aan")).to_be_visible()
    assert httpx.get(second).status_code == 404
    assert not any(secret.split("/")[-1] in server.said for secret in (first, second))


def test_the_desk_makes_a_way_in_and_whoever_opens_it_is_that_person_until_it_is_switched_off(
    meeting: Meeting, windows: Windows, fien: Staff
) -> None:
    desk, riet = fien.desk(meeting.conference), meeting.people["Riet"]
    desk.locator("[data-id=inside] > summary").click()
    desk.get_by_role("button", name="Eigen link voor Riet").click()
    desk.get_by_role("button", name="Maak een eigen link voor Riet").click()
    expect(desk.get_by_role("img", name="QR-code voor Riet")).to_be_visible()
    link = urlsplit(address_on(desk))
    way_in = f"{link.path}#{link.fragment}"
    desk.get_by_role("button", name="Klaar").click()
    expect(desk.locator(".address")).to_have_count(0)

    phone = windows.phone()
    phone.context.route(f"{NEUTRAL_PAGE}**", lambda route: route.fulfill(body="Zon", content_type="text/html"))
    phone.page.goto(way_in)
    expect(phone.page.get_by_text("Je eigen link is goed ontvangen.")).to_be_visible()
    assert urlsplit(phone.page.url).fragment == ""
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.locator("#who")).to_contain_text("Riet")
    phone.page.get_by_role("button", name="Snel weg").click()
    phone.page.wait_for_url(f"{NEUTRAL_PAGE}**")
    phone.page.goto(way_in)
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page).to_have_url(re.compile(rf"/m\?person={riet.id}$"))
    phone.page.evaluate("(hash) => { location.hash = hash; }", link.fragment)
    expect(phone.page.get_by_text("Je eigen link is goed ontvangen.")).to_be_visible()  # a phone that is in asks too
    assert urlsplit(phone.page.url).fragment == ""

    desk.get_by_role("button", name="Eigen link voor Riet").click()
    expect(desk.locator(".own-link")).to_contain_text("gaat de telefoon die met deze link binnenkwam er meteen uit")
    desk.get_by_role("button", name="Zet uit", exact=True).click()
    expect(desk.get_by_role("button", name="Maak een eigen link voor Riet")).to_be_visible()
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.get_by_role("alert")).to_have_text(
        "Deze link werkt niet meer. Vraag de procesbegeleider om een nieuwe."
    )
    desk.get_by_role("button", name="Maak een eigen link voor Riet").click()
    expect(desk.get_by_role("img", name="QR-code voor Riet")).to_be_visible()
    desk.close()  # while the picture stands there: `windows` hears that the console says nothing of it


def test_a_phone_whose_link_is_ended_says_so_with_the_words_that_were_not_sent_and_another_goes_on_typing(
    meeting: Meeting, windows: Windows, lead: Lead
) -> None:
    riet, mo = meeting.people["Riet"], meeting.admitted("Mo")
    link = make_door_link(meeting.house, meeting.facilitator, meeting.conference, riet.id)
    meeting.do("open_door")
    lead.do("move_phase", phase="worries_strengths")
    phone, other = windows.phone(), windows.phone()
    phone.page.goto(f"/m#l={link}")
    phone.page.get_by_role("button", name="Meedoen").click()
    other.enter(mo)
    for one in (phone, other):
        one.look_at("Nu")
        one.page.locator("#text").fill("Dit schrijf ik nog.")
    phone.page.route("**/api/say", lambda route: route.abort())  # the line is bad, the stream still stands
    phone.say("Dit was onderweg.")
    expect(phone.said("Dit was onderweg.")).to_be_visible()
    phone.page.locator("#text").fill("Dit schrijf ik nog.")
    lead.end_links(riet)
    expect(phone.page.get_by_role("alert")).to_have_text(
        "Deze link is gestopt. Vraag de procesbegeleider om een nieuwe."
    )
    unsent = phone.page.locator("#unsent")
    expect(unsent).to_contain_text("Dit schrijf ik nog.")
    expect(unsent).to_contain_text("Dit was onderweg.")
    assert barriers(phone.page, "link ended") == []
    phone.page.reload()
    expect(unsent).to_contain_text("Dit schrijf ik nog.")
    assert other.page.locator("#text").input_value() == "Dit schrijf ik nog."
    other.say("Dit ook.")
    other.kept("Dit ook.")
