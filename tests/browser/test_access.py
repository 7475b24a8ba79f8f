"""Nobody is barred from the shared screen or the desk: by axe-core in every state they can be in, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.access import SMALLEST, barriers, smallest_text
from tests.browser.windows import Lead, Staff
from tests.builders import Meeting, Office

pytestmark = pytest.mark.browser

SHARED = {"width": 1280, "height": 720}
WORRY = "De jongste slaapt slecht."
UNDER_A_MENU = 'a menu: target-size: <button type="button" class="scene-row"'
"""Half under an open menu a scene is too small to tap: the menu, that goes by any tap beside it, comes first."""


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
    agreement = meeting.agree(riet, risks=[risk], backups=[mo.id])
    meeting.agree(mo, what="Ik haal ze op.")
    meeting.do("answer_agreement", riet, agreement=agreement, answer="yes_if", text="als Mo ook komt")
    return meeting


def states_of_the_screen(screen: Page, lead: Lead, meeting: Meeting) -> Iterator[str]:
    """One state after the other, once it can be seen, and its name."""
    riet = meeting.people["Riet"]

    def at(selector: str) -> None:
        expect(screen.locator(selector).first).to_be_visible()

    at(".welcome .door")
    yield "welcome"
    for phase in ("bottom_lines", "worries_strengths", "agreements", "adoption", "evaluation"):
        lead.do("move_phase", phase=phase)
        at(f".phase-{phase}")
        yield phase
    lead.do("move_phase", phase="dry_run")
    lead.do("draw_what_if", idea="oma-ziek")
    at(".what-if")
    yield "what if"
    [card] = lead.see()["what_ifs"]
    lead.do("walk_what_if", what_if=card, base=card, outcome="almost", text=WORRY)
    lead.do("put_away_what_if", what_if=card)
    at(".walked")
    yield "walked through"
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


def states_of_the_desk(desk: Page, lead: Lead) -> Iterator[str]:
    """As the screen's, by key where there is one."""

    def at(selector: str) -> None:
        expect(desk.locator(selector).first).to_be_visible()

    at(".inbox .in-card")
    desk.locator(".bench").evaluate(
        "bench => bench.querySelectorAll('details:not(.menu)').forEach((fold) => { fold.open = true })"
    )
    desk.keyboard.press("j")
    desk.keyboard.press("w")
    at("form.handling")
    yield "all unfolded, with a card's form"
    desk.keyboard.press("Escape")
    desk.keyboard.press("c")
    at(".menu[open] .menu-list")
    yield "a menu"
    desk.keyboard.press("Escape")
    desk.keyboard.press("g")
    lead.do("draw_what_if", idea="oma-ziek")
    for tab in ("worries", "agreements", "scale", "dry_run", "plan", "evaluation", "todo", "scene"):
        desk.keyboard.press("ArrowRight")
        at(f"[data-id=panel-{tab}]")
        if tab != "scene":
            yield tab
    desk.locator("[data-own-do=agree]").first.click()
    at("form.agree")
    desk.keyboard.press("Escape")
    desk.locator("[data-own-do=close_form]").focus()
    desk.keyboard.press("5")
    at(".asking")
    yield "an agreement, and a question first"
    desk.keyboard.press("Enter")
    desk.keyboard.press("f")
    at(".cut")
    desk.locator(".grip").first.click()
    at(".b.put")
    desk.keyboard.press("Shift+S")
    at(".shot-form .pick")
    yield "the cutting table, something picked up, a new scene"
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    desk.keyboard.press("f")
    for verb, how in (("set_timer", {"minutes": 5}), ("hold_cards", {}), ("ask_scale", {"named": True}), ("play", {})):
        lead.do(verb, **how)
    at(".timer")
    desk.keyboard.press("b")
    at("[data-id=pause].warm")
    yield "paused and busy"
    desk.keyboard.press("h")
    at(".history .replay .stage")
    yield "history"
    desk.keyboard.press("Escape")
    desk.keyboard.press("?")
    at(".key-list")
    yield "keys"


def bared(page: Page) -> Page:
    """axe knows no top layer: what Streamlit has under the film would hide a strip of it."""
    page.add_style_tag(content="header[data-testid=stHeader] { display: none }")
    return page


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_shared_screen_bars_nobody_and_reads_through_a_meeting_program(
    lang: str, meeting: Meeting, lead: Lead, fien: Staff
) -> None:
    screen = bared(fien.window(f"/board?conference={meeting.conference}&lang={lang}", size=SHARED))
    found = []
    for state in states_of_the_screen(screen, lead, meeting):
        found += barriers(screen, state)
        if smallest_text(screen) < SMALLEST:
            found.append(f"{state}: too small to read")
    assert found == []


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_desk_bars_nobody(lang: str, office: Office, meeting: Meeting, lead: Lead, fien: Staff) -> None:
    desk = bared(fien.window(f"/desk?conference={office.meeting(library=None).conference}&lang={lang}"))
    expect(desk.locator(".inbox .all-done")).to_be_visible()
    found = barriers(desk, "empty")
    desk = bared(fien.window(f"/desk?conference={meeting.conference}&lang={lang}"))
    found += [one for state in states_of_the_desk(desk, lead) for one in barriers(desk, state)]
    assert [one for one in found if not one.startswith(UNDER_A_MENU)] == []


def test_no_tab_goes_behind_the_film(meeting: Meeting, fien: Staff) -> None:
    desk = fien.desk(meeting.conference)
    expect(desk.locator(".inbox .in-card").first).to_be_visible()
    for _ in range(3):
        desk.keyboard.press("Shift+Tab")
        assert desk.evaluate("document.activeElement.shadowRoot !== null || document.activeElement === document.body")
