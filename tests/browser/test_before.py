"""Before a conference, on the pages of staff: a family with LVB, one without a net, and one that is not mapped yet."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from sos_core.domain.safety_net import Circle
from sos_core.services.safety_net import safety_net
from tests.browser.access import barriers
from tests.browser.test_looks_phone import OFF_THE_SIDE
from tests.browser.test_story import choose, fill
from tests.browser.windows import STANDS_STILL, Staff, Windows
from tests.builders import Office
from tests.services.test_safety_net import YES, add

pytestmark = pytest.mark.browser

TAKE = "Ik neem deze conferentie"


def card(page: Page, alias: str) -> Locator:
    return page.locator("[class*=st-key-card-]", has_text=alias)


def to_the_net(page: Page, alias: str) -> None:
    card(page, alias).get_by_role("link", name="Bekijk het vangnet").click()
    expect(page.get_by_role("heading", name="Vangnet")).to_be_visible()


def decide(page: Page, outcome: str) -> None:
    choose(page, "Wat is het besluit?", outcome)
    fill(page, "Waarom?", "Dat zeiden zij zelf.")
    fill(page, "Wie besluit dit?", "Fien")
    page.get_by_role("button", name="Bewaar het besluit").click()
    expect(page.get_by_text("Het besluit is bewaard.")).to_be_visible()


def circle_of(office: Office, referral: str, name: str) -> Circle:
    people = safety_net(office.house, office.facilitator, referral).people
    return next(one.circle for one in people if one.name == name)


def test_a_family_with_lvb_waits_until_its_net_was_looked_at(office: Office, fien: Staff) -> None:
    referral = office.referral(alias="gezin Vlier", lvb=True)
    add(office, referral, name="Riet", **YES)
    page = fien.window("/referrals")
    expect(card(page, "gezin Vlier")).to_contain_text("nog niet gekeken of er een vangnet is")
    expect(card(page, "gezin Vlier").get_by_role("button", name=TAKE)).to_have_count(0)
    to_the_net(page, "gezin Vlier")

    fill(page, "Voornaam", "Mo")
    for question in ("Is deze persoon te bereiken", "Kent deze persoon", "Wil deze persoon", "Durft deze persoon"):
        choose(page, question, "Ja")
    page.get_by_role("button", name="Zet in de kringen").click()
    mo, riet = (page.locator(".person", has_text=name) for name in ("Mo", "Riet"))
    expect(mo).to_have_class("person grip own carries")
    expect(page.get_by_text("De regel zegt: ja.")).to_be_visible()

    mo.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("tbody tr", has_text="Mo")).to_contain_text("Daaromheen")
    page.evaluate(STANDS_STILL)
    expect(page.locator(".ring.middle .person", has_text="Mo")).to_be_focused()
    riet.hover()
    page.mouse.down()
    page.locator(".ring.outer .ring-name").hover()
    page.mouse.up()
    expect(page.locator("tbody tr", has_text="Riet")).to_contain_text("Verder weg")
    assert (circle_of(office, referral, "Mo"), circle_of(office, referral, "Riet")) == (Circle.MIDDLE, Circle.OUTER)

    decide(page, "Ja, er is een vangnet")
    page.get_by_role("link", name="Terug naar de aanmelding").click()
    card(page, "gezin Vlier").get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("heading", name="Voorbereiden")).to_be_visible()


def test_without_a_net_other_measures_are_agreed_and_nobody_forces_a_conference(office: Office, fien: Staff) -> None:
    office.referral(alias="gezin Hazelaar", lvb=True)
    page = fien.window("/referrals")
    to_the_net(page, "gezin Hazelaar")
    decide(page, "Nee, er is nu geen vangnet")
    for label, text in (("Wie", "Jo"), ("Doet wat", "Zoekt een steungezin."), ("Wanneer", "Voor 1 december")):
        field = page.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Tab")
    page.get_by_role("button", name="Bewaar de maatregel").click()
    expect(page.get_by_role("heading", name="Zoekt een steungezin.")).to_be_visible()
    page.get_by_role("link", name="Terug naar de aanmelding").click()
    expect(card(page, "gezin Hazelaar")).to_contain_text("Er zijn andere maatregelen afgesproken.")
    expect(card(page, "gezin Hazelaar").get_by_role("button", name=TAKE)).to_have_count(0)


def test_a_family_that_is_not_mapped_waits_until_it_is(office: Office, fien: Staff) -> None:
    office.referral(alias="gezin Meidoorn", mapped=False)
    page = fien.window("/referrals")
    waiting = card(page, "gezin Meidoorn")
    expect(waiting).to_contain_text("nog niet in kaart gebracht")
    expect(waiting.get_by_role("button", name=TAKE)).to_have_count(0)
    waiting.get_by_text("Vul het oordeel in").click()
    waiting.get_by_text("De situatie is in kaart gebracht").click()
    waiting.get_by_role("button", name="Bewaar het oordeel").click()
    waiting.get_by_role("button", name=TAKE).click()
    expect(page.get_by_role("heading", name="Voorbereiden")).to_be_visible()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_open_pages_bar_nobody_and_nothing_runs_off_the_side(lang: str, windows: Windows) -> None:
    page = windows.phone().page
    found = []
    for where in ("/voor-gezinnen", "/voor-verwijzers"):
        page.goto(f"{where}?lang={lang}")
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true })")
        found += barriers(page, where)
        page.set_viewport_size({"width": 320, "height": 568})
        found += page.evaluate(OFF_THE_SIDE)
    assert found == []


def test_the_circles_bar_nobody(office: Office, fien: Staff) -> None:
    referral = office.referral(alias="gezin Lijsterbes")
    for name in ("Riet", "Mo"):
        add(office, referral, name=name, **YES)
    page = fien.window(f"/net?referral={referral}")
    expect(page.locator(".person")).to_have_count(2)
    assert [one for one in barriers(page, "net") if "person" in one or "ring" in one or "legend" in one] == []
