"""Group `first-load`: what the first look costs on a cheap phone far from everything, and what staff wait for."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.contenders import product
from bench.figures import Figure, middle
from bench.processes import resident_bytes
from bench.room import Room, a_room, an_office
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


@dataclass(frozen=True, slots=True)
class Load:
    """One first load of the phone page."""

    bytes: int
    requests: int
    painted: float
    ready: float


def measure(repeats: int = 5) -> list[Figure]:
    """All rows of the group."""
    with tempfile.TemporaryDirectory() as folder:
        with an_office(Path(folder) / "house") as office:
            room = a_room(office, 3)
        with product(Path(folder) / "house") as server, sync_playwright() as playwright:
            at_rest = resident_bytes(server.pid) / 1e6
            path = os.environ.get("DRAAIBOEK_BROWSER") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            loads = [_phone(browser, server, room) for _ in range(repeats)]
            staff = [_staff(browser, server, room) for _ in range(repeats)]
            papers = [_timed(lambda: _paper(server, room)) for _ in range(repeats)]
            browser.close()
    return [
        Figure("phone, first load", middle(load.bytes for load in loads), "bytes", MOST_BYTES),
        Figure("phone, first load", middle(load.requests for load in loads), "requests"),
        Figure(
            "phone, the question stands there (slow 4G, processor ÷ 4)", middle(load.painted for load in loads), "s"
        ),
        Figure("phone, usable (slow 4G, processor ÷ 4)", middle(load.ready for load in loads), "s", MOST_SECONDS),
        Figure("staff page, first load", middle(first for first, _ in staff), "s"),
        Figure("staff page, reload", middle(again for _, again in staff), "s"),
        Figure("plan as PDF", middle(papers) * 1000, "ms"),
        Figure("memory at rest", at_rest, "MB"),
    ]


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


def _staff(browser: Browser, server: Server, room: Room) -> tuple[float, float]:
    """Until the heading stands there: from nothing, and again; on this machine, with nothing slowed."""
    context = _context(browser, server, room.staff, LAPTOP)
    page = context.new_page()
    first = _timed(lambda: _see(page, lambda: page.goto("/referrals")))
    again = _timed(lambda: _see(page, page.reload))
    context.close()
    return first, again


def _see(page: Page, go: Callable[[], object]) -> None:
    go()
    page.get_by_role("heading", level=1).first.wait_for()


def _paper(server: Server, room: Room) -> None:
    asked = urllib.request.Request(
        f"{server.url}/export/plan.pdf?version=1&conference={room.conference}", headers={"Cookie": room.staff}
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
