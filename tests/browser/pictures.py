"""The pictures of the README, made of the demo family: `python -m tests.browser.pictures`."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from sos_core.access.actor import Duty, Staff
from sos_core.services.accounts import sign_in, staff_of
from sos_core.services.conferences import conferences
from sos_core.services.demo_accounts import DemoAccount, demo_accounts
from sos_core.services.doing import do
from sos_core.services.house import House, new_id
from sos_core.services.joining import guest_of, join
from sos_core.services.seeing import eyes_of, look
from sos_core.services.starting import start_house
from sos_core.settings import Settings
from tests.browser.conftest import FLAGS
from tests.browser.serving import ROOT, Server

PICTURES = ROOT / "docs" / "pictures"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        house = start_house(Settings(data=Path(folder)))
        conference, name, password, phone = prepared(house)
        house.store.close()
        server = Server(Path(folder), log=Path(folder) / "server.log")
        server.start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            screens(browser, server, conference, name, password)
            phones(browser, server, phone)
        finally:
            browser.close()
            server.stop()


def prepared(house: House) -> tuple[str, str, str, str]:
    """The demo's conference at a scene of its film, and the cookie of a neighbour who has just come in."""
    account, staff, card = max(
        ((one, staff, card) for one, staff in leaders(house) for card in conferences(house, staff)),
        key=lambda found: len(look(house, found[2].id, eyes_of(house, found[1], found[2].id))["cards"]),
    )

    def lead(verb: str, **fields: object) -> None:
        do(house, staff, {"key": new_id(), "verb": verb, "conference": card.id, **fields})

    view = look(house, card.id, eyes_of(house, staff, card.id))
    if not view["door"]["open"]:
        lead("open_door")
    token = join(house, name="Fatma", code=view["door"]["code"])
    guest = guest_of(house, token)
    assert guest is not None
    lead("admit", person=guest.people[0], role="network", relation="buurvrouw")
    lead("move_phase", phase="film")
    lead("show_scene", scene=view["routines"][view["order"][0]]["scenes"][1])
    lead("ask", question="help_step_in")
    return card.id, account.name, account.password, token


def leaders(house: House) -> Iterator[tuple[DemoAccount, Staff]]:
    """The facilitators of the demo."""
    for account in demo_accounts(house):
        staff = staff_of(house, sign_in(house, name=account.name, password=account.password))
        if staff and staff.duty is Duty.FACILITATOR:
            yield account, staff


def screens(browser: Browser, server: Server, conference: str, name: str, password: str) -> None:
    context = browser.new_context(base_url=server.url, viewport={"width": 1920, "height": 1080}, locale="nl-NL")
    page = context.new_page()
    page.goto("/welkom")
    page.get_by_text("Inloggen").first.click()
    page.locator("form[action='/login'] [name=name]").fill(name)
    page.locator("form[action='/login'] [name=password]").fill(password)
    page.locator("form[action='/login'] button").click()
    for face, ready in (("board", ".scene.current"), ("desk", ".rudder")):
        page.goto(f"/{face}?conference={conference}")
        page.locator(ready).first.wait_for()
        for picture in page.locator("img").all():
            picture.evaluate("picture => picture.decode()")
        page.screenshot(path=PICTURES / f"{face}.png")
    context.close()


def phones(browser: Browser, server: Server, token: str) -> None:
    context = browser.new_context(
        base_url=server.url, viewport={"width": 390, "height": 844}, device_scale_factor=2, locale="nl-NL"
    )
    context.add_cookies([{"name": "draaiboek_phone", "value": token, "url": server.url}])
    page = context.new_page()
    page.goto("/m")
    page.locator("#now h1").wait_for()
    page.screenshot(path=PICTURES / "phone.png")
    context.close()


if __name__ == "__main__":
    main()
