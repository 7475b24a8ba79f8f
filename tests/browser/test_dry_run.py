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


def test_a_card_of_the_own_is_walked_through_and_what_held_is_practised_until_that_is_undone(
    fien: Staff, meeting: Meeting, lead: Lead, windows: Windows
) -> None:
    riet = meeting.admitted("Riet", relation="oma")
    meeting.agree(riet, what="Wacht bij de deur.", risks=[meeting.shown(riet, "risk", "De sleutel is kwijt.")])
    lead.do("move_phase", phase="dry_run")
    phone, screen, desk = windows.phone(), fien.screen(meeting.conference), fien.desk(meeting.conference)
    phone.enter(riet)
    desk.get_by_text("Schrijf zelf een kaart").click()
    own = desk.locator("form[data-form=own_what_if]")
    own.get_by_label("Wat als …").fill("De kat is kwijt")
    own.get_by_label("Wat vragen we dan?").fill("Wie zoekt hem?")
    own.get_by_role("button", name="Leg op tafel").click()
    for face in (screen.locator(".what-if"), phone.now):
        expect(face).to_contain_text("De kat is kwijt")
        expect(face).to_contain_text("Wie zoekt hem?")
    expect(own.get_by_label("Wat als …")).to_have_value("")

    walk = desk.locator("form[data-form=walk]")
    walk.locator("label.chip", has_text="Riet: Wacht bij de deur.").click()
    walk.get_by_role("button", name="zo lukt het", exact=True).click()
    expect(screen.locator(".what-if [data-id=then-practised]")).to_contain_text("Riet: Wacht bij de deur.")
    desk.get_by_role("tab", name="Afspraken").click()
    expect(desk.locator(".agreed .proof")).to_have_text("Geoefend")
    desk.locator(".agreed .proof").click()
    expect(desk.locator(".proof-notes li")).to_contain_text("De kat is kwijt")
    desk.get_by_role("button", name="Maak ongedaan: afspraken geoefend met: De kat is kwijt").click()
    expect(desk.locator(".agreed .proof")).to_have_text("Nog niet geoefend")
    expect(screen.locator(".came-of-it")).to_have_count(0)


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
