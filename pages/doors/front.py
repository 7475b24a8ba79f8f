"""The front door: welcome, what families and referrers may want to know first, signing in and out."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.cookies import staff_cookie
from pages.doors.answers import fields_of, language, sentence_of, status_of
from pages.doors.phone import keep, page, reader
from pages.phone.page import Refusal, render
from pages.running import house
from sos_core.domain.errors import DomainError
from sos_core.services.accounts import sign_in, sign_out
from sos_core.services.organisation import Readers, organisation
from sos_core.settings import STAFF_STAY


async def welcome_door(request: Request) -> Response:
    """`GET /welkom`: Meedoen or Inloggen."""
    return page(request, render("welkom.html", reader=reader(request)))


async def families_door(request: Request) -> Response:
    """`GET /voor-gezinnen`: what a conference is, for families."""
    return _open_page(request, "gezinnen.html", Readers.FAMILIES)


async def referrers_door(request: Request) -> Response:
    """`GET /voor-verwijzers`: what it is and what is asked, for referrers."""
    return _open_page(request, "verwijzers.html", Readers.REFERRERS)


def _open_page(request: Request, template: str, readers: Readers) -> Response:
    reading = reader(request)
    about = organisation(house().settings.organisation, reading.lang, readers)
    return page(request, render(template, reader=reading, more={"organisation": about}))


async def login_door(request: Request) -> Response:
    """`POST /login`: to the staff's pages, or back with one sentence."""
    sent: Any = {}
    try:
        sent = await fields_of(request)
        name, password = str(sent.get("name") or ""), str(sent.get("password") or "")
        token = await run_in_threadpool(_sign_in, name, password)
    except DomainError as error:
        lang = language(request)
        typed = {"name": str(sent.get("name") or "")}
        refused = Refusal(sentence_of(error, lang), typed)
        html = render("welkom.html", reader=reader(request), refusal=refused)
        return page(request, html, status_of(error))
    answer = RedirectResponse("/", 303)
    keep(answer, staff_cookie(house().settings), token, seconds=int(STAFF_STAY.total_seconds()))
    return answer


async def logout_door(request: Request) -> Response:
    """`POST /logout`: the sign-in ends, on the server too."""
    cookie = staff_cookie(house().settings)
    await run_in_threadpool(sign_out, house(), request.cookies.get(cookie, ""))
    answer = RedirectResponse("/welkom", 303)
    answer.delete_cookie(cookie, path="/", secure=house().settings.secure, httponly=True)
    return answer


def _sign_in(name: str, password: str) -> str:
    return sign_in(house(), name=name, password=password)
