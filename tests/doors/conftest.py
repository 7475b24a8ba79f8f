"""The doors as a browser meets them: the real routes behind the real gate, on a real house. Streamlit's place is taken by one
that only says that it was reached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from pages import running
from pages.cookies import phone_cookie, staff_cookie
from pages.doors.routes import middleware
from sos_core.access.actor import Staff
from sos_core.services.accounts import sign_in
from tests.builders import PASSWORD, Meeting, Office, Somebody

HOST = "http://draaiboek.test"
REACHED = "Streamlit was reached"
Browser = TestClient
Browsing = Callable[..., Browser]


async def _streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """As Streamlit's own routes do, it takes every address that no door of ours took."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.close", "code": 1000})
        return
    await PlainTextResponse(REACHED)(scope, receive, send)


app = Starlette(routes=[Mount("/", app=_streamlit)], middleware=middleware)


@pytest.fixture(autouse=True)
def open_doors(office: Office) -> Iterator[None]:
    """The house of this test is the one that runs."""
    running._running[:] = [office.house]
    yield
    running._running.clear()


@pytest.fixture
def browser(office: Office) -> Iterator[Browsing]:
    """`browser()` is a stranger's; `browser(somebody)` holds the cookie of that member of staff or that phone."""

    def open_browser(who: Staff | Somebody | None = None, **kept: Any) -> Browser:
        client = Browser(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False)
        settings = office.house.settings
        if isinstance(who, Staff):
            client.cookies.set(staff_cookie(settings), sign_in(office.house, name=who.name, password=PASSWORD))
        if isinstance(who, Somebody):
            client.cookies.set(phone_cookie(settings), who.token)
        for name, value in kept.items():
            client.cookies.set(name, value)
        return opened.enter_context(client)

    with ExitStack() as opened:
        yield open_browser


@pytest.fixture
def mother(meeting: Meeting) -> Somebody:
    return meeting.admitted("Anna", "parent", relation="moeder")


@pytest.fixture
def father(meeting: Meeting) -> Somebody:
    return meeting.admitted("Bram", "parent", relation="vader")


def sentence_in(answer: Any) -> str:
    """The sentence with which this answer refuses: of a problem, or of a page."""
    if answer.headers.get("content-type", "").startswith("application/problem+json"):
        return str(answer.json()["title"])
    page = answer.text
    return page.split('role="alert"')[1].split(">", 1)[1].split("<")[0] if 'role="alert"' in page else ""
