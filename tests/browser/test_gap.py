"""From a gap to a confirmed agreement: "nobody yet" at the desk, four taps, and two phones that say yes and tell back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Lead, Phone, Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

RISK = "De jongste is alleen thuis."
DONE = "Haalt de jongste op en blijft tot er iemand is."
MOST_TAPS = 4
"""On the desk. Typing is no tap; a choice in a list is one."""


class Finger:
    """The facilitator's, which counts."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, where: Locator) -> None:
        where.click()
        self.taps += 1


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """Sanne said where it can go wrong, and nobody offered anything; Riet, Fatma and Kees are free."""
    meeting = office.meeting()
    sanne = meeting.admitted("Sanne", "parent")
    for name in ("Riet", "Fatma", "Kees"):
        meeting.admitted(name)
    meeting.shown(sanne, "risk", RISK)
    meeting.do("move_phase", phase="film")
    return meeting


def phone_of(windows: Windows, meeting: Meeting, name: str) -> Phone:
    phone = windows.phone()
    phone.enter(meeting.people[name])
    return phone


def says_yes_and_tells_back(phone: Phone, words: str) -> None:
    phone.now.get_by_role("button", name="Ja, ik doe dit").click()
    phone.now.get_by_label("Zeg in je eigen woorden wat je gaat doen.").fill(words)
    phone.now.get_by_role("button", name="Verstuur").first.click()
    expect(phone.now.locator(".telling")).to_contain_text(f"Zo zei jij het: {words}")


def test_in_four_taps_nobody_yet_becomes_an_agreement_that_doer_and_back_up_confirm(
    fien: Staff, windows: Windows, meeting: Meeting, lead: Lead
) -> None:
    riet, fatma = phone_of(windows, meeting, "Riet"), phone_of(windows, meeting, "Fatma")
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    expect(screen.locator(".scene.current .cover")).to_contain_text("nog niemand")
    point = desk.locator(".risk-point", has_text=RISK)
    finger = Finger()
    finger.tap(point.get_by_role("button", name="Riet in de afspraak"))
    form = desk.locator("form.agree")
    expect(form.locator("textarea[name=what]")).to_have_value("")
    form.locator("textarea[name=what]").fill(DONE)
    finger.tap(form.get_by_role("button", name="Fatma in de afspraak"))
    expect(form.locator(".could")).to_contain_text("Tik op wie erop let:")
    finger.tap(form.get_by_role("button", name="Kees in de afspraak"))
    expect(form.locator("textarea[name=notice]")).to_have_value("Kees vraagt na of het gelukt is.")
    finger.tap(form.get_by_role("button", name="Bewaar", exact=True))
    expect(form).to_have_count(0)
    assert finger.taps <= MOST_TAPS

    lead.do("move_phase", phase="agreements")
    says_yes_and_tells_back(riet, "Ik fiets erheen.")
    says_yes_and_tells_back(fatma, "Ik ga als Riet niet kan.")
    sheet = screen.locator(".sheet.agreement")
    expect(sheet).to_contain_text(DONE)
    expect(sheet.locator(".answer.yes")).to_have_count(2)
    expect(desk.locator(".told-back li")).to_have_count(2)
    lead.do("move_phase", phase="film")
    expect(screen.locator(".scene.current .cover")).not_to_contain_text("nog niemand")
    nobody_is_missed(desk, point)


def nobody_is_missed(desk: Page, point: Locator) -> None:
    """At the risk point stands who does it, and the list of what is still to do asks nobody for it."""
    desk.get_by_role("tab", name="Te doen").click()
    expect(desk.locator("[data-id=todo-must_look_at]")).to_be_visible()
    expect(desk.locator("[data-id=todo-nobody]")).to_have_count(0)
    desk.get_by_role("tab", name="Scène").click()
    expect(point.locator(".made")).to_contain_text(f"Riet {DONE}")
    expect(point).not_to_contain_text("Nog geen afspraak")
    expect(point.locator(".could")).to_have_count(0)


def test_who_could_take_over_on_a_day_without_the_doer_becomes_the_back_up(fien: Staff, meeting: Meeting) -> None:
    risk = next(card.id for card in meeting.now.board.cards.values() if card.on_board and card.kind == "risk")
    agreement = meeting.agree(meeting.people["Riet"], risks=[risk])
    desk = fien.desk(meeting.conference)
    desk.get_by_role("tab", name="Te doen").click()
    desk.get_by_text("Uitvaltest: een dag zonder").click()
    desk.locator(".drop-people").get_by_role("button", name="Riet").click()
    desk.locator(".drop-day").get_by_role("button", name="Fatma in de afspraak").click()
    form = desk.locator("form.agree")
    expect(form.get_by_role("heading", name="Afspraak aanpassen")).to_be_visible()
    form.locator("select[name=who]").select_option(label="Fatma")  # the two change places
    expect(form.locator("select[name=backup]")).to_have_value(meeting.people["Riet"].id)
    form.locator("select[name=who]").select_option(label="Riet")
    form.get_by_role("button", name="Bewaar", exact=True).click()
    expect(form).to_have_count(0)
    made = meeting.now.board.agreements[agreement]
    assert made.hands == (meeting.people["Riet"].id, meeting.people["Fatma"].id)
