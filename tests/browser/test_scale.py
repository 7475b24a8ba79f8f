"""The safety scale in real windows: set unseen, shown together without names or with them, with faces for a child, and kept."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.windows import Lead, Phone, Staff, Windows
from tests.builders import Meeting


def phone_of(windows: Windows, meeting: Meeting, name: str, role: str) -> Phone:
    phone = windows.phone()
    phone.enter(meeting.admitted(name, role))
    return phone


def ready(page: Page, words: str) -> None:
    expect(page.locator(".counted")).to_have_text(words)


def test_everyone_sets_it_unseen_and_sees_it_together_session_after_session(
    windows: Windows, fien: Staff, meeting: Meeting, lead: Lead
) -> None:
    riet, sem = phone_of(windows, meeting, "Riet", "network"), phone_of(windows, meeting, "Sem", "child")
    screen, desk = fien.screen(meeting.conference), fien.desk(meeting.conference)
    lead.do("move_phase", phase="scale")
    desk.get_by_role("button", name="Vraag het cijfer").click()

    expect(riet.now).to_contain_text("Alleen de procesbegeleider ziet dan jouw naam erbij.")
    riet.now.get_by_role("button", name="4", exact=True).click()
    for page in (desk, screen):
        ready(page, "1 van 2 klaar")
    expect(desk.locator(".values, .dots")).to_have_count(0)
    sem.now.get_by_role("button", name="heel fijn").click()
    expect(sem.now).to_contain_text("Bewaard: jij koos “heel fijn”.")
    ready(screen, "2 van 2 klaar")
    desk.get_by_role("button", name="Laat de cijfers zien").click()
    expect(screen.locator(".big")).to_have_text("Van 4 tot 10. Wat maakt dat verschil?")
    expect(screen.locator(".bare i")).to_have_count(2)
    expect(screen.locator(".body")).not_to_contain_text("Riet")
    expect(desk.locator(".values li")).to_have_text(["4RRiet", "10SSem"])
    expect(riet.now.locator(".dots")).not_to_contain_text("Sem")

    desk.locator("[data-id=inside] summary").click()
    desk.get_by_role("button", name="Begin de volgende bijeenkomst").click()
    desk.get_by_role("button", name="Ja, begin bijeenkomst 2").click()
    again = desk.locator("[data-id=back-again]")
    expect(again).to_contain_text("Bijeenkomst 2: wie is er weer?")
    desk.get_by_role("button", name="Met namen").click()
    ready(screen, "0 van 0 klaar")
    again.get_by_role("button", name="Riet is er").click()
    ready(screen, "0 van 1 klaar")
    expect(again.locator("li")).to_have_text(["SSem"])
    desk.get_by_role("button", name="Sem is er").click()
    expect(again).to_have_count(0)
    expect(sem.now).to_contain_text("Iedereen ziet dan jouw naam erbij.")
    sem.now.get_by_text("Liever een cijfer").click()
    sem.now.get_by_role("button", name="7", exact=True).click()
    ready(screen, "1 van 2 klaar")
    desk.get_by_role("button", name="Laat de cijfers zien").click()
    expect(screen.locator(".dots")).to_have_count(2)
    expect(screen.locator(".dots").first).to_contain_text("Sem")
    expect(screen.locator(".dots.small")).to_contain_text("Bijeenkomst 1")
    expect(desk.locator(".travelled")).to_contain_text("4 · 10")
    expect(sem.now).to_contain_text("Bijeenkomst 1: een 10")
