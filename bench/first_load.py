"""Group `first-load`: what the first look costs on a cheap phone far from everything, and what staff wait for with the demo family."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlmodel import col, select

from bench.contenders import product
from bench.figures import Figure, middle
from bench.processes import resident_bytes
from bench.room import Room, a_room, an_office
from sos_core.access.actor import Duty
from sos_core.services.accounts import sign_in
from sos_core.services.demo_accounts import demo_accounts
from sos_core.services.starting import start_house
from sos_core.settings import DEMO_FAMILY, Settings
from sos_core.store.tables import Account, Conference, Referral
from tests.browser.conftest import FLAGS
from tests.browser.serving import Server
from tests.browser.windows import LAPTOP, PHONE

FAR_AWAY = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Slow 4G: 1.6 Mbit/s, 150 ms there and back."""
TIMES_SLOWER = 4
"""What a five-year-old Android is to this processor."""
MOST_BYTES = 60_000
MOST_SECONDS = 1.5
USABLE = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [paint.startTime, performance.getEntriesByType("navigation")[0].loadEventEnd];
}"""
"""When the question stands there, and when its scripts have run: milliseconds since the address was opened."""


DESK, DASHBOARD = "desk", "dashboard"
STANDS_THERE = {DESK: ".rudder", DASHBOARD: ".figures-table"}
"""What is there on these pages once somebody can work with them."""


@dataclass(frozen=True, slots=True)
class Load:
    """One first load of the phone page."""

    bytes: int
    requests: int
    painted: float
    ready: float


@dataclass(frozen=True, slots=True)
class Wait:
    """What somebody waited for at a staff page (s), and what came over the wire and its socket until then (kB)."""

    seconds: float
    kilobytes: float


@dataclass(frozen=True, slots=True)
class Staffs:
    """Where staff are measured: the demo family's conference, with who leads it and who sees all from above."""

    conference: str
    facilitator: str
    coordinator: str

    def pages(self) -> dict[str, tuple[str, str]]:
        """The address of each page and the cookie that it is for."""
        return {
            DESK: (f"/desk?conference={self.conference}", self.facilitator),
            DASHBOARD: ("/dashboard", self.coordinator),
        }


def measure(repeats: int = 5) -> list[Figure]:
    """All rows of the group."""
    with tempfile.TemporaryDirectory() as folder:
        house = Path(folder) / "house"
        demo = _demo(house)
        with an_office(house) as office:
            room = a_room(office, 3)
        with product(house) as server, sync_playwright() as playwright:
            at_rest = resident_bytes(server.pid) / 1e6
            path = os.environ.get("DRAAIBOEK_BROWSER") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            loads = [_phone(browser, server, room) for _ in range(repeats)]
            waits = {
                name: [_staff(browser, server, *where, STANDS_THERE[name]) for _ in range(repeats)]
                for name, where in demo.pages().items()
            }
            papers = [_timed(lambda: _paper(server, demo)) for _ in range(repeats)]
            browser.close()
    return [
        Figure("phone, first load", middle(load.bytes for load in loads), "bytes", MOST_BYTES),
        Figure("phone, first load", middle(load.requests for load in loads), "requests"),
        Figure(
            "phone, the question stands there (slow 4G, processor ÷ 4)", middle(load.painted for load in loads), "s"
        ),
        Figure("phone, usable (slow 4G, processor ÷ 4)", middle(load.ready for load in loads), "s", MOST_SECONDS),
        *(row for name, some in waits.items() for row in _rows(name, some)),
        Figure("the demo family's plan as PDF", middle(papers) * 1000, "ms"),
        Figure("memory of the server at rest", at_rest, "MB"),
    ]


def _rows(name: str, waits: Sequence[tuple[Wait, Wait]]) -> Iterator[Figure]:
    for place, which in enumerate(("first load", "reload")):
        yield Figure(f"{name}, {which}, usable", middle(both[place].seconds for both in waits), "s")
        yield Figure(f"… {which}", middle(both[place].kilobytes for both in waits), "kB")


def _demo(folder: Path) -> Staffs:
    """A new house with the demo family in it, and two of its staff signed in."""
    house = start_house(Settings(data=folder, demo=True))
    alias = tomllib.loads(DEMO_FAMILY.read_text("utf-8"))["referral"]["alias"]
    with house.store.reading() as session:
        wanted = (
            select(Conference.id, Account.name)
            .join(Referral, col(Referral.id) == Conference.referral)
            .join(Account, col(Account.id) == Conference.facilitator)
            .where(Referral.alias == alias)
        )
        conference, leader = session.exec(wanted).one()
    cookies = {
        account.name: f"draaiboek_staff={sign_in(house, name=account.name, password=account.password)}"
        for account in demo_accounts(house)
        if account.name == leader or account.duty is Duty.COORDINATOR
    }
    house.store.close()
    return Staffs(conference, cookies.pop(leader), cookies.popitem()[1])


def _phone(browser: Browser, server: Server, room: Room) -> Load:
    """In a context of its own: nothing is there from before."""
    context = _context(browser, server, room.guests[0].cookie, PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(int(told["encodedDataLength"])))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", FAR_AWAY)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    page.goto("/m", wait_until="load")
    page.locator("#text").wait_for()
    painted, ready = page.evaluate(USABLE)
    context.close()
    return Load(sum(sizes), len(sizes), painted / 1000, ready / 1000)


def _staff(browser: Browser, server: Server, address: str, cookie: str, there: str) -> tuple[Wait, Wait]:
    """From nothing, and again; on this machine, with nothing slowed."""
    context = _context(browser, server, cookie, LAPTOP)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[float] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.on("Network.webSocketFrameReceived", lambda told: sizes.append(_size(told["response"])))
    wire.send("Network.enable")
    waits = []
    for go in (lambda: page.goto(address), page.reload):
        sizes.clear()
        seconds = _timed(partial(_see, page, go, there))
        waits.append(Wait(seconds, sum(sizes) / 1000))
    context.close()
    return waits[0], waits[1]


def _size(frame: dict[str, Any]) -> float:
    """Of a frame of a WebSocket; a binary one is told in base64."""
    return len(frame["payloadData"]) * (1 if frame["opcode"] == 1 else 3 / 4)


def _see(page: Page, go: Callable[[], object], there: str) -> None:
    go()
    page.locator(there).first.wait_for()


def _paper(server: Server, demo: Staffs) -> None:
    asked = urllib.request.Request(
        f"{server.url}/export/plan.pdf?version=2&conference={demo.conference}", headers={"Cookie": demo.facilitator}
    )
    with urllib.request.urlopen(asked, timeout=30) as answer:
        answer.read()


def _timed(do: Callable[[], object]) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def _context(browser: Browser, server: Server, cookie: str, size: dict[str, int], **how: bool) -> BrowserContext:
    context = browser.new_context(base_url=server.url, locale="nl-NL", viewport=size, **how)  # type: ignore[arg-type]
    name, _, value = cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": server.url}])
    return context
