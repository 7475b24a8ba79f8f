"""What is not a page: the QR, the plan on paper, and whether we are well."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from pages.cookies import guest_by
from pages.doors.answers import Json, fields_of, is_form, language, refusal, sentence_of, status_of
from pages.doors.api import who
from pages.doors.phone import phone_page
from pages.overview.sheet import sheet
from pages.running import house
from sos_core.access.actor import Guest
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.i18n import words_for
from sos_core.services.calendars import own_calendar
from sos_core.services.dashboard_filters import read_filters
from sos_core.services.entrance import is_well, way_in
from sos_core.services.fields import Fields
from sos_core.services.handouts import FORMS, LOCKABLE, as_file
from sos_core.services.letters import letter_pdf
from sos_core.services.library import pictures, routines, what_ifs
from sos_core.services.sessions import days_file
from sos_core.services.what_is_kept import kept_file

_AT_THE_PRESS = ThreadPoolExecutor(4, thread_name_prefix="press")
"""Those who wait for a paper: a queue there keeps nobody from looking or speaking."""


async def qr_door(request: Request) -> Response:
    """`GET /qr`: the way in as a QR code. The secret is behind the `#`, which no browser sends or logs."""
    try:
        link = await run_in_threadpool(_link, request)
    except DomainError as error:
        return refusal(error, language(request))
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="svg", border=2, scale=4, xmldecl=False)
    return Response(picture.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


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
            printed = partial(_paper, request, form, number, password)
            paper = await asyncio.get_running_loop().run_in_executor(_AT_THE_PRESS, printed)
        except DomainError as error:
            return await run_in_threadpool(_refused, request, error) if locks else refusal(error, language(request))
        name = f"{NAMES.get(form, 'plan')}-{number}.{kind}"
        how = "inline" if kind == "pdf" and not locks else "attachment"
        headers = {"Cache-Control": "no-store", "Content-Disposition": f'{how}; filename="{name}"'}
        return Response(paper, media_type=MEDIA[kind], headers=headers)

    return door


paper_doors = [
    Route(f"/export/{form}", paper_door(form), methods=["GET", "POST"] if form in LOCKABLE else ["GET"])
    for form in FORMS
]


async def overview_door(request: Request) -> Response:
    """`GET /export/overview.xlsx`: the families of the coordinator's overview, with the same filters in the address."""
    try:
        made = await asyncio.get_running_loop().run_in_executor(_AT_THE_PRESS, _overview, request)
    except DomainError as error:
        return refusal(error, language(request))
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="overzicht.xlsx"'}
    return Response(made, media_type=MEDIA["xlsx"], headers=headers)


async def kept_door(request: Request) -> Response:
    """`GET /export/bewaard.pdf`: everything that is kept of one person, for that person. Its name gives nothing away."""
    try:
        printed = partial(_kept, request)
        paper = await asyncio.get_running_loop().run_in_executor(_AT_THE_PRESS, printed)
    except DomainError as error:
        return refusal(error, language(request))
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'inline; filename="blad.pdf"'}
    return Response(paper, media_type="application/pdf", headers=headers)


async def calendar_door(request: Request) -> Response:
    """`GET /export/agenda.ics`: a guest's own agreements for the own calendar. Neither its name nor its titles give anything away."""
    try:
        agenda = await run_in_threadpool(_calendar, request)
    except DomainError as error:
        return refusal(error, language(request))
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="agenda.ics"'}
    return Response(agenda, media_type="text/calendar", headers=headers)


async def days_door(request: Request) -> Response:
    """`GET /export/days.ics`: the days on which one is asked to come; for whoever leads all of them, or one person's."""
    try:
        days = await run_in_threadpool(_days, request)
    except DomainError as error:
        return refusal(error, language(request))
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="agenda.ics"'}
    return Response(days, media_type="text/calendar", headers=headers)


async def letter_door(request: Request) -> Response:
    """`POST /export/letter.pdf`: the invitation of one person. A POST, because the way in of the letter before ends with it."""
    try:
        sent = Fields(await fields_of(request))
        made = partial(_letter, request, sent)
        letter = await asyncio.get_running_loop().run_in_executor(_AT_THE_PRESS, made)
    except DomainError as error:
        return refusal(error, language(request))
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="brief.pdf"'}
    return Response(letter, media_type="application/pdf", headers=headers)


async def shelf_door(request: Request) -> Response:
    """`GET /api/shelf`: what stands ready: pictures by the word that finds them, routines by title, and "what if" cards, each
    with what it is called in Dutch too. No family's words.
    """
    try:
        await run_in_threadpool(who, request)
    except DomainError as error:
        return refusal(error, language(request))
    titles = [{"id": idea.id, "title": idea.title} for idea in routines().values()]
    t = words_for(language(request))
    words = [{"id": drawing.id, "label": t(drawing.label), "group": drawing.group} for drawing in pictures()]
    cards = [
        {
            "id": card.id,
            "title": t(card.title),
            "question": t(card.question),
            "dutch": card.title,
            "by_chance": card.by_chance,
        }
        for card in what_ifs().values()
    ]
    return Json({"pictures": words, "routines": titles, "what_ifs": cards})


async def health_door(request: Request) -> Response:
    """`GET /healthz`: alive, and the database answers."""
    ok = await run_in_threadpool(is_well, house())
    return JSONResponse({"ok": ok}, 200 if ok else 503)


def _link(request: Request) -> str:
    return way_in(house(), who(request), request.query_params.get("conference", ""))


def _overview(request: Request) -> bytes:
    filters = read_filters(request.query_params.multi_items())
    return sheet(house(), who(request), filters, lang=language(request))


def _calendar(request: Request) -> bytes:
    asked = request.query_params
    guest = who(request)
    if not isinstance(guest, Guest):
        raise NotAllowed("policy.join_first")
    through, remind = asked.get("person", ""), asked.get("remind") == "1"
    return own_calendar(house(), guest, through=through, remind=remind, lang=language(request))


def _kept(request: Request) -> bytes:
    asked = request.query_params
    person, conference = asked.get("person", ""), asked.get("conference", "")
    return kept_file(house(), who(request), conference, person, lang=language(request))


def _days(request: Request) -> bytes:
    asked = request.query_params
    through = asked.get("person") or asked.get("as") or ""
    return days_file(house(), who(request), asked.get("conference", ""), through=through, lang=language(request))


def _letter(request: Request, sent: Fields) -> bytes:
    actor = who(request, as_staff=True)
    return letter_pdf(house(), actor, sent.id("conference"), sent.id("person"), lang=language(request))


def _paper(request: Request, form: str, version: int, password: str | None) -> bytes:
    asked = request.query_params
    through = asked.get("person") or asked.get("as") or ""
    lang, actor = language(request), who(request)
    conference = asked.get("conference", "")
    return as_file(house(), actor, conference, version, form=form, through=through, lang=lang, password=password)


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
