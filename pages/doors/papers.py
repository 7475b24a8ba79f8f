"""What one takes along from here: the plan and all other papers, as files that stay nowhere on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.cookies import guest_by
from pages.doors.answers import fields_of, is_form, language, refusal, sentence_of, status_of
from pages.doors.api import who
from pages.doors.phone import phone_page
from pages.overview.sheet import sheet
from pages.running import house
from sos_core.domain.errors import DomainError, NotFound
from sos_core.services.dashboard_filters import read_filters
from sos_core.services.fields import Fields
from sos_core.services.handouts import FORMS, LOCKABLE, as_file
from sos_core.services.letters import letter_pdf
from sos_core.services.what_is_kept import kept_file

_AT_THE_PRESS = ThreadPoolExecutor(4, thread_name_prefix="press")
"""Those who wait for a paper: a queue there keeps nobody from looking or speaking."""
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NAMES = {
    "mine.pdf": "blad",
    "pages.pdf": "bladen",
    "child.pdf": "film",
    "lines.pdf": "lijst",
    "handover.pdf": "brief",
}
"""What a file is called, so that its name gives nothing away; all others: plan."""


def paper_door(form: str) -> Callable[[Request], Awaitable[Response]]:
    """`GET /export/…`: the plan in one of its forms, with only what its reader may know. `POST` locks it with a password: an address
    stays in a browser's history, what is posted does not.
    """
    kind = form.rpartition(".")[2]

    async def door(request: Request) -> Response:
        locks = request.method == "POST"
        try:
            password = await _password(request) if locks else None
            version = request.query_params.get("version", "")
            if not version.isdecimal():
                raise NotFound("plan.no_such_version")
            number = int(version[:6])
            paper = await _printed(partial(_paper, request, form, number, password))
        except DomainError as error:
            return await run_in_threadpool(_refused, request, error) if locks else refusal(error, language(request))
        return _file(paper, f"{NAMES.get(form, 'plan')}-{number}.{kind}", shown=kind == "pdf" and not locks)

    return door


paper_doors = [
    Route(f"/export/{form}", paper_door(form), methods=["GET", "POST"] if form in LOCKABLE else ["GET"])
    for form in FORMS
]


async def overview_door(request: Request) -> Response:
    """`GET /export/overview.xlsx`: the families of the coordinator's overview, with the same filters in the address."""
    try:
        made = await _printed(partial(_overview, request))
    except DomainError as error:
        return refusal(error, language(request))
    return _file(made, "overzicht.xlsx")


async def kept_door(request: Request) -> Response:
    """`GET /export/bewaard.pdf`: everything that is kept of one person, for that person. Its name gives nothing away."""
    try:
        made = await _printed(partial(_kept, request))
    except DomainError as error:
        return refusal(error, language(request))
    return _file(made, "blad.pdf", shown=True)


async def letter_door(request: Request) -> Response:
    """`POST /export/letter.pdf`: the invitation of one person. A POST, because the way in of the letter before ends with it."""
    try:
        sent = Fields(await fields_of(request))
        made = await _printed(partial(_letter, request, sent))
    except DomainError as error:
        return refusal(error, language(request))
    return _file(made, "brief.pdf")


async def _printed(make: Callable[[], bytes]) -> bytes:
    return await asyncio.get_running_loop().run_in_executor(_AT_THE_PRESS, make)


def _file(made: bytes, name: str, *, shown: bool = False) -> Response:
    """To be kept, or shown by the browser."""
    how = "inline" if shown else "attachment"
    headers = {"Cache-Control": "no-store", "Content-Disposition": f'{how}; filename="{name}"'}
    return Response(made, media_type=MEDIA[name.rpartition(".")[2]], headers=headers)


def _paper(request: Request, form: str, version: int, password: str | None) -> bytes:
    asked = request.query_params
    through = asked.get("person") or asked.get("as") or ""
    lang, actor = language(request), who(request)
    conference = asked.get("conference", "")
    return as_file(house(), actor, conference, version, form=form, through=through, lang=lang, password=password)


def _overview(request: Request) -> bytes:
    filters = read_filters(request.query_params.multi_items())
    return sheet(house(), who(request), filters, lang=language(request))


def _kept(request: Request) -> bytes:
    asked = request.query_params
    person, conference = asked.get("person", ""), asked.get("conference", "")
    return kept_file(house(), who(request), conference, person, lang=language(request))


def _letter(request: Request, sent: Fields) -> bytes:
    actor = who(request, as_staff=True)
    return letter_pdf(house(), actor, sent.id("conference"), sent.id("person"), lang=language(request))


async def _password(request: Request) -> str:
    """What was typed; nothing, where it is no text, so that no paper goes out unlocked."""
    typed = (await fields_of(request)).get("password")
    return typed if isinstance(typed, str) else ""


def _refused(request: Request, error: DomainError) -> Response:
    """A phone's form gets its page again, without the password in it; one of staff, in a tab of its own, the sentence."""
    lang = language(request)
    if not is_form(request):
        return refusal(error, lang)
    if guest_by(house(), request.cookies):
        return phone_page(request, error, {"person": request.query_params.get("person", ""), "form": "lock"})
    return PlainTextResponse(sentence_of(error, lang), status_of(error))
