"""All doors in one list, in the order of docs/http.md, and what happens when the house opens and closes."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from anyio import to_thread
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route

from pages.cookies import LANGUAGE
from pages.doors import api, calendars, front, links, mail, papers, phone, ready
from pages.doors.answers import note_fault, sentence_of
from pages.doors.faces import faces
from pages.doors.gate import Gate
from pages.running import close_house, house
from sos_core.domain.errors import DomainError
from sos_core.i18n import SOURCE, chosen
from sos_core.i18n.sentences import sentence
from sos_core.services.house import House
from sos_core.services.tidying import tidy

_ZIPPED = [Middleware(GZipMiddleware, minimum_size=1000)]
"""For what is long: pages, and whole views."""

routes: list[Route | Mount] = [
    Route("/welkom", front.welcome_door, middleware=_ZIPPED),
    Route("/voor-gezinnen", front.families_door, middleware=_ZIPPED),
    Route("/voor-verwijzers", front.referrers_door, middleware=_ZIPPED),
    Route("/login", front.login_door, methods=["POST"]),
    Route("/logout", front.logout_door, methods=["POST"]),
    Route("/m", phone.page_door, middleware=_ZIPPED),
    Route("/m/meedoen", phone.join_door, methods=["POST"], middleware=_ZIPPED),
    Route("/kijk", phone.look_door, middleware=_ZIPPED),
    Route("/m/weg", phone.leave_door, methods=["POST"]),
    Route("/api/view", api.view_door, middleware=_ZIPPED),
    Route("/api/live", api.LiveDoor(), methods=["GET"]),
    Route("/api/presence", api.presence_door),
    Route("/api/say", api.say_door, methods=["POST"]),
    Route("/api/do", api.do_door, methods=["POST"]),
    Route("/api/when", api.when_door, methods=["POST"]),
    Route("/api/withheld", api.withheld_door, methods=["POST"]),
    Route("/api/week", api.week_door),
    Route("/api/plan", api.plan_door, middleware=_ZIPPED),
    Route("/api/story", api.story_door, middleware=_ZIPPED),
    Route("/api/findings", api.findings_door, middleware=_ZIPPED),
    Route("/api/mail", mail.mail_door, methods=["GET", "POST"], middleware=_ZIPPED),
    Route("/api/links", links.links_door, methods=["GET", "POST"], middleware=_ZIPPED),
    Route("/api/weeks", api.weeks_door, middleware=_ZIPPED),
    Route("/api/shelf", ready.shelf_door, middleware=_ZIPPED),
    Route("/qr", ready.qr_door),
    *papers.paper_doors,
    Route("/export/overview.xlsx", papers.overview_door),
    Route("/export/bewaard.pdf", papers.kept_door),
    Route("/export/days.ics", calendars.days_door),
    Route("/export/letter.pdf", papers.letter_door, methods=["POST"]),
    Route("/export/agenda.ics", calendars.own_door),
    Route("/agenda/{token}.ics", calendars.followed_door),
    Route("/healthz", ready.health_door),
    *faces,
]

middleware = [Middleware(Gate, doors=routes)]


SHORT_TURNS = 0.0005
"""Seconds. For so long a page that is being drawn, or a plan that is being printed, may hold up a note: Python's own 5 ms come
on top of each other, once for each thread that the note passes.
"""


TIDY_EVERY = 600.0
"""Seconds."""
THREADS = 8
"""That look things up for doors. Only one of them runs at a time: more would do no more, and each holds its own memory."""


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """The house opens before the first visitor. At the end every stream ends first, else the server waits for them."""
    hub = (await run_in_threadpool(_opened)).hub
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SHORT_TURNS)
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        _first_on(number, lambda: loop.call_soon_threadsafe(hub.close))
    tidying = asyncio.create_task(_tidy_now_and_then())
    yield
    tidying.cancel()
    close_house()


async def _tidy_now_and_then() -> None:
    """For as long as the house is open. What goes wrong is noted, and tried again."""
    while True:
        await asyncio.sleep(TIDY_EVERY)
        try:
            await run_in_threadpool(tidy, house())
        except Exception as error:  # noqa: BLE001 - a fault today must not leave words on the disk for good
            note_fault(error)


def on_script_error(error: Exception) -> bool:
    """A fault of ours on a staff page: noted, and the reader gets one sentence."""
    note_fault(error)
    st.error(sentence("unexpected", chosen(st.context.cookies.get(LANGUAGE))))
    return True


def _opened() -> House:
    """The house; where it cannot open, one sentence and the end of this process.

    `os._exit`, because the server would print a traceback round any exception. Nothing is open yet.
    """
    try:
        return house()
    except DomainError as error:
        print(sentence_of(error, SOURCE), file=sys.stderr)  # noqa: T201 - to the person at the keyboard
        sys.stderr.flush()
        os._exit(2)


def _first_on(number: int, do: Callable[[], Any]) -> None:
    """On this signal do this first; then what would have been done. Not in the signal itself: it may hold our own lock."""
    before = signal.getsignal(number)

    def ending(signum: int, frame: Any) -> None:
        do()
        if callable(before):
            before(signum, frame)

    signal.signal(number, ending)
