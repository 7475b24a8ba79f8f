"""What stands ready: the QR, what can be chosen from, and whether we are well."""

from __future__ import annotations

import io

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.doors.answers import Json, language, refusal
from pages.doors.api import who
from pages.running import house
from sos_core.domain.errors import DomainError
from sos_core.i18n import words_for
from sos_core.services.entrance import is_well, way_in
from sos_core.services.library import pictures, routines, what_ifs


async def qr_door(request: Request) -> Response:
    """`GET /qr`: the way in as a QR code. The secret is behind the `#`, which no browser sends or logs."""
    try:
        link = await run_in_threadpool(_link, request)
    except DomainError as error:
        return refusal(error, language(request))
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="svg", border=2, scale=4, xmldecl=False)
    return Response(picture.getvalue(), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


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
