"""The film on the cutting table: changed by hand, by key and by menu, live for everybody, and nothing that was said gets lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office, Somebody

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    meeting = office.meeting()
    meeting.do("move_phase", phase="film")
    meeting.do("set_road", straight=True)
    return meeting


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    return meeting.admitted("Riet", relation="oma")


@pytest.fixture
def table(fien: Staff, meeting: Meeting, riet: Somebody) -> Page:
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    desk.keyboard.press("f")
    expect(desk.locator(".cut")).to_have_count(len(meeting.scenes))
    return desk


def cut(table: Page, title: str) -> Locator:
    return table.locator(".cut", has=table.get_by_role("heading", name=title))


def drag(table: Page, what: Locator, where: Locator) -> None:
    """With the mouse, not yet let go."""
    start, end = what.bounding_box(), where.bounding_box()
    assert start
    assert end
    table.mouse.move(start["x"] + 12, start["y"] + 20)
    table.mouse.down()
    table.mouse.move(end["x"] + 60, end["y"] + 30, steps=5)


def test_helpers_and_cards_are_moved_by_hand_by_key_and_by_menu_and_escape_puts_them_back(
    table: Page, meeting: Meeting, riet: Somebody, lead: Lead
) -> None:
    kees = meeting.admitted("Kees", relation="buurman")
    card = meeting.say(riet, "risk", "De jas is zoek.")
    lead.do("note_help", person=kees.id, scene=meeting.scenes[1])  # the server hears of what the test did itself
    first, second = cut(table, "Jassen aan"), cut(table, "Onderweg")
    who = table.locator(".crew-one", has_text="Riet")
    # by hand, put back, and by hand
    drag(table, who, first)
    expect(first).to_have_class("cut here")
    lead.do("ask", question="risk")  # nothing is redrawn under the hand
    expect(table.locator(".ghost")).to_have_count(1)
    table.keyboard.press("Escape")
    table.mouse.up()
    expect(table.locator(".ghost")).to_have_count(0)
    expect(first.get_by_text("nog niemand")).to_be_visible()
    drag(table, who, first)
    table.mouse.up()
    expect(first.locator(".cut-help")).to_contain_text("Riet")
    expect(first.get_by_text("één persoon")).to_be_visible()
    # by key: picked up, put down
    first.get_by_role("button", name="Pak op: De jas is zoek.").press("Enter")
    table.keyboard.press("Enter")  # the first place is where the focus is
    expect(first.get_by_text("De jas is zoek.")).to_have_count(0)
    expect(table.locator(".montage [role=status]").first).to_have_text("Verplaatst: De jas is zoek.")
    assert lead.see()["cards"][card]["scene"] == meeting.scenes[1]
    # by menu: the same step; who is asked first
    second.get_by_label("Verplaats naar… De jas is zoek.").click()
    second.get_by_role("button", name="08:00 Jassen aan").click()
    expect(first.get_by_text("De jas is zoek.")).to_be_visible()
    lead.do("note_help", person=riet.id, scene=meeting.scenes[1])
    expect(second.locator(".cut-help li")).to_have_count(2)
    second.get_by_label("Verplaats naar… Riet").click()
    second.get_by_role("button", name="Als eerste vragen").click()
    expect(second.locator(".cut-help li").first).to_contain_text("Riet")


def finger(table: Page) -> Callable[..., None]:
    """A real touch, from the middle of one thing to the middle of another: not a mouse that is called one."""
    cdp = table.context.new_cdp_session(table)
    cdp.send("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def touch(kind: str, *points: tuple[float, float]) -> None:
        cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    def go(what: Locator, where: Locator, *, low: float = 0.5) -> None:
        (x, y), (to_x, to_y) = middle(what), middle(where, low=low)
        touch("touchStart", (x, y))
        for step in range(1, 9):
            touch("touchMove", (x + (to_x - x) * step / 8, y + (to_y - y) * step / 8))
        touch("touchEnd")

    return go


def middle(node: Locator, *, low: float = 0.5) -> tuple[float, float]:
    box = node.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] * low


def test_a_finger_moves_helpers_cards_and_scenes_by_the_grip_and_elsewhere_it_scrolls(
    table: Page, meeting: Meeting, riet: Somebody, lead: Lead
) -> None:
    mo = meeting.admitted("Mo", "parent")
    meeting.say(riet, "risk", "De jas is zoek.")
    for n in range(12):
        meeting.say(riet, "risk", f"Punt {n}: er wordt geschreeuwd.")
    lead.do("note_help", person=mo.id, scene=meeting.scenes[1])  # the server hears of what the test did itself
    go = finger(table)
    first, second = cut(table, "Jassen aan"), cut(table, "Onderweg")
    expect(second.locator(".cut-help li")).to_have_count(1)

    def grip(title: str) -> Locator:
        return table.get_by_role("button", name=f"Pak op: {title}", exact=True)

    go(grip("Riet"), second)
    expect(second.locator(".cut-help b")).to_have_text(["Mo", "Riet"])
    go(second.get_by_role("button", name="Pak op: Riet"), second.locator(".cut-help li").first)
    expect(second.locator(".cut-help b")).to_have_text(["Riet", "Mo"])
    go(grip("De jas is zoek."), second, low=0.9)
    expect(second.get_by_text("De jas is zoek.")).to_be_visible()
    go(first.get_by_text("Punt 3:"), first.get_by_text("Punt 0:"))  # a finger on the words
    table.wait_for_function("cut => cut.scrollTop > 60", arg=first.element_handle())
    expect(table.locator(".ghost")).to_have_count(0)
    go(grip("Jassen aan"), second)
    expect(table.locator(".cut h3")).to_contain_text(["Onderweg", "Jassen aan", "Bij het hek", "In de klas"])
    expect(first.locator(".cut-card")).to_have_count(12)


def test_scenes_come_change_move_and_go_live_and_their_cards_stay(
    table: Page, fien: Staff, meeting: Meeting, riet: Somebody, lead: Lead
) -> None:
    meeting.say(riet, "risk", "De jas is zoek.")
    lead.do("ask", question="risk")
    screen = fien.screen(meeting.conference)
    table.bring_to_front()  # the hand is there: a tab that lies behind draws once a second
    titles = screen.locator(".scene h3")
    expect(titles.first).to_have_text("Jassen aan")
    # a name, and a picture found by a word
    first = cut(table, "Jassen aan")
    first.get_by_label("Meer met scène 1").click()
    first.get_by_role("button", name="Naam, tijd, plaats en plaatje").click()
    form = table.locator(".shot-form")
    expect(form.get_by_label("Wat gebeurt er?")).to_be_focused()
    form.get_by_label("Wat gebeurt er?").fill("Schoenen zoeken")
    form.get_by_label("Zoek een plaatje").fill("schoen")
    expect(form.locator(".pick")).to_have_count(1)
    form.get_by_role("radio").check()
    lead.do("change_scene", scene=meeting.scenes[0], base=meeting.scenes[0], title="Tassen inpakken")
    form.get_by_role("button", name="Bewaar").click()
    expect(form.get_by_role("alert")).to_contain_text("Tassen inpakken")  # both are seen before one is chosen
    form.get_by_role("button", name="Neem die van mij").click()
    expect(titles.first).to_have_text("Schoenen zoeken")
    expect(screen.locator(".scene.current .picture")).to_have_attribute("src", "/face/pictograms/shoes.svg")
    # another place in the row, a new scene, and one that goes
    cut(table, "Schoenen zoeken").get_by_label("Meer met scène 1").click()
    table.get_by_role("button", name="Na Onderweg").click()
    expect(titles.nth(1)).to_have_text("Schoenen zoeken")
    table.get_by_role("button", name="Scène erbij").click()
    form.get_by_label("Wat gebeurt er?").fill("Even zwaaien")
    form.get_by_role("button", name="Bewaar").click()
    expect(titles.last).to_have_text("Even zwaaien")
    cut(table, "Schoenen zoeken").get_by_label("Meer met scène 2").click()
    table.get_by_role("button", name="Scène weghalen").click()
    expect(form.get_by_label("Hier staat 1 kaart. Naar welke scène gaat die?")).to_be_visible()
    form.get_by_role("button", name="Ja, weghalen").click()
    expect(screen.get_by_text("Schoenen zoeken")).to_have_count(0)
    expect(cut(table, "Onderweg").get_by_text("De jas is zoek.")).to_be_visible()
    table.keyboard.press("u")
    expect(titles.nth(1)).to_have_text("Schoenen zoeken")
    expect(cut(table, "Schoenen zoeken").get_by_text("De jas is zoek.")).to_be_visible()
