"""Between two meetings: by the own link, one tap without wifi, kept once; who watches confirms, and the desk sees it climb."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from babel.dates import format_date
from playwright.sync_api import expect

from sos_core.domain.kinds import Look
from sos_core.i18n import locale_of
from sos_core.services.own_links import make_door_link
from tests.browser.access import barriers
from tests.browser.windows import Lead, Staff, Windows
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """The meeting is over: a plan stands by which Riet calls and Sem watches."""
    meeting = office.meeting()
    riet, sem = meeting.admitted("Riet"), meeting.admitted("Sem")
    meeting.agree(riet, what="Belt aan.", when="Elke dag om 20.30 uur.", monitor=sem.id)
    meeting.adopted()
    meeting.do("close_door")
    return meeting


def test_by_the_own_link_it_is_told_in_one_tap_without_wifi_and_confirmed_by_who_watches(
    meeting: Meeting, windows: Windows, lead: Lead, fien: Staff
) -> None:
    riet, sem = windows.phone(), windows.phone()
    token = make_door_link(meeting.house, meeting.facilitator, meeting.conference, meeting.people["Riet"].id)
    riet.page.goto(f"/m#l={token}")
    riet.page.get_by_role("button", name="Meedoen").click()
    report = riet.page.locator("#mine [data-k=report]")
    expect(report).to_contain_text("Dit lezen: jij, Sem en de procesbegeleider.")
    expect(riet.page.locator("#mine")).to_contain_text("Bel 112.")
    assert barriers(riet.page, "between") == []
    riet.context.set_offline(True)
    report.get_by_role("button", name="gelukt").click()
    expect(report.get_by_role("button", name="gelukt")).to_have_attribute("aria-pressed", "true")
    expect(report).to_contain_text("Nog niet bewaard.")
    riet.context.set_offline(False)
    expect(report).to_contain_text("Tot nu toe zei jij: 1 keer gelukt")
    report.locator("summary").first.click()
    report.get_by_role("textbox").fill("Het was gezellig.")
    report.get_by_role("button", name="Verstuur").click()
    expect(report.locator(".said")).to_have_text("Het was gezellig.")
    expect(report).to_contain_text("1 keer gelukt")
    sem.enter(meeting.people["Sem"])
    other = sem.page.locator("#mine .report")
    expect(other).to_contain_text("Riet zegt: gelukt.")
    expect(other).to_contain_text("Het was gezellig.")
    other.get_by_role("button", name="Ja, dat klopt").click()
    expect(other).to_contain_text("Jij zei: dat klopt.")
    expect(riet.page.locator("#mine .proven")).to_be_visible()
    assert [one["proof"]["worked"] for one in lead.see()["agreements"].values()] == [1]
    desk = fien.desk(meeting.conference)
    desk.get_by_role("tab", name="Evaluatie").click()
    expect(desk.locator("[data-id=reported]")).to_contain_text("gelukt: 1")
    report.get_by_role("button", name="niet", exact=True).click()
    expect(desk.locator("[data-id=reported]")).to_contain_text("niet: 1")
    report.get_by_role("button", name="Spreek dit af").click()
    expect(other).to_contain_text("Riet praat hierover met jou.")
    other.get_by_role("button", name="Het gesprek is geweest").click()
    expect(report).to_contain_text("Dit gesprek is geweest")


def test_without_javascript_the_same_is_said_with_forms(meeting: Meeting, windows: Windows, lead: Lead) -> None:
    phone = windows.phone(java_script_enabled=False)
    phone.enter(meeting.people["Riet"], "/m?lang=en")
    report = phone.page.locator("#mine .report")
    expect(report).to_contain_text("Who reads this: you, Sem and the facilitator.")
    report.get_by_role("button", name="not", exact=True).click()
    expect(report.get_by_role("button", name="not", exact=True)).to_have_attribute("aria-pressed", "true")
    report.get_by_role("button", name="Agree on this").click()
    expect(report).to_contain_text("Riet talks to Sem about this.")
    report.get_by_role("button", name="The talk took place").click()
    expect(report).to_contain_text("This talk took place")


@pytest.mark.parametrize("script", [True, False])
def test_before_the_first_tap_it_says_who_reads_it_and_when_it_is_talked_about(
    meeting: Meeting, windows: Windows, lead: Lead, *, script: bool
) -> None:
    phone = windows.phone(java_script_enabled=script)
    phone.enter(meeting.people["Riet"], "/m?lang=nl")
    readers = phone.page.locator("#mine .report .hint").first
    first = min(meeting.now.board.planned_evaluations, key=lambda look: look.on)

    def reads(nl: str, en: str) -> None:
        """As it stands there, and as it stands there in English."""
        if not script:
            phone.page.goto("/m?lang=nl")
        expect(readers).to_have_text(nl)
        phone.page.goto("/m?lang=en")
        expect(readers).to_have_text(en)
        phone.page.goto("/m?lang=nl")

    def on(day: date) -> None:
        nl, en = (format_date(day, "d MMMM", locale=locale_of(lang)) for lang in ("nl", "en"))
        reads(
            f"Dit lezen: jij, Sem en de procesbegeleider. Op {nl} praten jullie erover.",
            f"Who reads this: you, Sem and the facilitator. On {en} you talk about it together.",
        )

    on(first.on)
    expect(readers).to_be_visible()
    lead.do("move_evaluation", evaluation=first.id, on=(first.on + timedelta(2)).isoformat())
    on(first.on + timedelta(2))
    if script:
        second = sorted(look.on for look in meeting.now.board.planned_evaluations)[1]
        phone.page.clock.set_fixed_time(datetime.combine(second, time(12)))  # that look was never held
        on(second)
    meeting.evaluated("step_out", look=Look.FIRST)
    meeting.evaluated("go_on", look=Look.RECHECK)
    phone.page.reload()
    reads(
        "Dit lezen: jij, Sem en de procesbegeleider. Er is nu geen dag gepland om erover te praten.",
        "Who reads this: you, Sem and the facilitator. No day is planned at the moment to talk about it.",
    )
