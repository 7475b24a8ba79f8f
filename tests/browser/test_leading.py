"""Leading with one hand on the keyboard: all go along, time, closed cards, one card at a time; as screen and phone show it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Lead, Staff, Windows
from tests.builders import Meeting, Office, Somebody

pytestmark = pytest.mark.browser

WORRY = "De jongste slaapt slecht."
SAME = "Noor wordt vaak wakker."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    return meeting


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet", relation="oma")


@pytest.fixture
def mo(meeting: Meeting) -> Somebody:
    return meeting.admitted("Mo", "parent")


def open_desk(fien: Staff, meeting: Meeting) -> Page:
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    return desk


def card_with(desk: Page, text: str) -> Locator:
    return desk.locator(".inbox [data-card]", has_text=text)


def test_all_go_along_after_one_question_and_nobody_is_asked_in_an_empty_room(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    desk = open_desk(fien, meeting)
    bar = desk.locator(".phase-bar")
    desk.keyboard.press("5")
    expect(bar.get_by_role("button", name="5 De film")).to_have_attribute("aria-current", "step")
    riet = meeting.admitted("Riet")
    lead.do("admit", person=riet.id, role="network")  # heard by the desk
    expect(desk.get_by_text("1 persoon is er")).to_be_visible()
    desk.keyboard.press("6")
    question = desk.get_by_role("alertdialog", name="Dit brengt 1 persoon naar: Afspraken.")
    expect(question.get_by_role("button", name="Ja, ga verder")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(question).to_have_count(0)
    assert lead.see()["now"]["phase"] == "film"
    desk.keyboard.press("6")
    desk.keyboard.press("Enter")
    expect(bar.get_by_role("button", name="6 Afspraken")).to_have_attribute("aria-current", "step")
    expect(question).to_have_count(0)
    desk.keyboard.press("d")
    expect(desk.get_by_role("button", name="Open de deur")).to_be_visible()


def test_cards_stay_closed_until_all_are_shown_and_the_time_is_told_in_words(
    fien: Staff, meeting: Meeting, riet: Somebody, mo: Somebody, windows: Windows
) -> None:
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    phone, other = windows.phone(), windows.phone()
    phone.enter(riet)
    other.enter(mo)
    desk.keyboard.press("e")
    for page in (screen, desk):
        expect(page.get_by_text("0 van 2 klaar")).to_be_visible()  # what stands below it has moved on
    desk.keyboard.press("c")
    desk.get_by_role("button", name="5 minuten").click()
    for page in (screen, phone.page):
        expect(page.get_by_role("timer")).to_have_text("Nog 5 minuten")
    phone.say(WORRY)
    phone.kept(WORRY)
    phone.page.get_by_role("button", name="Ik ben klaar").click()
    expect(screen.get_by_text("1 van 2 klaar")).to_be_visible()
    desk.keyboard.press("j")
    desk.keyboard.press("s")
    expect(desk.get_by_text("1 kaart is nog dicht.")).to_be_visible()
    for page in (screen, other.page):
        expect(page.get_by_text(WORRY)).to_have_count(0)
    desk.keyboard.press("e")
    expect(screen.get_by_text(WORRY).first).to_be_visible()
    expect(screen.get_by_text("van 2 klaar")).to_have_count(0)
    other.page.reload()
    expect(other.page.get_by_role("timer")).to_have_text("Nog 5 minuten")
    desk.keyboard.press("c")
    expect(screen.get_by_role("timer")).to_have_count(0)


def test_each_card_is_handled_by_key_and_its_own_words_stay(
    fien: Staff, meeting: Meeting, riet: Somebody, mo: Somebody, windows: Windows
) -> None:
    said = [meeting.say(riet, "worry", WORRY), meeting.say(mo, "worry", SAME)]
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    first, second = (desk.locator(f".inbox [data-card='{card}']") for card in said)
    desk.keyboard.press("j")
    expect(first).to_be_focused()
    desk.keyboard.press("w")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("Sem is overdag moe. s a x")  # what is typed is no command
    first.get_by_role("button", name="Bewaar").click()
    expect(first.locator(".clearer")).to_contain_text("Sem is overdag moe.")
    expect(first).to_contain_text(WORRY)
    expect(first).to_be_focused()

    desk.keyboard.press("r")
    desk.keyboard.type("Dank je, Riet.")
    desk.keyboard.press("Escape")
    desk.keyboard.press("r")  # what was half written is still there
    first.get_by_role("button", name="Stuur").click()
    phone, other = windows.phone(), windows.phone()
    phone.enter(riet)
    other.enter(mo)
    phone.look_at("Van mij")
    expect(phone.page.get_by_text("Dank je, Riet.")).to_be_visible()
    for page in (other.page, screen):
        expect(page.get_by_text("Dank je, Riet.")).to_have_count(0)

    desk.keyboard.press("j")
    expect(second).to_be_focused()
    desk.keyboard.press("m")
    second.get_by_role("button", name="Voeg samen").click()
    expect(first).to_contain_text(SAME)  # it stands behind the other, and can come back
    expect(other.page.locator("#mine").get_by_text(SAME)).to_have_count(1)
    first.focus()
    desk.keyboard.press("s")
    expect(screen.get_by_text("2 keer gezegd")).to_be_visible()
    expect(screen.get_by_text("Sem is overdag moe.")).to_be_visible()

    desk.locator("[data-id=up] > summary").click()
    desk.keyboard.press("j")
    desk.keyboard.press("l")
    expect(screen.locator(".light").get_by_text(WORRY)).to_be_visible()
    expect(phone.page.get_by_text("Hier kijken we nu samen naar")).to_have_count(1)
    desk.keyboard.press("l")
    expect(screen.locator(".light")).to_have_count(0)
    desk.keyboard.press("x")
    desk.keyboard.type("Dat is voor volgende week.")
    desk.locator(".inbox").get_by_role("button", name="Zet op de parkeerplaats").click()
    expect(screen.get_by_text("Parkeerplaats: 1")).to_be_visible()
    screen.keyboard.press("g")
    lot = screen.get_by_role("dialog", name="Parkeerplaats")
    expect(lot).to_contain_text("Dat is voor volgende week.")
    desk.keyboard.press("u")
    expect(screen.get_by_text("Parkeerplaats: 1")).to_have_count(0)


@pytest.mark.parametrize(("choice", "stays"), [("Houd deze", "De eerste."), ("Neem deze", "De tweede.")])
def test_two_who_write_more_clearly_at_once_see_both(
    fien: Staff, meeting: Meeting, riet: Somebody, lead: Lead, choice: str, stays: str
) -> None:
    card = meeting.say(riet, "worry", WORRY)
    desk = open_desk(fien, meeting)
    desk.keyboard.press("j")
    desk.keyboard.press("w")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("De tweede.")
    lead.do("clarify", card=card, text="De eerste.", base=None)
    expect(card_with(desk, WORRY)).to_contain_text("De eerste.")
    # the form stands on what it was opened on
    card_with(desk, WORRY).get_by_role("button", name="Bewaar").click()
    clash = desk.get_by_role("alertdialog", name="Twee versies")
    for text in ("De eerste.", "De tweede."):
        expect(clash.get_by_text(text)).to_be_visible()
    clash.get_by_role("button", name=choice).click()
    expect(clash).to_have_count(0)
    expect(card_with(desk, WORRY).locator(".clearer")).to_contain_text(stays)
    assert lead.see()["cards"][card]["clearer"] == stays
    assert lead.see()["cards"][card]["text"] == WORRY


def test_a_screen_that_is_still_for_long_is_asked_about(fien: Staff, meeting: Meeting) -> None:
    desk = fien.window("/")
    desk.clock.install()
    desk.goto(f"/desk?conference={meeting.conference}")
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    desk.clock.fast_forward("11:00")
    question = desk.get_by_role("alertdialog", name="Het scherm staat al 10 minuten stil. Pauzeren?")
    question.get_by_role("button", name="Pauzeer het scherm").click()
    expect(question).to_have_count(0)
    expect(desk.get_by_role("button", name="Pauze uit")).to_be_visible()


def test_looking_through_somebodys_eyes_changes_nothing(
    fien: Staff, meeting: Meeting, riet: Somebody, mo: Somebody, lead: Lead
) -> None:
    meeting.shown(riet, "worry", WORRY, hidden_from=[mo.id])
    desk = open_desk(fien, meeting)
    desk.get_by_text("2 mensen zijn er").click()
    before = lead.see()
    for name, times in (("Riet", 1), ("Mo", 0)):
        with desk.context.expect_page() as opened:
            desk.get_by_role("link", name=f"Kijk als {name}").click()
        page = opened.value
        expect(page.get_by_text(f"Je kijkt als {name}. Je kunt hier niets veranderen.")).to_be_visible()
        page.get_by_role("navigation", name="Op deze pagina").get_by_text("Van mij").click()
        expect(page.locator("#mine").get_by_text(WORRY)).to_have_count(times)
        page.get_by_role("navigation", name="Op deze pagina").get_by_text("Nu").click()
        page.locator("#text").click()
        page.keyboard.type("Niet van mij.")
        page.get_by_role("button", name="Verstuur").click()
        expect(page.locator("#text")).to_have_value("")
        page.close()
    assert lead.see() == before
