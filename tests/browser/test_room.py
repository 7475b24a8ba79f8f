"""The heart of it: join, say, see it on the board; and nothing that was kept is gone after a power cut."""

from __future__ import annotations

import logging
import time

from playwright.sync_api import expect

from tests.browser.serving import Server
from tests.browser.windows import Windows
from tests.builders import Office

CEILING = 3.0


def test_what_a_phone_says_stands_on_the_shared_screen_without_a_tap_there(office: Office, windows: Windows) -> None:
    meeting = office.meeting()
    meeting.do("move_phase", phase="film")
    meeting.do("ask", question="risk")
    meeting.do("set_road", straight=True)
    fien = windows.staff(office.facilitator.name)
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    expect(screen.get_by_text("Jassen aan").first).to_be_visible()

    oma = windows.phone()
    oma.join("Oma Riet", meeting.code)
    desk.get_by_text("Oma Riet").first.wait_for()
    desk.get_by_role("button", name="Laat binnen").first.click()
    expect(oma.page.get_by_role("heading", name="Waar kan het hier misgaan?")).to_be_visible()

    expect(oma.page.get_by_text("Dit komt meteen op het grote scherm.")).to_be_visible()
    began = time.monotonic()
    oma.say("Er wordt geschreeuwd in de gang.")
    screen.get_by_text("Er wordt geschreeuwd in de gang.").first.wait_for(timeout=CEILING * 1000)
    took = time.monotonic() - began
    logging.info("phone → shared screen: %.0f ms", took * 1000)
    assert took < CEILING
    oma.kept("Er wordt geschreeuwd in de gang.")


def test_after_kill_9_nothing_kept_is_gone_and_phones_go_on_without_a_tap(
    office: Office, windows: Windows, server: Server
) -> None:
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    meeting.do("set_road", straight=True)
    oma = windows.phone()
    oma.join("Oma Riet", meeting.code)
    fien = windows.staff(office.facilitator.name)
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    desk.get_by_role("button", name="Laat binnen").first.click()
    expect(oma.page.locator("#text")).to_be_visible()
    oma.say("Ik maak me zorgen over de nacht.")
    oma.kept("Ik maak me zorgen over de nacht.")

    server.kill()
    oma.say("En over het weekend.")
    expect(oma.said("En over het weekend.")).to_be_visible()
    expect(oma.said("En over het weekend.")).not_to_contain_text("Bewaard")
    server.start()

    oma.kept("En over het weekend.")
    for worry in ("Ik maak me zorgen over de nacht.", "En over het weekend."):
        expect(screen.locator(".card-words", has_text=worry)).to_have_count(1)
    kept = [card["text"] for card in meeting.screen()["cards"].values()]
    assert kept == ["Ik maak me zorgen over de nacht.", "En over het weekend."]
