"""A whole meeting led at the desk without a mouse: what a facilitator does from the first who comes in until the door closes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

WORRY = "De jongste slaapt slecht."
SAME = "Sem wordt vaak wakker."
TAB_FAR = 60


@pytest.fixture
def meeting(office: Office) -> Meeting:
    return office.meeting()


@pytest.fixture
def desk(fien: Staff, meeting: Meeting) -> Page:
    for name in ("Riet", "Noor", "Mo"):
        meeting.people[name] = meeting.join(name)
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_text("3 mensen wachten")).to_be_visible()
    return desk


def keys(desk: Page, *pressed: str) -> None:
    for key in pressed:
        desk.keyboard.press(key)


def write(desk: Page, text: str, *then: str) -> None:
    """Over what stands in the box that has the focus."""
    keys(desk, "Control+a")
    desk.keyboard.type(text)
    keys(desk, *then)


def tab_to(desk: Page, node: Locator) -> None:
    for _ in range(TAB_FAR):
        if node.evaluate("node => node.getRootNode().activeElement === node"):
            return
        desk.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {node}")


def card(desk: Page, text: str) -> Locator:
    return desk.locator(".inbox [data-card]", has=desk.locator(".in-words", has_text=text))


def test_a_whole_meeting_is_led_by_keyboard_alone(desk: Page, meeting: Meeting, lead: Lead) -> None:
    people_come_in(desk, lead)
    worries_are_handled(desk, meeting, lead)
    the_film_is_led(desk, meeting, lead)
    the_film_is_changed(desk, meeting, lead)
    an_agreement_is_made(desk, lead)
    a_number_is_asked(desk, meeting, lead)
    the_evening_ends(desk, lead)


def people_come_in(desk: Page, lead: Lead) -> None:
    keys(desk, "o", "Tab")
    write(desk, "oma", "Enter")
    expect(desk.get_by_text("2 mensen wachten")).to_be_visible()
    for left in ("ArrowLeft", "ArrowLeft+ArrowLeft"):
        waiting = desk.locator(".lobby li").count()
        keys(desk, "o", *left.split("+"), "Enter")
        expect(desk.locator(".lobby li")).to_have_count(waiting - 1)
    roles = {person["name"]: (person["role"], person["relation"]) for person in lead.see()["people"].values()}
    assert roles == {"Riet": ("network", "oma"), "Noor": ("child", None), "Mo": ("parent", None)}


def worries_are_handled(desk: Page, meeting: Meeting, lead: Lead) -> None:
    riet, noor, mo = (meeting.people[name] for name in ("Riet", "Noor", "Mo"))
    first, second = meeting.say(riet, "worry", WORRY), meeting.say(mo, "worry", SAME)
    huur, dark = meeting.say(riet, "worry", "De huur is te hoog."), meeting.say(noor, "worry", "Het is donker.")
    keys(desk, "3")
    expect(desk.get_by_role("alertdialog", name="Dit brengt 3 mensen naar")).to_be_visible()
    keys(desk, "Enter")
    expect(card(desk, WORRY)).to_be_visible()
    keys(desk, "j", "w")
    write(desk, "Sem is overdag moe. s a x", "Tab", "Enter")  # what is typed is no command
    expect(card(desk, WORRY).locator(".clearer")).to_contain_text("Sem is overdag moe. s a x")
    expect(card(desk, WORRY)).to_be_focused()
    keys(desk, "r")
    write(desk, "Dank je, Riet.", "Tab", "Enter")
    expect(card(desk, WORRY)).to_contain_text("Dank je, Riet.")
    expect(card(desk, WORRY)).to_be_focused()
    keys(desk, "j", "m", "Tab", "Enter")
    expect(card(desk, WORRY)).to_contain_text(SAME)
    expect(card(desk, "De huur is te hoog.")).to_be_focused()
    keys(desk, "x")
    write(desk, "Daar helpt het wijkteam bij.", "Tab", "Enter")
    expect(desk.get_by_text("Parkeerplaats: 1")).to_be_visible()
    expect(card(desk, "Het is donker.")).to_be_focused()
    keys(desk, "y")
    expect(card(desk, "Het is donker.").get_by_role("button", name="Zonder naam")).to_be_visible()
    keys(desk, "v", "End", "Tab", "Enter")
    expect(card(desk, "Het is donker.")).to_contain_text("In de klas")
    expect(card(desk, "Het is donker.")).to_be_focused()
    keys(desk, "a")
    expect(card(desk, WORRY)).to_be_focused()
    keys(desk, "s")
    expect(desk.get_by_text("Op het scherm: 2")).to_be_visible()
    cards = lead.see()["cards"]
    assert [cards[one]["on_board"] for one in (first, dark, huur)] == [True, True, False]
    assert cards[second]["behind"] == first
    assert cards[dark]["scene"] == meeting.scenes[-1]
    keys(desk, "z", "l")
    expect(desk.locator(".lit")).to_contain_text("Het is donker.")
    keys(desk, "l", "i")
    expect(desk.get_by_text("Op het scherm: 1")).to_be_visible()


def the_film_is_led(desk: Page, meeting: Meeting, lead: Lead) -> None:
    scenes, question = desk.locator(".scene-list > li"), desk.locator(".rudder .question-now")
    keys(desk, "5", "Enter")
    expect(desk.get_by_role("button", name="5 De film")).to_have_attribute("aria-current", "step")
    for key, scene in (("ArrowRight", 1), ("End", 3), ("ArrowLeft", 2), ("Home", 0)):
        keys(desk, key)
        expect(scenes.nth(scene)).to_have_class("now")
    keys(desk, "n")
    expect(question.last).to_have_text("Waar kan het misgaan?")
    talked, not_yet = scenes.nth(0).get_by_title("besproken", exact=True), scenes.nth(0).get_by_role("button").nth(1)
    for key, seen in (("t", talked), ("u", not_yet), ("Shift+U", talked)):
        keys(desk, key)
        expect(seen).to_be_visible()
    for key, said in (("p", "Stoppen"), (" ", "Afspelen"), ("b", "Pauze uit"), ("b", "Schermpauze")):
        keys(desk, key)
        expect(desk.get_by_role("button", name=said, exact=True)).to_be_visible()
    keys(desk, "c", "ArrowDown", "Enter")
    expect(question.first).to_have_text("Nog 3 minuten")
    keys(desk, "+")
    expect(question.first).to_have_text("Nog 4 minuten")
    keys(desk, "c")
    expect(desk.locator(".timer")).to_have_count(0)
    keys(desk, "e")
    expect(desk.get_by_text("0 van 3 klaar")).to_be_visible()
    keys(desk, "e", "q")
    expect(desk.get_by_role("switch", name="Kaarten meteen op het scherm aan")).to_be_visible()
    expect(desk.get_by_text("0 van 3 klaar")).to_have_count(0)


def the_film_is_changed(desk: Page, meeting: Meeting, lead: Lead) -> None:
    riet, mo = meeting.people["Riet"], meeting.people["Mo"]
    risk = meeting.say(riet, "risk", "De jas is zoek.")
    meeting.say(riet, "safeguard", "De jas hangt klaar.", risk=risk)
    for who in (riet, mo):
        meeting.say(who, "help_step_in", None, scene=meeting.scenes[0])
    titles = desk.locator(".cut h3")
    keys(desk, "f", "j", "w")
    expect(desk.get_by_label("Wat gebeurt er?")).to_be_focused()
    write(desk, "Schoenen zoeken", "Enter")
    expect(titles.first).to_contain_text("Schoenen zoeken")
    expect(desk.locator(".cut").first).to_be_focused()
    keys(desk, "Shift+S")
    write(desk, "Even zwaaien", "Enter")
    expect(titles.last).to_contain_text("Even zwaaien")
    expect(desk.locator(".shot-form")).to_have_count(0)
    keys(desk, "j", "v", "ArrowDown", "Enter")  # the first place after its own
    expect(titles.nth(1)).to_contain_text("Schoenen zoeken")
    helpers = desk.locator(".cut-help b")
    expect(helpers).to_have_text(["Riet", "Mo"])
    tab_to(desk, desk.locator(".cut-help").get_by_role("button", name="Pak op: Mo"))
    keys(desk, "Enter")
    expect(desk.get_by_role("button", name="Zet hiervoor: Riet")).to_be_visible()
    tab_to(desk, desk.get_by_role("button", name="Zet hiervoor: Riet"))
    keys(desk, "Enter")
    expect(helpers).to_have_text(["Mo", "Riet"])
    keys(desk, "f")


def an_agreement_is_made(desk: Page, lead: Lead) -> None:
    keys(desk, "g", "Shift+A")
    form = desk.locator("form.agree")
    expect(form.get_by_label("Wat gebeurt er?")).to_have_value("De jas hangt klaar.")
    tab_to(desk, form.get_by_role("button", name="Bewaar"))
    keys(desk, "Enter")
    expect(desk.locator(".side .made")).to_contain_text("De jas hangt klaar.")
    [agreement] = lead.see()["agreements"].values()
    assert agreement["what"] == "De jas hangt klaar."


def a_number_is_asked(desk: Page, meeting: Meeting, lead: Lead) -> None:
    keys(desk, "4", "Enter")
    expect(desk.get_by_role("tab", name="Cijfer")).to_have_attribute("aria-selected", "true")
    keys(desk, "Shift+C")
    expect(desk.get_by_text("0 van 3 klaar")).to_be_visible()
    meeting.do("set_scale", meeting.people["Riet"], value=4)
    lead.do("ask", question="risk")  # the server hears of what the test did itself
    expect(desk.get_by_text("1 van 3 klaar")).to_be_visible()
    keys(desk, "Shift+C")
    expect(desk.locator(".values")).to_contain_text("Riet")


def the_evening_ends(desk: Page, lead: Lead) -> None:
    keys(desk, "g", "ArrowLeft")
    expect(desk.get_by_role("tab", name="Afspraken")).to_be_focused()
    keys(desk, "?")
    expect(desk.get_by_role("dialog", name="Toetsen")).to_contain_text("Laatste stap ongedaan maken")
    keys(desk, "Escape")
    expect(desk.get_by_role("tab", name="Afspraken")).to_be_focused()
    keys(desk, "d")
    expect(desk.get_by_role("button", name="Open de deur")).to_be_visible()
    assert lead.see()["door"]["open"] is False


def test_letters_are_no_keys_in_a_browser_where_somebody_switched_them_off(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    meeting.do("move_phase", phase="film")
    meeting.admitted("Riet")
    screen = fien.screen(meeting.conference)
    scene, letters = screen.locator(".scene.current h3"), "Letters en tekens zijn toetsen"
    expect(scene).to_have_text("Jassen aan")
    keys(screen, "?", "Tab", " ")
    expect(screen.get_by_role("switch", name=letters)).not_to_be_checked()
    keys(screen, "Escape", "b", "p", "n", "t", ".", "ArrowRight")
    expect(scene).to_have_text("Onderweg")
    desk = fien.desk(meeting.conference)  # another window of the same browser knows
    expect(desk.get_by_role("button", name="Schermpauze")).not_to_have_attribute("aria-keyshortcuts", "B")
    now = lead.see()
    keys(desk, "d", "b", "5", "q", "u", "?", "n")
    keys(desk, "F6")
    expect(desk.get_by_role("button", name="5 De film")).to_be_focused()
    keys(desk, "Shift+F6")
    expect(desk.get_by_role("tab", name="Scène")).to_be_focused()
    keys(desk, "F1", "Tab")
    assert lead.see() == now
    assert (now["now"]["paused"], now["now"]["playing"], now["now"]["question"]) == (False, False, "strength")
    keys(desk, " ", "Escape")
    expect(desk.get_by_role("button", name="Schermpauze")).to_have_attribute("aria-keyshortcuts", "B")
    keys(screen, "n")  # and so does the first
    expect(screen.locator(".question")).to_have_text("Waar kan het misgaan?")


def test_whatever_has_no_key_of_its_own_gets_a_letter(desk: Page, meeting: Meeting, lead: Lead) -> None:
    for key in (",", "F2"):
        lead.do("set_road", straight=key == "F2")
        keys(desk, key)
        expect(desk.locator(".hints kbd").first).to_be_visible()
        plan = desk.get_by_role("button", name="Plan", exact=True).or_(desk.get_by_role("tab", name="Plan", exact=True))
        letter = letter_of(plan)
        keys(desk, *letter)
        expect(desk.get_by_role("tab", name="Plan", exact=True)).to_have_attribute("aria-selected", "true")
        expect(desk.locator(".hints kbd")).to_have_count(0)
        keys(desk, "g")
    keys(desk, ",", "Escape", "d")
    expect(desk.get_by_role("button", name="Open de deur")).to_be_visible()


LETTER_AT = """control => {
    const { x, y } = control.getBoundingClientRect();
    return [...control.getRootNode().querySelectorAll(".hints kbd")].find((letter) => {
        const there = letter.getBoundingClientRect();
        return Math.abs(there.x - x) < 8 && Math.abs(there.y - y) < 8;
    })?.innerText.toLowerCase() ?? "";
}"""
"""In one look: the desk may be drawn anew at any moment."""


def letter_of(control: Locator) -> str:
    """The letters that stand at this control."""
    letters: str = control.evaluate(LETTER_AT)
    assert letters, "no letter stands there"
    return letters
