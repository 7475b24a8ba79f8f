"""The dry run, as it goes in the room: a card on the screen, an answer from a phone, and an agreement that comes of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Lead, Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

SAID = "Ik heb een sleutel en wacht bij de deur."
NEEDED = "Fatma heeft nog geen sleutel."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting(library="thuiskomen")
    meeting.do("set_road", straight=True)
    return meeting


def test_a_card_is_walked_through_by_desk_screen_and_phone_and_an_agreement_comes_of_it(
    fien: Staff, meeting: Meeting, lead: Lead, windows: Windows
) -> None:
    riet = meeting.admitted("Riet", relation="oma")
    meeting.shown(riet, "help_step_in", None, scene=meeting.scenes[0])
    phone, screen, desk = windows.phone(), fien.screen(meeting.conference), fien.desk(meeting.conference)
    phone.enter(riet)
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    for key in ("7", "Enter"):
        desk.keyboard.press(key)
    expect(desk.get_by_role("tab", name="Oefenen")).to_have_attribute("aria-selected", "true")
    expect(screen.get_by_text("Straks oefenen we het plan.")).to_be_visible()
    desk.get_by_text("Kies zelf een kaart").click()
    desk.locator(".drawing").get_by_role("button", name="De sleutel ligt nog binnen").click()

    card = screen.locator(".what-if")
    for words in ("Wat als …", "De sleutel ligt nog binnen", "De sleutel in de deur", "Riet", "één persoon"):
        expect(card).to_contain_text(words)
    expect(phone.now).to_contain_text("De sleutel ligt nog binnen")
    expect(phone.now.get_by_role("heading", name="Wat doe jij dan?")).to_be_visible()
    phone.say(SAID)
    expect(card.locator(".card")).to_contain_text(SAID)

    form = desk.locator("form[data-form=walk]")
    form.get_by_role("button", name="dat lukt bijna").click()
    expect(desk.get_by_text("Schrijf erbij wat er nog nodig is.")).to_be_visible()
    form.get_by_role("textbox").fill(NEEDED)
    form.get_by_role("button", name="dat lukt bijna").click()
    expect(card.locator(".how-it-went")).to_contain_text(NEEDED)

    desk.get_by_role("button", name="Maak hier een afspraak van").click()
    agree = desk.locator("form.agree")
    agree.get_by_role("button", name=SAID).click()  # what was said there can be taken over
    expect(agree.locator("[name=who]")).to_have_value(riet.id)
    agree.get_by_role("button", name="Bewaar").click()
    expect(card.locator(".agreed-then")).to_contain_text(SAID)
    [agreement] = lead.see()["agreements"].values()
    assert "De sleutel in de deur" in agreement["when"]

    desk.get_by_role("button", name="Leg weg").click()
    expect(screen.locator(".walked")).to_contain_text(NEEDED)
    expect(phone.now).to_contain_text("We oefenen het plan")
    expect(
        desk.get_by_role("button", name="Maak ongedaan: kaart weggelegd: De sleutel ligt nog binnen")
    ).to_be_visible()
    expect(desk.locator("[data-id=idea-sleutel-vergeten] button")).to_be_disabled()


def test_in_english_each_face_says_the_card_in_english(
    fien: Staff, meeting: Meeting, lead: Lead, windows: Windows
) -> None:
    riet = meeting.admitted("Riet")
    lead.do("move_phase", phase="dry_run")
    phone = windows.phone()
    phone.enter(riet, f"/m?lang=en&person={riet.id}")
    screen = fien.window(f"/board?conference={meeting.conference}&lang=en")
    expect(screen.locator("[data-id=dry-run-none]")).to_be_visible()
    lead.do("draw_what_if", idea="oma-ziek")
    for page in (screen, phone.page):
        expect(page.locator(".what-if")).to_contain_text("Grandma is ill")
