"""The story: one family's conference from referral to evaluation, by people in real browsers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.conftest import a_server, an_office
from tests.browser.serving import Server
from tests.browser.windows import BIG_SCREEN, Phone, Staff, Windows, pick
from tests.builders import Office

pytestmark = pytest.mark.timeout(420)

CRITERION = "De kinderen slapen elke nacht in een huis zonder ruzie."
RISK = "Er wordt geschreeuwd bij het ontbijt."
HIDDEN = "Mama is bang als papa de sleutel heeft."
CHILDS = "Ik verstop me onder de trap."
DONE = "Riet komt om kwart voor acht en eet mee."


@pytest.fixture
def office(tmp_path: Path, new_house: Path) -> Iterator[Office]:
    """A house of its own: the lists of staff show this family alone, and its server is killed."""
    with an_office(tmp_path / "house", new_house) as office:
        yield office


@pytest.fixture
def server(office: Office, tmp_path: Path) -> Iterator[Server]:
    with a_server(office, tmp_path / "server.log") as server:
        yield server


def test_one_conference_from_referral_to_evaluation(office: Office, windows: Windows, server: Server) -> None:
    coordinator = windows.staff(office.coordinator.name)
    record_referral(coordinator)

    fien = windows.staff(office.facilitator.name)
    conference, code = prepare(fien)
    screen = fien.window(f"/board?conference={conference}", size=BIG_SCREEN)
    desk = fien.desk(conference)  # last: a tab that lies behind another draws once a second
    expect(screen.locator(".code", has_text=code).first).to_be_visible()

    riet, mama, papa = windows.phone(), windows.phone(), windows.phone()
    come_in(desk, riet, "Riet", code, role="netwerk", relation="oma")
    come_in(desk, mama, "Sanne", code, role="ouder", relation="mama")
    come_in(desk, papa, "Mo", code, role="ouder", relation="papa")
    share_phone(desk, mama, "Noor", role="kind")

    worries_and_strengths(desk, screen, riet, papa)
    power_cut(server, desk, riet)
    film(desk, screen, riet, mama, papa)
    agree(desk, riet)
    expect(screen.get_by_text(DONE)).to_have_count(0)  # the screen is still at the film
    phase(desk, "agreements")
    expect(screen.get_by_text(DONE).first).to_be_visible()
    say_yes(riet)
    say_if(papa)
    expect(screen.locator(".answer.yes_if")).to_contain_text("als ik het een uur van tevoren hoor")

    scale(desk, screen, {riet: 4, papa: 7})
    judge(coordinator, conference)
    adopt(desk, screen)
    paper_says(fien, conference, 1, "Wat nog open is", "als ik het een uur van tevoren hoor")
    evaluate(desk, screen, {riet: 6, papa: 7})
    change_and_adopt_again(coordinator, desk, conference)
    paper_says(fien, conference, 2, "Wat is er veranderd?", "behalve vrijdag")
    see_dashboard(coordinator)


# -- before -----------------------------------------------------------------------------------------------------------


def record_referral(coordinator: Staff) -> None:
    page = coordinator.window("/referral")
    fill(page, "Schuilnaam van het gezin", "gezin Kastanje")
    fill(page, "Voornaam van het kind", "Noor")
    fill(page, "Leeftijd", "9")
    onward(page)
    choose(page, "Wat is de aanleiding?", "crisis")
    fill(page, "Wat is er gebeurd?", "De buren hoorden hard geschreeuw.")
    choose(page, "Is de situatie al in kaart gebracht?", "Ja, de zorgen zijn duidelijk")
    onward(page)
    choose(page, "Heeft iemand in het gezin een licht", "Nee")
    onward(page)
    fill(page, "Wat moet te zien zijn?", CRITERION)
    fill(page, "Wanneer is de bodemeis geschonden?", "Er is geschreeuwd waar de kinderen bij waren.")
    fill(page, "Wie doet dan iets?", "De gezinsvoogd")
    fill(page, "Wat doet die?", "Komt langs en praat met de kinderen apart.")
    fill(page, "Binnen hoe lang?", "24 uur")
    onward(page)
    onward(page)
    page.get_by_role("button", name="Verstuur de aanmelding").dblclick()

    expect(page.get_by_text("Nog niemand heeft beoordeeld")).to_be_visible()
    page.get_by_text("Vul het oordeel in").click()
    choose(page, "Mogen deze mensen samen in één ruimte?", "samen", under=page.locator("[data-testid=stExpander]"))
    fill(page, "Wie heeft dit beoordeeld?", "Jo de Wit")
    fill(page, "Waarom?", "Beiden zeggen apart van elkaar dat het kan.")
    page.get_by_role("button", name="Bewaar het oordeel").click()
    expect(page.get_by_text("Kan beginnen")).to_be_visible()
    page.close()


def onward(page: Page) -> None:
    """To the next step of the form."""
    step = page.get_by_role("heading", name=re.compile(r"^Stap \d van 6"))
    here = step.inner_text()
    page.get_by_role("button", name="Verder").click()
    expect(step).not_to_have_text(here)


def prepare(fien: Staff) -> tuple[str, str]:
    page = fien.window("/referrals")
    page.get_by_role("button", name="Ik neem deze conferentie").click()
    expect(page.get_by_role("heading", name="Voorbereiden")).to_be_visible()
    pick(page, "Welke routine?", "Opstaan en ontbijt")
    page.get_by_role("button", name="Zet in de film").click()
    expect(page.get_by_text("Er is nog geen routine gekozen")).to_have_count(0)
    page.get_by_role("button", name="Open de deur").click()
    code = page.locator(".code").first
    expect(code).to_be_visible()
    href = page.get_by_role("link", name="Open de regie").get_attribute("href") or ""
    shown = code.inner_text()
    page.close()
    return href.split("conference=")[1], shown


# -- the room ---------------------------------------------------------------------------------------------------------


def come_in(desk: Page, phone: Phone, name: str, code: str, *, role: str, relation: str) -> None:
    phone.join(name, code)
    let_in(desk, name, role, relation)
    expect(phone.page.get_by_role("heading", name="Zo praten we met elkaar")).to_be_visible()


def let_in(desk: Page, name: str, role: str, relation: str = "") -> None:
    waits = desk.locator(".lobby li", has=desk.locator("form b", has_text=name))
    waits.locator("label.chip", has_text=role).click()
    waits.locator("input[name=relation]").fill(relation)
    waits.get_by_role("button", name="Laat binnen").click()
    expect(waits).to_have_count(0)


def share_phone(desk: Page, phone: Phone, name: str, *, role: str) -> None:
    phone.page.get_by_text("Nog iemand op deze telefoon").click()
    added = phone.page.locator("form[action='/m/meedoen']")
    added.get_by_label("voornaam").fill(name)
    added.get_by_role("button").click()
    let_in(desk, name, role)
    expect(phone.page.get_by_text("Wie praat er nu?").first).to_be_visible()


def phase(desk: Page, name: str) -> None:
    """Somebody is in, so it is asked once."""
    desk.locator(f"[data-id=phase-{name}] button").click()
    desk.get_by_role("button", name="Ja, ga verder").click()
    expect(desk.locator(f"[data-id=phase-{name}] button")).to_have_attribute("aria-current", "step")


def ask(desk: Page, question: str) -> None:
    desk.get_by_text("Alle vragen").click() if not desk.locator("[data-id=q-risk]").is_visible() else None
    desk.locator(f"[data-id=q-{question}] button").click()


def put_up(desk: Page, text: str, *, button: str = "Op het scherm") -> None:
    card = desk.locator(".in-card", has_text=text).first
    card.get_by_role("button", name=button, exact=button == "Op het scherm").click()


def worries_and_strengths(desk: Page, screen: Page, riet: Phone, papa: Phone) -> None:
    phase(desk, "worries_strengths")
    expect(riet.page.get_by_role("heading", name="Wat zijn je zorgen?")).to_be_visible()
    riet.say("De jongste huilt ’s nachts en niemand komt.")
    riet.kept("De jongste huilt ’s nachts en niemand komt.")
    expect(screen.get_by_text("De jongste huilt")).to_have_count(0)
    put_up(desk, "De jongste huilt", button="Zonder naam")
    expect(screen.get_by_text("De jongste huilt").first).to_be_visible()
    expect(screen.get_by_text("Riet")).to_have_count(0)
    papa.other("Iets dat goed gaat")
    papa.say("Noor vertelt het als er iets is.")
    papa.kept("Noor vertelt het als er iets is.")
    put_up(desk, "Noor vertelt het")
    expect(screen.get_by_text("Noor vertelt het").first).to_be_visible()


def power_cut(server: Server, desk: Page, riet: Phone) -> None:
    """Kill -9 while somebody is talking: nobody taps anything, and nothing is gone."""
    server.kill()
    riet.say("Ik slaap zelf ook slecht.")
    server.start()
    riet.kept("Ik slaap zelf ook slecht.")
    put_up(desk, "Ik slaap zelf ook slecht.")


def film(desk: Page, screen: Page, riet: Phone, mama: Phone, papa: Phone) -> None:
    phase(desk, "film")
    ask(desk, "risk")
    expect(riet.page.get_by_role("heading", name="Waar kan het hier misgaan?")).to_be_visible()
    riet.say(RISK)
    put_up(desk, RISK)
    expect(screen.get_by_text(RISK).first).to_be_visible()

    mama.speak_as("Sanne")
    mama.hide_from("Mo")
    mama.say(HIDDEN)
    mama.kept(HIDDEN)
    mama.speak_as("Noor")
    mama.say(CHILDS)
    mama.kept(CHILDS)
    expect(desk.get_by_text("Wacht op ja van het kind").first).to_be_visible()
    expect(
        desk.locator(".in-card", has_text=CHILDS).get_by_role("button", name="Op het scherm", exact=True)
    ).to_have_count(0)
    put_up(desk, CHILDS, button="Het kind zei ja tegen mij")
    put_up(desk, CHILDS)
    expect(screen.get_by_text(CHILDS).first).to_be_visible()
    expect(papa.page.get_by_text(HIDDEN)).to_have_count(0)
    expect(screen.get_by_text(HIDDEN)).to_have_count(0)

    ask(desk, "help_step_in")
    riet.page.get_by_label(RISK).check()
    riet.page.get_by_role("button", name="Ik kan bijspringen", exact=True).click()
    put_up(desk, "Riet")
    ask(desk, "help_keep_watch")
    papa.page.get_by_label(RISK).check()
    papa.page.get_by_role("button", name="Ik kan een oogje in het zeil houden", exact=True).click()
    put_up(desk, "Mo")
    expect(screen.get_by_text("niet op elk punt hulp").first).to_be_visible()

    screen.keyboard.press("t")
    expect(screen.get_by_text("besproken").first).to_be_visible()
    screen.keyboard.press(" ")
    expect(screen.get_by_text("Wie houdt een oogje in het zeil?").first).to_be_visible()
    scenes = desk.locator(".scene-list > li")
    screen.keyboard.press("ArrowRight")
    expect(scenes.nth(1)).to_have_class("now")
    screen.keyboard.press("ArrowLeft")
    expect(scenes.nth(0)).to_have_class("now")
    screen.keyboard.press(" ")
    expect(desk.get_by_role("button", name="Afspelen")).to_be_visible()


def agree(desk: Page, riet: Phone) -> None:
    """From a risk point to an agreement in four taps; typing is no tap, and a choice in a list is one."""
    taps = 0

    def tap(where: Locator) -> None:
        nonlocal taps
        where.click()
        taps += 1

    tap(desk.locator(".risk-point", has_text=RISK).get_by_role("button", name="Afspraak maken"))
    desk.locator("form.agree textarea[name=what]").fill(DONE)
    desk.locator("form.agree select[name=backup]").select_option(label="Mo (papa)")
    taps += 1
    tap(desk.locator("form.agree label.chip", has_text=CRITERION))
    tap(desk.get_by_role("button", name="Bewaar", exact=True))
    expect(desk.locator("form.agree")).to_have_count(0)
    assert taps <= 4
    expect(desk.locator(".made", has_text=DONE)).to_be_visible()


def say_yes(phone: Phone) -> None:
    expect(phone.now.get_by_text(DONE)).to_be_visible()
    phone.now.get_by_role("button", name="Ja, ik doe dit").click()
    expect(phone.now.get_by_role("button", name="Ja, ik doe dit")).not_to_be_visible()


def say_if(phone: Phone) -> None:
    phone.now.get_by_text("Ja, als … of nee").click()
    phone.now.get_by_label("Wat is er dan nodig?").fill("als ik het een uur van tevoren hoor")
    phone.now.get_by_role("button", name="Ja, als …").click()


def scale(desk: Page, screen: Page, numbers: dict[Phone, int]) -> None:
    phase(desk, "scale")
    desk.get_by_role(
        "button", name=re.compile("^(Vraag het cijfer|Zonder namen)$")
    ).click()  # the second after the first time
    for phone, number in numbers.items():
        phone.now.get_by_role("button", name=str(number), exact=True).click()
        expect(phone.now.get_by_text(f"Bewaard: jij gaf een {number}.")).to_be_visible()
    expect(screen.locator(".counted")).to_contain_text(f"{len(numbers)} van ")
    expect(screen.locator(".dots")).to_have_count(0)  # nobody's number before all are shown together
    desk.get_by_role("button", name="Laat de cijfers zien").click()
    for phone in numbers:
        expect(phone.now.get_by_text("Onze cijfers")).to_be_visible()
    expect(screen.locator(".big")).to_contain_text(f"Van {min(numbers.values())} tot {max(numbers.values())}.")
    expect(screen.locator(".dots:not(.small) .bare i")).to_have_count(len(numbers))


# -- the plan ---------------------------------------------------------------------------------------------------------


def judge(coordinator: Staff, conference: str) -> None:
    page = coordinator.window(f"/plan?conference={conference}")
    choose(page, "Jouw oordeel over deze bodemeis", "Zo is het genoeg")
    page.get_by_role("button", name="Bewaar mijn oordeel").click()
    expect(page.get_by_text("Je oordeel is bewaard.")).to_be_visible()
    page.close()


def adopt(desk: Page, screen: Page) -> None:
    phase(desk, "adoption")
    desk.get_by_role("button", name="Stel het plan vast, versie 1").click()
    expect(screen.get_by_text("Plan, versie 1").first).to_be_visible()


def paper_says(fien: Staff, conference: str, version: int, *more: str) -> None:
    answer = fien.context.request.get(f"/export/plan.pdf?conference={conference}&version={version}")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.body())).pages)
    assert text.index("112") < text.index("0800-2000")
    for said in (
        RISK,
        DONE,
        CRITERION,
        "24 uur",
        "Riet",
        "De jongste huilt",
        f"Versie {version}",
        "bladzijde 1 van",
        *more,
    ):
        assert said in text, said
    assert HIDDEN not in text


def evaluate(desk: Page, screen: Page, numbers: dict[Phone, int]) -> None:
    """Held live, as the first meeting was: the same phones give a number on the same scale, and the decision has its reason."""
    phase(desk, "evaluation")
    desk.get_by_role("button", name="Begin", exact=True).first.click()
    scale(desk, screen, numbers)
    expect(screen.locator(".dots.small")).to_have_count(1)  # beside the numbers of the first meeting
    phase(desk, "evaluation")
    desk.locator("[data-form=weigh] input[name=text]").fill("Twee keer gelukt.")
    desk.get_by_role("button", name="gaat deels").click()
    expect(desk.get_by_role("button", name="gaat deels")).to_have_attribute("aria-pressed", "true")
    desk.locator("label.chip", has_text="Het plan aanpassen").click()
    desk.get_by_label("Waarom?").fill("Riet kan niet op vrijdag.")
    desk.get_by_role("button", name="Rond de evaluatie af").click()
    expect(desk.get_by_text("Het plan aanpassen").first).to_be_visible()
    expect(desk.get_by_text("Riet kan niet op vrijdag.").first).to_be_visible()


def change_and_adopt_again(coordinator: Staff, desk: Page, conference: str) -> None:
    desk.get_by_role("tab", name="Afspraken").click()
    desk.get_by_role("button", name="Aanpassen", exact=True).click()
    desk.locator("form.agree input[name=when]").fill("Elke schooldag behalve vrijdag, om kwart voor acht")
    desk.get_by_role("button", name="Bewaar", exact=True).click()
    expect(desk.get_by_text("behalve vrijdag").first).to_be_visible()
    judge(coordinator, conference)
    phase(desk, "adoption")
    desk.get_by_role("button", name="Stel het plan vast, versie 2").click()
    expect(desk.get_by_text("Plan, versie 2").first).to_be_visible()


def see_dashboard(coordinator: Staff) -> None:
    page = coordinator.window("/dashboard")
    expect(page.get_by_text("gezin Kastanje").first).to_be_visible()
    expect(page.get_by_role("row", name="gezin Kastanje")).to_contain_text(re.compile(r"over (7|8|9|10|11) dagen"))
    for word in (RISK, DONE, "Riet", "Sanne"):
        expect(page.get_by_text(word)).to_have_count(0)


# -- Streamlit's widgets ----------------------------------------------------------------------------------------------


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_label(label).first
    field.fill(text)
    field.press("Tab")


def choose(page: Page, group: str, option: str, *, under: Locator | None = None) -> None:
    radios = (under or page).get_by_role("radiogroup", name=group)
    radios.get_by_text(option).first.click()
