"""All doors in one list, in the order of docs/http.md, and what happens when the house opens and closes."""

from __future__ import annotations

import gc
import logging
import signal
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.cookies import LANGUAGE
from pages.doors import api, files, front, phone
from pages.doors.gate import Gate
from pages.running import close_house, house
from sos_core.i18n import chosen
from sos_core.i18n.sentences import sentence
from sos_core.services.starting import make_ready

_log = logging.getLogger("draaiboek")

routes = [
    Route("/welkom", front.welcome_door),
    Route("/login", front.login_door, methods=["POST"]),
    Route("/uitloggen", front.leaving_door),
    Route("/logout", front.logout_door, methods=["POST"]),
    Route("/m", phone.page_door),
    Route("/m/meedoen", phone.join_door, methods=["POST"]),
    Route("/m/weg", phone.leave_door, methods=["POST"]),
    Route("/api/view", api.view_door),
    Route("/api/live", api.live_door),
    Route("/api/say", api.say_door, methods=["POST"]),
    Route("/api/do", api.do_door, methods=["POST"]),
    Route("/qr", files.qr_door),
    Route("/export/plan.pdf", files.plan_door),
    Route("/healthz", files.health_door),
    *files.faces,
]

middleware = [Middleware(Gate)]


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """The house opens before the first visitor. At the end every stream ends first, else the server waits for them."""
    await run_in_threadpool(make_ready, house())
    gc.collect()
    gc.freeze()
    for number in (signal.SIGTERM, signal.SIGINT):
        _end_streams_on(number)
    yield
    close_house()


def on_script_error(error: Exception) -> bool:
    """A fault of ours on a staff page: its place goes to the log (never its text, which may hold a family's words), and the
    reader gets one sentence.
    """
    place = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s at %s:%s", type(error).__name__, place.filename, place.lineno)
    st.error(sentence("unexpected", chosen(st.context.cookies.get(LANGUAGE))))
    return True


def _end_streams_on(number: int) -> None:
    before = signal.getsignal(number)

    def ending(signum: int, frame: Any) -> None:
        house().hub.close()
        if callable(before):
            before(signum, frame)

    signal.signal(number, ending)
