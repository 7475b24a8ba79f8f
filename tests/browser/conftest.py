"""A real Chromium before a real server: what all browser tests share."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from sos_core.services.accounts import sign_in
from tests.browser.moved import Moved, MovedClock
from tests.browser.serving import Server
from tests.browser.windows import Lead, Staff, Windows
from tests.builders import PASSWORD, Meeting, Office, open_office

FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP venue.example 127.0.0.1",  # a plain-HTTP host that is not localhost
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser, with the flags that every end-to-end test runs under."""
    if os.environ.get("DRAAIBOEK_NO_BROWSER"):
        pytest.skip("NO BROWSER on this machine: nothing that a person sees was tested")
    path = os.environ.get("DRAAIBOEK_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def an_office(folder: Path, new_house: Path) -> Iterator[Office]:
    """A house whose clock is the real one: a server will work in it too."""
    office = open_office(folder, like=new_house)
    office.house.clock = lambda: datetime.now(UTC)
    yield office
    office.house.store.close()


@contextmanager
def a_server(office: Office, log: Path) -> Iterator[Server]:
    """The product, as its own process on a free port of this machine, in the house of this office."""
    server = Server(office.house.settings.data, log=log)
    server.start()
    yield server
    server.stop()
    logging.info("server log:\n%s", server.said)  # pytest shows it beside a failure


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Office]:
    """One house for all tests here: each has a conference of its own in it."""
    with an_office(tmp_path_factory.mktemp("house") / "house", new_house) as office:
        yield office


@pytest.fixture(scope="session")
def server(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server in that house: a process is most of what a test here costs."""
    with a_server(office, tmp_path_factory.mktemp("server") / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def token(office: Office) -> str:
    """The facilitator's, signed in once."""
    return sign_in(office.house, name=office.facilitator.name, password=PASSWORD)


@contextmanager
def windows_on(server: Server, chromium: Browser) -> Iterator[Windows]:
    """Windows and phones on this server; none of them may have shown an error of its own at the end."""
    opened: list[BrowserContext] = []

    def context(**how: object) -> BrowserContext:
        opened.append(chromium.new_context(base_url=server.url, locale="nl-NL", **how))  # type: ignore[arg-type]
        return opened[-1]

    windows = Windows(context)
    yield windows
    for one in opened:
        one.close()
    assert windows.complaints == []


@pytest.fixture
def windows(chromium: Browser, server: Server) -> Iterator[Windows]:
    with windows_on(server, chromium) as windows:
        yield windows


@pytest.fixture(scope="session")
def moved(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Moved]:
    """A house and a server whose day a test sets, for all that needs another day."""
    folder = tmp_path_factory.mktemp("moved")
    clock = MovedClock(folder / "ahead")
    clock.set_to(datetime.now(UTC))
    office = open_office(folder / "house", like=new_house)
    office.house.clock = clock
    program = ("tests.browser.moved", str(clock.file))
    server = Server(folder / "house", log=folder / "server.log", program=program)
    server.start()
    yield Moved(office, server, clock)
    server.stop()
    office.house.store.close()


@pytest.fixture
def moved_windows(chromium: Browser, moved: Moved) -> Iterator[Windows]:
    with windows_on(moved.server, chromium) as windows:
        yield windows


@pytest.fixture
def lead(meeting: Meeting, server: Server, token: str) -> Lead:
    return Lead(server.url, meeting, token)


@pytest.fixture
def fien(windows: Windows, server: Server, token: str) -> Staff:
    return windows.signed_in(token, url=server.url)
