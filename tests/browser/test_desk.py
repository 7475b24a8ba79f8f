"""The facilitator's desk: cards go up, worries are parked, people come in and go out; nothing is done unsaid."""

from __future__ import annotations

import logging
import re
import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import Server
from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office, Somebody

pytestmark = pytest.mark.browser

CEILING = 3.0
WORRY = "De jongste slaapt slecht."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference that talks about its worries; cards come to the desk first."""
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    return meeting


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet", relation="oma")


TWICE = """key => [1, 2].forEach(() => window.dispatchEvent(new KeyboardEvent(
    "keydown", { key, shiftKey: key === "U", bubbles: true, composed: true, cancelable: true })))"""
"""A key pressed twice before any answer."""


def open_desk(fien: Staff, meeting: Meeting) -> Page:
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    return desk


def in_card(desk: Page, text: str) -> Locator:
    """A card in the inbox, before it is on the screen."""
    return desk.locator(".inbox > .in-cards > .in-card", has_text=text)


def put_up(desk: Page, text: str) -> None:
    in_card(desk, text).get_by_role("button", name="Op het scherm", exact=True).click()


def press(desk: Page, button: Locator, key: str | None) -> None:
    """By its key, or by hand where there is none to press."""
    expect(button).to_be_enabled()
    if key:
        desk.keyboard.press(key)
    else:
        button.click()


# -- the inbox --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("button", "named"), [("Op het scherm", True), ("Zonder naam", False)])
def test_a_card_that_is_released_stands_on_the_shared_screen_with_or_without_its_name(
    fien: Staff, meeting: Meeting, riet: Somebody, button: str, named: bool
) -> None:
    meeting.say(riet, "worry", WORRY)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    expect(screen.locator(".column")).to_have_count(2)
    expect(screen.get_by_text(WORRY)).to_have_count(0)
    began = time.monotonic()
    in_card(desk, WORRY).get_by_role("button", name=button, exact=named).click()
    card = screen.locator(".card", has_text=WORRY)
    card.wait_for(timeout=CEILING * 1000)
    logging.info("desk → shared screen: %.0f ms", (time.monotonic() - began) * 1000)
    expect(card.get_by_text("Riet")).to_have_count(1 if named else 0)
    expect(in_card(desk, WORRY)).to_have_count(0)


def test_a_childs_card_waits_for_the_childs_own_yes(fien: Staff, meeting: Meeting, lead: Lead) -> None:
    noor = meeting.admitted("Noor", "child")
    said = meeting.say(noor, "worry", WORRY)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    card = in_card(desk, WORRY)
    expect(card.get_by_text("Wacht op ja van het kind")).to_be_visible()
    expect(card.get_by_role("button", name="Op het scherm")).to_have_count(0)
    with pytest.raises(AssertionError, match="child"):
        lead.do("put_on_board", card=said, named=True)
    card.get_by_role("button", name="Het kind zei ja tegen mij").click()
    put_up(desk, WORRY)
    expect(screen.get_by_text(WORRY).first).to_be_visible()


def test_a_worry_is_parked_with_the_reason_beside_it(fien: Staff, meeting: Meeting, riet: Somebody) -> None:
    meeting.say(riet, "worry", "De huur is te hoog.")
    desk = open_desk(fien, meeting)
    card = in_card(desk, "De huur is te hoog.")
    card.focus()
    desk.keyboard.press("x")
    reason = card.get_by_label("Waarom is deze zorg nu niet aan de beurt?")
    expect(reason).to_be_focused()
    card.get_by_role("button", name="Zet op de parkeerplaats").click()
    expect(card).to_be_visible()  # not without a reason
    desk.keyboard.type("Daar helpt het wijkteam bij. b p t n")  # keys that are typed are no commands
    card.get_by_role("button", name="Zet op de parkeerplaats").click()
    expect(card).to_have_count(0)
    parked = desk.locator(".risk-point", has_text="De huur is te hoog.")
    expect(parked).to_contain_text("Op de parkeerplaats: Daar helpt het wijkteam bij. b p t n")


def test_a_card_that_not_everybody_may_read_never_shows_and_the_desk_counts_it(
    fien: Staff, meeting: Meeting, riet: Somebody
) -> None:
    papa = meeting.admitted("Mo", "parent")
    meeting.do("set_road", straight=True)
    meeting.say(riet, "worry", "Mama is bang.", hidden_from=[papa.id])
    meeting.say(riet, "worry", WORRY)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    expect(screen.get_by_text(WORRY)).to_have_count(1)
    expect(screen.get_by_text("Mama is bang.")).to_have_count(0)
    desk.get_by_text("1 kaart staat niet op het scherm, omdat niet iedereen die mag lezen.").click()
    narrow = desk.locator(".narrow .in-card", has_text="Mama is bang.")
    expect(narrow).to_contain_text("niet voor: Mo")
    expect(narrow).to_contain_text("Komt nooit op het scherm")
    expect(narrow.get_by_role("button", name="Op het scherm")).to_have_count(0)


# -- undo, pause ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [(None, None), ("Control+z", "Shift+U")])
def test_undo_says_what_it_takes_back_and_the_board_is_as_before(
    fien: Staff, meeting: Meeting, riet: Somebody, lead: Lead, by: tuple[str | None, str | None]
) -> None:
    meeting.say(riet, "worry", WORRY)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    earlier = desk.get_by_role("button", name="Maak ongedaan: film Naar school toegevoegd")
    expect(earlier).to_be_enabled()
    before = lead.see()
    put_up(desk, WORRY)
    expect(screen.get_by_text(WORRY).first).to_be_visible()
    put_up_by_hand = "kaart van Riet op het bord gezet"
    undo = desk.get_by_role("button", name=f"Maak ongedaan: {put_up_by_hand}")
    redo = desk.get_by_role("button", name=f"Doe opnieuw: {put_up_by_hand}")
    press(desk, undo, by[0])
    expect(screen.get_by_text(WORRY)).to_have_count(0)
    expect(in_card(desk, WORRY)).to_be_visible()
    expect(earlier).to_be_enabled()
    assert {**lead.see(), "seq": before["seq"], "redo": None} == before
    press(desk, redo, by[1])
    expect(screen.get_by_text(WORRY).first).to_be_visible()
    expect(redo).to_have_count(0)


def test_undo_pressed_twice_at_once_takes_back_two_steps_and_redo_puts_them_back(
    fien: Staff, meeting: Meeting, riet: Somebody
) -> None:
    for words in (WORRY, "De oudste blijft weg."):
        meeting.shown(riet, "worry", words)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    board = screen.locator(".card")
    expect(board).to_have_count(2)
    for key, left in (("u", 0), ("U", 2), ("u", 0)):
        desk.evaluate(TWICE, key)
        expect(board).to_have_count(left)
    desk.evaluate(TWICE, "u")  # there is one step left: the second press is about nothing
    expect(desk.get_by_role("button", name="Niets om ongedaan te maken")).to_be_disabled()
    expect(desk.locator(".status.said")).to_have_count(0)


def test_schermpauze_blanks_the_screen_until_it_is_released(
    fien: Staff, meeting: Meeting, riet: Somebody, lead: Lead
) -> None:
    meeting.shown(riet, "worry", WORRY)
    late = meeting.say(riet, "worry", "En over het weekend.")
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    expect(screen.get_by_text(WORRY)).to_have_count(1)
    began = time.monotonic()
    desk.get_by_role("button", name="Schermpauze").click()
    screen.get_by_text("Even pauze").wait_for(timeout=CEILING * 1000)
    logging.info("schermpauze → blank: %.0f ms", (time.monotonic() - began) * 1000)
    lead.do("put_on_board", card=late, named=True)
    expect(in_card(desk, "En over het weekend.")).to_have_count(0)
    for text in (WORRY, "En over het weekend.", meeting.code):
        expect(screen.get_by_text(text)).to_have_count(0)
    desk.get_by_role("button", name="Pauze uit").click()
    expect(screen.get_by_text("En over het weekend.").first).to_be_visible()


# -- the door ---------------------------------------------------------------------------------------------------------


def test_people_come_in_by_their_role_or_not_at_all_and_can_be_put_out(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    roles = {"Sanne": "ouder", "Noor": "kind", "Riet": "netwerk", "Els": "professional", "Onbekende": ""}
    people = {name: meeting.join(name) for name in roles}
    desk = open_desk(fien, meeting)
    for name, role in roles.items():
        waits = desk.locator(".lobby li", has=desk.locator("form b", has_text=name))
        if role:
            waits.locator("label.chip", has_text=role).click()
            waits.get_by_role("button", name="Laat binnen").click()
        else:
            waits.get_by_role("button", name="Niet toelaten").click()
        expect(waits).to_have_count(0)
    seen = lead.see()["people"]
    assert [seen[people[name].id]["role"] for name in list(roles)[:4]] == ["parent", "child", "network", "professional"]
    assert seen[people["Onbekende"].id]["state"] == "out"

    screen = fien.screen(meeting.conference)
    lead.do("move_phase", phase="film")
    expect(screen.locator(".crowd").get_by_text("Els")).to_be_visible()
    desk.bring_to_front()
    desk.get_by_text("4 mensen zijn er").click()
    desk.get_by_role("button", name="Els uit het gesprek").click()
    expect(screen.locator(".crowd").get_by_text("Els")).to_be_visible()  # asked once more
    desk.get_by_role("button", name="Ja, uit het gesprek").click()
    expect(screen.locator(".crowd").get_by_text("Els")).to_have_count(0)
    expect(desk.get_by_text("3 mensen zijn er")).to_be_visible()


# -- refusals ---------------------------------------------------------------------------------------------------------


def test_a_refusal_is_a_sentence_near_what_was_asked(fien: Staff, meeting: Meeting, riet: Somebody) -> None:
    meeting.shown(riet, "worry", WORRY)
    meeting.agree(riet)
    desk = open_desk(fien, meeting)
    desk.get_by_role("tab", name="Plan").click()
    desk.get_by_role("button", name="Stel het plan vast, versie 1").click()
    side = desk.locator(".side")
    expect(side.get_by_role("status")).to_contain_text("De verwijzer heeft nog niet bij elke bodemeis gezegd")
    desk.get_by_role("tab", name="Zorgen").click()
    expect(side.get_by_text("De verwijzer heeft")).to_have_count(0)
    side.get_by_role("button", name="Afspraak maken").click()
    form = side.locator("form.agree")
    form.get_by_label("Wat gebeurt er?").fill("  ")
    form.get_by_label("Wie doet het?").select_option(label="Riet (oma)")
    form.get_by_label("Wanneer?").fill("Elke dag om acht uur.")
    form.get_by_role("button", name="Bewaar").click()
    expect(form.get_by_role("status")).to_contain_text("Er staat nog niets.")
    expect(form.get_by_label("Wanneer?")).to_have_value("Elke dag om acht uur.")


def test_under_when_the_desk_says_how_it_is_understood(fien: Staff, meeting: Meeting, riet: Somebody) -> None:
    meeting.shown(riet, "worry", WORRY)
    desk = open_desk(fien, meeting)
    desk.get_by_role("button", name="Afspraak maken").click()
    form = desk.locator("form.agree")
    when, understood = form.get_by_label("Wanneer?"), form.locator(".understood")
    when.fill("Elke schooldag om 8.15")
    expect(understood).to_have_text("Zo begrijpen we het: elke schooldag om 8.15 uur, niet in de schoolvakantie.")
    expect(when).to_have_accessible_description(re.compile("Zo begrijpen we het"))
    when.fill("Elke laatste vrijdag van de maand")
    expect(understood).to_contain_text("Er staat geen tijd bij.")
    when.fill("Als het nodig is")
    expect(understood).to_contain_text("Dit staat niet in de agenda.")
    when.fill("")
    expect(understood).to_be_hidden()


@pytest.mark.parametrize(("choice", "stays"), [("Houd deze", "De eerste."), ("Neem deze", "De tweede.")])
def test_the_second_of_two_desks_sees_both_texts_and_chooses(
    fien: Staff, meeting: Meeting, riet: Somebody, lead: Lead, choice: str, stays: str
) -> None:
    meeting.do("move_phase", phase="agreements")
    agreement = meeting.agree(riet)
    first, second = open_desk(fien, meeting), open_desk(fien, meeting)
    for desk in (first, second):
        desk.get_by_role("button", name="Aanpassen", exact=True).click()
    first.locator("form.agree textarea[name=what]").fill("De eerste.")
    second.locator("form.agree textarea[name=what]").fill("De tweede.")
    first.get_by_role("button", name="Bewaar", exact=True).click()
    expect(first.locator("form.agree")).to_have_count(0)
    with second.expect_response("**/api/do") as refused:
        second.get_by_role("button", name="Bewaar", exact=True).click()
    assert refused.value.status == 409
    assert refused.value.json()["now"] == lead.see()["agreements"][agreement]
    clash = second.get_by_role("alertdialog", name="Twee versies")
    for text in ("De eerste.", "De tweede."):
        expect(clash.get_by_text(text)).to_be_visible()
    clash.get_by_role("button", name=choice).click()
    expect(clash).to_have_count(0)
    for desk in (first, second):
        expect(desk.locator(".agreed")).to_contain_text(stays)
    assert lead.see()["agreements"][agreement]["what"] == stays


# -- a server that is away: last, because all tests here share it -----------------------------------------------------


def test_a_desk_that_lost_its_connection_says_so_and_goes_on_when_the_server_is_back(
    fien: Staff, meeting: Meeting, riet: Somebody, server: Server
) -> None:
    meeting.say(riet, "worry", WORRY)
    screen, desk = fien.screen(meeting.conference), open_desk(fien, meeting)
    expect(in_card(desk, WORRY)).to_be_visible()
    lost = "Verbinding weg. We proberen het opnieuw."
    server.kill()
    for page in (screen, desk):
        expect(page.get_by_text(lost)).to_be_visible()
    put_up(desk, WORRY)
    expect(desk.locator(".inbox").get_by_role("status")).to_contain_text("De server is niet te bereiken.")
    server.start()
    for page in (screen, desk):
        expect(page.get_by_text(lost)).to_have_count(0)
    put_up(desk, WORRY)
    expect(screen.get_by_text(WORRY).first).to_be_visible()
    expect(desk.get_by_text("De server is niet te bereiken.")).to_have_count(0)
