"""Nobody is barred from the shared screen or the desk: by axe-core in every state they can be in, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import barriers
from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office, Somebody

pytestmark = pytest.mark.browser

WORRY = "De jongste slaapt slecht."


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference with something of everything, its screen and its inbox in use."""
    meeting = office.meeting()
    riet, mo = meeting.admitted("Riet", relation="oma"), meeting.admitted("Mo", "parent")
    meeting.admitted("Noor", "child")
    meeting.join("Kees")
    first, second = meeting.scenes[:2]
    risk = meeting.shown(riet, "risk", "De bus komt te laat.", scene=first)
    for kind in ("warning_sign", "safeguard"):
        meeting.shown(mo, kind, "Hij loopt heen en weer.", risk=risk, scene=first)
    for who, scene in ((riet, first), (mo, first), (riet, second)):
        meeting.shown(who, "help_step_in", None, scene=scene)
    meeting.do("talk_through", scene=second)
    for kind in ("worry", "strength"):
        for who in (riet, mo):
            meeting.shown(who, kind, WORRY)
    waiting = meeting.say(riet, "worry", "De huur is te hoog.")
    meeting.say(mo, "worry", WORRY)
    meeting.say(meeting.people["Noor"], "worry", "Het is donker.")
    meeting.say(riet, "worry", "Mo is moe.", hidden_from=[mo.id])
    meeting.do("park", card=meeting.shown(mo, "worry", "De auto is stuk."), reason="Dat is voor volgende week.")
    meeting.do("clarify", card=waiting, text="De huur gaat omhoog.", base=None)
    agreement = meeting.agree(riet, risks=[risk], backup=mo.id)
    meeting.agree(mo, what="Ik haal ze op.")
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes_if", text="als Mo ook komt")
    return meeting


def states_of_the_screen(screen: Page, lead: Lead, meeting: Meeting) -> Iterator[str]:
    """One state after the other, once it can be seen."""
    riet = meeting.people["Riet"]

    def at(selector: str) -> None:
        expect(screen.locator(selector).first).to_be_visible()

    at(".welcome .door")
    yield "welcome"
    for phase in ("bottom_lines", "worries_strengths", "agreements", "adoption", "evaluation"):
        lead.do("move_phase", phase=phase)
        at(f".phase-{phase}")
        yield phase
    lead.do("move_phase", phase="scale")
    at(".phase-scale")
    yield "no scale yet"
    lead.do("ask_scale", named=True)
    at(".counted")
    yield "scale"
    meeting.do("set_scale", riet, value=4)
    lead.do("show_scale")
    at(".dots")
    yield "scale shown"
    lead.do("move_phase", phase="film")
    lead.do("set_timer", minutes=5)
    lead.do("hold_cards")
    at(".scene.current .card")
    at(".sign")
    yield "film"
    screen.keyboard.press("g")
    at(".parking-lot")
    yield "parking lot"
    screen.keyboard.press("Escape")
    lead.do("play")
    at(".play .card")
    yield "played"
    screen.keyboard.press("?")
    at(".key-list")
    yield "keys"
    screen.keyboard.press("Escape")
    card = next(card["id"] for card in lead.see()["cards"].values() if card["kind"] == "risk")
    lead.do("put_in_light", card=card)
    at(".light")
    yield "light"
    screen.keyboard.press("b")
    at(".pause")
    yield "pause"


def states_of_the_desk(desk: Page, lead: Lead, meeting: Meeting) -> Iterator[str]:
    """As the screen's; `desk` is led by key and by hand."""

    def at(selector: str) -> None:
        expect(desk.locator(selector).first).to_be_visible()

    at(".inbox .in-card")
    yield "full"
    desk.evaluate(
        "() => document.querySelectorAll('*').forEach(n => n.shadowRoot?.querySelectorAll('details:not(.menu)').forEach(d => { d.open = true }))"
    )
    yield "all unfolded"
    desk.keyboard.press("j")
    for key in "wmvxr":
        desk.keyboard.press(key)
        at("form.handling")
        yield f"handling {key}"
        desk.keyboard.press("Escape")
    desk.locator(".in-card .menu summary").first.click()
    at(".menu[open] .menu-list")
    yield "menu"
    desk.keyboard.press("Escape")
    for tab in ("scene", "worries", "agreements", "scale", "plan", "evaluation"):
        desk.locator(f"[data-id=tab-{tab}]").click()
        at(f"[data-id=panel-{tab}]")
        yield f"tab {tab}"
    desk.locator("[data-id=tab-scene]").click()
    desk.locator("[data-own-do=agree]").first.click()
    at("form.agree")
    yield "agree"
    desk.locator("[data-own-do=close_form]").click()
    desk.keyboard.press("5")
    at(".asking")
    yield "asking"
    desk.keyboard.press("Enter")
    desk.keyboard.press("f")
    at(".cut")
    yield "montage"
    desk.locator(".grip").first.click()
    at(".b.put")
    yield "picked"
    desk.keyboard.press("Escape")
    desk.locator("[data-cut=new_scene]").click()
    at(".shot-form .pick")
    yield "new scene"
    desk.keyboard.press("Escape")
    desk.keyboard.press("f")
    lead.do("set_timer", minutes=5)
    lead.do("hold_cards")
    lead.do("ask_scale", named=True)
    lead.do("play")
    lead.do("pause_screen", paused=True)
    at(".timer")
    desk.locator("[data-id=tab-scale]").click()
    yield "busy"
    desk.keyboard.press("h")
    at(".history .replay .stage")
    yield "history"
    desk.keyboard.press("Escape")
    desk.keyboard.press("?")
    at(".key-list")
    yield "keys"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_shared_screen_bars_nobody(lang: str, meeting: Meeting, lead: Lead, fien: Staff) -> None:
    screen = fien.window(f"/board?conference={meeting.conference}&lang={lang}")
    found = [one for state in states_of_the_screen(screen, lead, meeting) for one in barriers(screen, state)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_desk_bars_nobody(lang: str, meeting: Meeting, lead: Lead, fien: Staff) -> None:
    desk = fien.window(f"/desk?conference={meeting.conference}&lang={lang}")
    found = [one for state in states_of_the_desk(desk, lead, meeting) for one in barriers(desk, state)]
    assert not found, "\n".join(found)
