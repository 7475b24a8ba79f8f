"""The desk's list of what is still to do, live; and a day without somebody, looked at by the desk alone, then by all."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office, Somebody

pytestmark = pytest.mark.browser

SHOUTING = "Er wordt geschreeuwd."
ALONE = "De jongste is alleen."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    return office.meeting()


@pytest.fixture
def people(meeting: Meeting) -> tuple[Somebody, Somebody]:
    return meeting.admitted("Riet"), meeting.admitted("Bas")


def todo(fien: Staff, meeting: Meeting) -> Page:
    desk = fien.desk(meeting.conference)
    desk.get_by_role("tab", name="Te doen").click()
    return desk


def test_what_is_still_to_do_goes_away_as_it_is_done(
    fien: Staff, meeting: Meeting, lead: Lead, people: tuple[Somebody, Somebody]
) -> None:
    riet, bas = people
    risk = meeting.shown(riet, "risk", SHOUTING)
    desk = todo(fien, meeting)
    first = desk.locator("[data-id=todo-must_look_at]")
    nobody = first.locator("[data-id=todo-nobody]")
    expect(nobody).to_contain_text("is er op dit punt nog niemand.")
    expect(nobody).to_contain_text(SHOUTING)
    free = nobody.locator(".could-be", has_text="Heeft hier nog niets te doen:")
    expect(free.get_by_role("button")).to_have_text(["Riet", "Bas"])
    expect(nobody).to_contain_text("Vraag wie kan bijspringen, en wie als tweede.")
    nobody.get_by_role("button", name="Afspraak maken").click()
    expect(desk.locator("form.agree")).to_contain_text(SHOUTING)
    desk.locator("form.agree").get_by_role("button", name="Terug").click()
    said = {"what": "Belt aan.", "when": "Elke dag om acht uur.", "notice": "Stuurt een duim."}
    lead.do("make_agreement", **said, who=riet.id, backups=[bas.id], risks=[risk])
    expect(nobody).to_have_count(0)
    desk.get_by_role("button", name="Naar de bodemeis").first.click()
    expect(desk.get_by_role("tab", name="Plan")).to_have_attribute("aria-selected", "true")
    expect(desk.locator(".judged li").first).to_be_focused()


def test_a_day_without_somebody_shows_what_has_nobody_then_and_only_the_desk_looks_there(
    fien: Staff, meeting: Meeting, people: tuple[Somebody, Somebody]
) -> None:
    riet, bas = people
    later = meeting.shown(riet, "risk", ALONE, scene=meeting.scenes[1])
    meeting.agree(riet, risks=[later])
    meeting.say(bas, "help_keep_watch", None, scene=meeting.scenes[1])
    desk = todo(fien, meeting)
    desk.get_by_text("Uitvaltest: een dag zonder").click()
    chosen = desk.locator(".drop-people").get_by_role("button", name="Riet")
    chosen.click()
    day = desk.locator(".drop-day")
    expect(day).to_contain_text("Een dag zonder Riet: op 1 punt is dan niemand")
    expect(day).to_contain_text("hier is dan niemand")
    expect(day).to_contain_text(ALONE)
    day.get_by_role("button", name="Naar de scène").click()
    expect(desk.locator(".peeking")).to_contain_text("Alleen jij kijkt nu naar deze scène.")
    expect(desk.locator(".risk-point", has_text=ALONE).get_by_role("button")).to_be_focused()
    assert meeting.now.board.now.scene != meeting.scenes[1]
    desk.get_by_role("tab", name="Te doen").click()
    chosen.click()
    expect(day).to_have_count(0)


def test_the_day_without_somebody_goes_on_the_screen_when_the_facilitator_says_so(
    fien: Staff, meeting: Meeting, lead: Lead, people: tuple[Somebody, Somebody]
) -> None:
    riet, _ = people
    for who in people:
        meeting.shown(who, "help_step_in", None, scene=meeting.scenes[0])
    meeting.shown(riet, "help_step_in", None, scene=meeting.scenes[1])
    lead.do("move_phase", phase="agreements")
    screen, desk = fien.screen(meeting.conference), todo(fien, meeting)
    desk.get_by_text("Uitvaltest: een dag zonder").click()
    desk.locator(".drop-people").get_by_role("button", name="Riet").click()
    desk.get_by_role("button", name="Laat zien op het scherm").click()
    expect(screen.locator(".day-without")).to_have_text("Een dag zonder Riet")
    first, second = (screen.locator(f".scene[data-id='{scene}']") for scene in meeting.scenes[:2])
    expect(first.locator(".helper.absent")).to_have_text(re.compile("Riet.*er niet"))
    expect(first.locator(".left-then")).to_have_text("Wie er dan is: Bas")
    expect(first.locator(".cover")).to_contain_text("één persoon")
    expect(second.locator(".helper.absent")).to_contain_text("er niet")
    expect(second.locator(".cover")).to_contain_text("nog niemand")
    expect(desk.locator(".drop-screen")).to_contain_text("Dit staat nu op het scherm.")
    desk.locator("[data-id=stop-without]").click()
    expect(screen.locator(".day-without")).to_have_count(0)
    expect(screen.locator(".body.papers")).to_be_visible()
    expect(desk.locator("[data-id=undo]")).to_contain_text("een dag zonder iemand van het scherm gehaald")


def test_from_a_scene_of_the_film_one_tap_leads_to_what_is_to_do_there(
    fien: Staff, meeting: Meeting, people: tuple[Somebody, Somebody]
) -> None:
    meeting.shown(people[0], "risk", SHOUTING)
    desk = fien.desk(meeting.conference)
    first, second = (desk.locator(f".scene-list li[data-id='{scene}']") for scene in meeting.scenes[:2])
    expect(first.locator(".mark-first")).to_have_text("2 eerst")
    expect(first.locator(".mark-also")).to_have_text("2 ook")
    expect(second.locator(".todo-mark")).to_have_text(re.compile("1 eerst"))
    first.locator(".todo-mark").click()
    panel = desk.locator("[data-id=panel-todo]")
    expect(panel).to_contain_text(SHOUTING)
    expect(panel.locator(".todo")).to_have_count(4)
    expect(panel.locator(".drop-out")).to_have_count(0)
    everything = panel.get_by_role("button", name="Alles wat te doen is")
    expect(everything).to_be_focused()
    everything.click()
    expect(panel.locator(".drop-out")).to_be_visible()


def test_what_is_to_do_goes_on_the_screen_without_anybody_in_it_when_the_facilitator_says_so(
    fien: Staff, meeting: Meeting, lead: Lead, people: tuple[Somebody, Somebody]
) -> None:
    riet, _ = people
    risk = meeting.shown(riet, "risk", SHOUTING)
    meeting.agree(riet, risks=[risk])
    lead.do("move_phase", phase="film")
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    now = screen.locator(".scene.current")
    expect(now.locator(".cover")).to_contain_text("één persoon")
    expect(now.locator(".helper.agreed")).to_have_text(re.compile("Riet.*afspraak"))
    expect(screen.locator(".for-all")).to_have_count(0)
    desk.get_by_role("switch", name="Laat op het scherm zien wat er nog te doen is").click()
    expect(now.locator(".for-all li")).to_have_text(["Nog niet besproken"])
    expect(screen.locator(".scene:not(.current) .for-all-count").first).to_have_text("nog 1 te doen")
    desk.locator("[data-id=undo]").click()
    expect(screen.locator(".for-all")).to_have_count(0)


WIDER = """panel => [...panel.querySelectorAll("*")].filter((one) => {
  const [a, b] = [one.getBoundingClientRect(), panel.getBoundingClientRect()];
  const spills = getComputedStyle(one).display !== "inline" && one.scrollWidth > one.clientWidth + 1;
  return one.checkVisibility() && a.width > 1 && !one.closest(".sr") && (spills || a.right > b.right + 1 || a.left < b.left - 1);
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 30)}`)"""
"""What is wider than the panel, or holds words that are wider than itself."""


def test_long_words_stay_within_the_list(fien: Staff, office: Office) -> None:
    long = "“Kindercarnavalsoptochtvoorbereidingswerkzaamhedencomitéleden”"
    meeting = office.meeting(library=None)
    meeting.do("add_routine", library="naar-school", scenes=[{"title": long}] * 4)
    meeting.do("open_door")
    riet = meeting.admitted(long[1:-1])
    meeting.shown(riet, "risk", long, scene=meeting.scenes[0])
    alone = meeting.shown(riet, "risk", long, scene=meeting.scenes[1])
    meeting.agree(riet, risks=[alone])
    desk = todo(fien, meeting)
    desk.get_by_text("Uitvaltest: een dag zonder").click()
    desk.locator(".drop-people").get_by_role("button").first.click()
    expect(desk.locator(".drop-scene")).to_be_visible()
    for width, height in ((1920, 1080), (1366, 768)):
        desk.set_viewport_size({"width": width, "height": height})
        assert desk.locator("[data-id=panel-todo]").evaluate(WIDER) == []
    desk.locator(".scene-list .todo-mark").first.click()
    expect(desk.locator(".todo-at")).to_be_visible()
    assert desk.locator("[data-id=panel-todo]").evaluate(WIDER) == []
    assert desk.locator(".rudder").evaluate(WIDER) == []
