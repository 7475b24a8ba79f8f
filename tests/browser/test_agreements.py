"""Agreements on desk, screen and phone: who steps in after whom, what people say to it in own words, and how far it came."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference that makes its agreements: Riet does it, Kees and Mo can step in."""
    meeting = office.meeting()
    for name in ("Riet", "Kees", "Mo"):
        meeting.admitted(name)
    meeting.do("move_phase", phase="agreements")
    return meeting


def choose_backup(desk: Page, place: int, name: str) -> None:
    desk.locator(".agree select[name=backup]").nth(place).select_option(label=name)


def test_back_ups_are_chosen_in_order_and_everybody_reads_it(fien: Staff, windows: Windows, meeting: Meeting) -> None:
    agreement = meeting.agree(meeting.people["Riet"])
    kees, mo = meeting.people["Kees"], meeting.people["Mo"]
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    desk.get_by_role("button", name="Aanpassen", exact=True).click()
    choose_backup(desk, 0, "Mo")
    desk.get_by_role("button", name="Nog iemand als back-up").click()
    choose_backup(desk, 1, "Kees")
    choose_backup(desk, 0, "Kees")  # the two change places
    expect(desk.locator(".agree select[name=backup]").nth(1)).to_have_value(mo.id)
    desk.get_by_role("button", name="Eerder vragen").click()
    desk.get_by_role("button", name="Eerder vragen").click()
    desk.get_by_role("button", name="Bewaar", exact=True).click()
    expect(desk.locator(".agreed")).to_contain_text("Lukt het niet, dan: Kees, daarna Mo")
    assert meeting.now.board.agreements[agreement].backups == (kees.id, mo.id)
    expect(screen.locator(".sheet.agreement")).to_contain_text("Kees, daarna Mo")
    phone = windows.phone()
    phone.enter(mo)
    expect(phone.now).to_contain_text("Lukt het Kees ook niet? Dan spring jij bij")
    expect(phone.now).to_contain_text("Kees, daarna jij")


def test_after_the_yes_one_says_it_in_own_words_or_skips_that(fien: Staff, windows: Windows, meeting: Meeting) -> None:
    agreement = meeting.agree(meeting.people["Riet"])
    phone, desk = windows.phone(), fien.desk(meeting.conference)
    phone.enter(meeting.people["Riet"])
    ask = phone.now.get_by_label("Zeg in je eigen woorden wat je gaat doen.")
    phone.now.get_by_role("button", name="Ja, ik doe dit").click()
    expect(ask).to_be_visible()
    phone.now.get_by_role("button", name="Sla over").click()
    expect(ask).to_have_count(0)
    phone.now.get_by_role("button", name="Zeg het in je eigen woorden").click()
    ask.fill("Ik bel, en anders fiets ik erheen.")
    phone.now.get_by_role("button", name="Verstuur").first.click()
    expect(ask).to_have_count(0)
    expect(phone.now.locator(".telling")).to_contain_text("Zo zei jij het: Ik bel, en anders fiets ik erheen.")
    expect(desk.locator(".told-back")).to_contain_text("Riet, in eigen woorden: Ik bel, en anders fiets ik erheen.")
    phone.now.locator(".telling").get_by_role("button", name="Neem terug").click()
    expect(desk.locator(".told-back")).to_have_count(0)
    assert meeting.now.board.agreements[agreement].answers[meeting.people["Riet"].id].told_back is None


def test_what_a_child_on_a_shared_phone_says_aloud_is_written_down_at_the_desk_and_stays_the_childs(
    fien: Staff, windows: Windows, meeting: Meeting
) -> None:
    noor = meeting.admitted("Noor", "child", phone=meeting.people["Riet"])
    agreement = meeting.agree(noor, backups=[meeting.people["Kees"].id])
    for who in (noor, meeting.people["Kees"]):
        meeting.do("answer_agreement", who, agreement=agreement, answer="yes")
    desk, phone = fien.desk(meeting.conference), windows.phone()
    expect(desk.locator(".told-aloud")).to_have_count(1)  # Kees has a phone of his own
    desk.get_by_text("Wat Noor hardop zegt").click()
    desk.locator("form[data-form=aloud] textarea").fill("Ik ga naar oma.")
    desk.get_by_role("button", name="Schrijf op").click()
    expect(desk.locator(".told-back")).to_have_text(
        "Noor, in eigen woorden: Ik ga naar oma. · hardop gezegd, hier opgeschreven"
    )
    phone.enter(meeting.people["Riet"], f"/m?person={noor.id}")
    expect(phone.now.locator(".telling")).to_contain_text("De procesbegeleider schreef dit voor je op.")
    phone.now.locator(".telling").get_by_role("button", name="Neem terug").click()
    expect(desk.locator(".told-back")).to_have_count(0)


def test_the_desk_notes_how_far_it_came_in_one_tap_and_takes_it_back(
    fien: Staff, windows: Windows, meeting: Meeting
) -> None:
    meeting.agree(meeting.people["Riet"])
    screen, desk, phone = fien.screen(meeting.conference), fien.desk(meeting.conference), windows.phone()
    phone.enter(meeting.people["Riet"])
    desk.locator(".agreed").get_by_text("Nog niet geoefend").click()
    desk.get_by_role("button", name="Geoefend", exact=True).click()
    expect(screen.locator(".sheet .proof")).to_have_text("Geoefend")
    desk.get_by_label("Wie vertelt het?").select_option(label="Riet")
    desk.get_by_role("button", name="Gelukt in het echt", exact=True).click()
    expect(screen.locator(".sheet .proof")).to_have_text("Gelukt in het echt: één keer")
    expect(phone.now.locator(".proven")).to_have_text("Gelukt in het echt: één keer")
    expect(desk.locator(".proof-notes")).to_contain_text("verteld door Riet")
    desk.get_by_role("button", name="Maak ongedaan: bij afspraak van Riet opgeschreven hoe ver die is").click()
    expect(screen.locator(".sheet .proof")).to_have_text("Geoefend")
