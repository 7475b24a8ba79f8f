"""How it went: walked at the desk by key, in the words and the picture that the room had, and nothing is led by looking."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    return office.meeting()


def test_the_meeting_is_walked_again_by_key_and_what_was_taken_back_stays_away(
    fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    riet = meeting.admitted("Riet", relation="oma")
    meeting.do("move_phase", phase="film")
    meeting.do("set_road", straight=True)
    meeting.say(riet, "risk", "De jas is zoek.")
    gone = meeting.say(riet, "risk", "Dit neem ik terug.")
    meeting.say(riet, "strength", "Ze eten samen.", scene=meeting.scenes[0])
    meeting.do("take_back", riet, card=gone)
    lead.do("ask", question="risk")
    desk = fien.desk(meeting.conference)
    expect(desk.get_by_role("heading", name="Regie")).to_be_visible()
    desk.keyboard.press("h")
    history = desk.get_by_role("dialog", name="Zo ging het")
    told = history.locator(".told")
    expect(told).to_contain_text("De film Naar school kwam erbij")
    slider = history.get_by_label("Welke stap")
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    slider.focus()
    said = []
    for _ in range(int(slider.get_attribute("max") or "0")):
        desk.keyboard.press("ArrowRight")
        said.append(told.locator("span").inner_text())
    assert said == [
        "Riet kwam binnen",
        "We gingen naar: De film",
        "Riet: Kan misgaan",
        "Riet: Gaat goed",
        "De vraag was: Waar kan het misgaan?",
    ]
    expect(history.locator(".replay .card")).to_have_count(2)
    frames = [url for url in asked if "/api/view" in url]
    assert len(frames) == len(said)
    assert all("&since=" in url for url in frames)  # only what is otherwise than one step before
    desk.keyboard.press("Home")
    expect(history.locator(".replay .card")).to_have_count(0)
    expect(history.locator(".replay").get_by_text("Wat gaat hier goed?")).to_have_count(
        0
    )  # everybody was at the welcome
    lead.do("set_road", straight=False)
    expect(desk.locator("[role=switch]", has_text="Kaarten meteen op het scherm")).to_have_attribute(
        "aria-checked", "false"
    )  # the desk under it was drawn anew
    before = lead.see()["seq"]
    history.get_by_role("button", name="Afspelen").click()
    expect(history.locator(".replay .card").first).to_be_visible()
    desk.keyboard.press("n")
    desk.keyboard.press("Escape")
    expect(history).to_have_count(0)
    assert lead.see()["seq"] == before
    expect(desk.get_by_role("button", name="Bekijk hoe het ging")).to_be_focused()
