"""How the phone looks in each phase: nothing runs off the side, nothing is too small for a thumb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from sos_core.services.accounts import sign_in
from tests.browser.access import barriers
from tests.browser.serving import Server
from tests.browser.windows import Lead, Phone, Windows
from tests.builders import PASSWORD, Meeting, Office, Somebody, line_form

pytestmark = pytest.mark.browser

LONG = "Kindercarnavalsoptochtvoorbereidingswerkzaamhedencommissies"
SIZES = [(390, 844), (320, 568)]
SMALLEST = 44

OFF_THE_SIDE = """() => {
  const wide = innerWidth + 1, root = document.documentElement;
  const seen = (e) => e.checkVisibility() && !e.closest('.sr, .skip, svg, .me bdi');
  const box = (e) => e.getBoundingClientRect();
  const off = [...document.body.querySelectorAll('*')].filter((e) => seen(e) && (box(e).right > wide || box(e).left < -1));
  const told = off.map((e) => `${e.tagName}.${e.className} ${Math.round(box(e).left)}–${Math.round(box(e).right)}`);
  return root.scrollWidth > root.clientWidth + 1 ? [`page ${root.scrollWidth}`, ...told] : told;
}"""
TOO_SMALL = f"""() => [...document.querySelectorAll('a, button, summary, .choice label, textarea')]
  .filter((e) => e.checkVisibility() && !e.classList.contains('skip') && !e.closest('p:not(.langs)'))
  .filter((e) => e.getBoundingClientRect().height < {SMALLEST})
  .map((e) => `${{e.tagName}}.${{e.className}} ${{e.textContent.trim()}} ${{e.getBoundingClientRect().height}}`)"""


@pytest.fixture
def meeting(office: Office) -> Meeting:
    """A conference with very long words in all that people can fill in."""
    hard = line_form(criterion=f"Er is geen {LONG}.", escalation_who=LONG, escalation_what=f"Belt {LONG}.")
    meeting = office.meeting(library=None, lines=(hard, line_form()))
    scenes = [{"title": LONG, "place": LONG}, {}, {}, {}]
    meeting.do("add_routine", library="naar-school", title=f"Naar {LONG}", scenes=scenes)
    meeting.do("open_door")
    meeting.do("set_road", straight=True)
    return meeting


@pytest.fixture
def lead(meeting: Meeting, server: Server, office: Office) -> Lead:
    return Lead(server.url, meeting, sign_in(office.house, name=office.facilitator.name, password=PASSWORD))


@pytest.fixture
def riet(meeting: Meeting) -> Somebody:
    """One of two on a shared phone, with words and agreements of her own."""
    riet = meeting.admitted("Riet")
    meeting.admitted("Noor", "child", phone=riet)
    mo = meeting.admitted(LONG, "parent")
    risk = meeting.say(riet, "risk", f"De {LONG} komt te laat, en dan is er niemand thuis.")
    meeting.say(mo, "risk", "Er wordt geschreeuwd.")
    meeting.say(riet, "safeguard", "Oma belt om acht uur.", risk=risk, scene=meeting.scenes[0])
    meeting.say(mo, "help_step_in", None, risk=risk, scene=meeting.scenes[0])
    meeting.say(riet, "worry", f"Ik maak me zorgen over de {LONG}.")
    meeting.agree(riet, what=f"Ik breng de {LONG} weg.", risks=[risk], backups=[mo.id])
    other = meeting.agree(mo, what="Ik haal ze op.", notice=LONG, backups=[riet.id])
    meeting.do("answer_agreement", riet, agreement=other, answer="yes_if", text=f"als {LONG} ook komt")
    return riet


def stages(phone: Phone, lead: Lead, meeting: Meeting) -> Iterator[str]:
    """One stage after the other, each as this phone shows it."""
    page = phone.page

    def phase(name: str, **more: Any) -> None:
        lead.do("move_phase", phase=name)
        for verb, fields in more.items():
            lead.do(verb, **fields)

    def at(selector: str) -> None:
        expect(page.locator(selector).first).to_be_visible()

    at(".manners")
    yield "welcome"
    phase("bottom_lines")
    at(".bottom-line")
    yield "bottom-lines"
    phase("worries_strengths")
    at("#text")
    yield "worries"
    confide = page.locator("[data-k=confide]")
    confide.locator("summary").click()
    confide.locator("textarea").fill(LONG)
    confide.locator("button[type=submit]").click()
    at("[data-k=confide] .told")
    yield "confided"
    confide.locator("summary").click()
    page.locator("#text").fill("a" * 4001)
    page.locator("form.talk button[type=submit]").click()
    at("#text-refused")
    page.locator("#text").fill(f"Dit duurt te lang: {LONG}. Iedereen wacht.")
    page.locator(".readers summary").click()
    at(".readers fieldset")
    yield "error-and-readers"
    page.locator(".readers summary").click()
    page.route("**/api/say", lambda route: route.abort())
    page.locator("form.talk button[type=submit]").click()
    at(".is-busy")
    yield "not-kept"
    page.unroute_all(behavior="wait")
    at(".is-kept")
    yield "kept"
    phase("film", show_scene={"scene": meeting.scenes[0]}, ask={"question": "warning_sign"})
    at("form.talk fieldset.choice")
    yield "film-choice"
    page.locator("#text").fill("Hij loopt heen en weer.")
    lead.do("show_scene", scene=meeting.scenes[1])
    at(".moved")
    yield "moved"
    page.locator(".moved button").click()
    page.locator("[data-tab=film]").click()
    page.locator("#film .frame:not([open]) summary").first.click()
    page.locator("#film [data-do=visit]:visible").first.click()
    at(".moved")
    yield "looking-round"
    page.locator(".moved button").click()
    phase("scale", ask_scale={})
    at(".scale button")
    page.locator(".scale button").nth(4).click()
    at(".scale [aria-pressed=true]")
    yield "scale"
    lead.do("show_scale")
    at(".dots")
    yield "scale-shown"
    phase("agreements")
    at(".agreement")
    page.locator(".agreement details summary").first.click()
    yield "agreements"
    phase("dry_run", draw_what_if={"idea": "kind-wil-niet"})
    at(".what-if")
    yield "dry-run"
    phase("adoption")
    at("#now h1")
    yield "adoption"
    phase("evaluation")
    at("#now h1")
    yield "evaluation"
    for tab in ("mine", "film"):
        page.locator(f"[data-tab={tab}]").click()
        at(f"#{tab} h2")
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
        yield f"tab-{tab}"


def too_wide(page: Page, stage: str) -> list[str]:
    """What runs off the side at any size, at twice the text, and read from right to left."""
    page.wait_for_load_state()  # a page's words can be found before its styles are there, though nobody sees it so
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        for direction in ("ltr", "rtl"):
            for size in ("", "225%"):
                page.evaluate(
                    "([dir, size]) => { document.dir = dir; document.documentElement.style.fontSize = size }",
                    [direction, size],
                )
                found += [f"{stage} {width} {direction} {size}: {off}" for off in page.evaluate(OFF_THE_SIDE)]
        page.evaluate("() => { document.dir = 'ltr'; document.documentElement.style.fontSize = '' }")
        found += [f"{stage} {width} small: {small}" for small in page.evaluate(TOO_SMALL)]
    return found


def wrong_with(page: Page, stage: str) -> list[str]:
    """Also what bars somebody who hears the page, or goes by keyboard."""
    found = too_wide(page, stage)
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": SIZES[-1][0], "height": tall})  # nothing scrolls under the bar at the bottom
    return found + barriers(page, stage)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_in_no_phase_anything_runs_off_the_side_is_too_small_or_bars_anybody(
    lang: str, meeting: Meeting, windows: Windows, lead: Lead, riet: Somebody
) -> None:
    phone = windows.phone()
    phone.enter(riet, f"/m?lang={lang}&person={riet.id}")
    found = [wrong for stage in stages(phone, lead, meeting) for wrong in wrong_with(phone.page, stage)]
    assert not found, "\n".join(found)


def test_the_code_is_seen_whole_however_large_the_letters(windows: Windows) -> None:
    page = windows.phone().page
    page.goto("/m?size=larger")
    code = page.get_by_label("De code")
    code.fill("WWWW-WWWW")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert code.evaluate("(box) => box.scrollWidth - box.clientWidth") == 0, width


def test_coming_in_runs_off_no_side_and_bars_nobody(meeting: Meeting, windows: Windows) -> None:
    phone = windows.phone()
    found = []
    for path in ("/welkom", "/m", "/m?lang=en"):
        phone.page.goto(path)
        found += wrong_with(phone.page, path)
    phone.page.goto("/m?lang=nl")
    phone.page.get_by_label("De code").fill("XXXX-XXXX")
    phone.page.get_by_label("Je voornaam").fill(LONG)
    phone.page.get_by_role("button", name="Meedoen").click()
    expect(phone.page.get_by_role("alert")).to_be_visible()
    found += wrong_with(phone.page, "wrong code")
    phone.enter(meeting.join(LONG))
    expect(phone.page.get_by_text("Wacht even")).to_be_visible()
    found += wrong_with(phone.page, "lobby")
    assert not found, "\n".join(found)
