"""The calendars: what one does oneself, the days on which one is asked to come, and the address that a calendar follows. Neither
names nor titles give anything away.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.doors.answers import language, refusal
from pages.doors.api import who
from pages.running import house
from sos_core.access.actor import Guest
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.i18n import chosen
from sos_core.services.calendars import own_calendar
from sos_core.services.own_links import calendar_at
from sos_core.services.sessions import days_file

MEDIA = "text/calendar"


async def own_door(request: Request) -> Response:
    """`GET /export/agenda.ics`: a guest's own agreements for the own calendar."""
    try:
        return _file(await run_in_threadpool(_own, request))
    except DomainError as error:
        return refusal(error, language(request))


async def days_door(request: Request) -> Response:
    """`GET /export/days.ics`: the days on which one is asked to come; for whoever leads all of them, or one person's."""
    try:
        return _file(await run_in_threadpool(_days, request))
    except DomainError as error:
        return refusal(error, language(request))


async def followed_door(request: Request) -> Response:
    """`GET /agenda/{token}.ics`: whoever has the address has the calendar, and reads neutral titles in it. In the language that the
    address names: what a calendar's own server likes to read is no matter.
    """
    lang, remind = chosen(request.query_params.get("lang")), request.query_params.get("remind") == "1"
    try:
        agenda = await run_in_threadpool(calendar_at, house(), request.path_params["token"], remind=remind, lang=lang)
    except DomainError as error:
        return refusal(error, lang)
    return Response(agenda, media_type=MEDIA, headers={"Cache-Control": "no-store"})


def _file(calendar: bytes) -> Response:
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="agenda.ics"'}
    return Response(calendar, media_type=MEDIA, headers=headers)


def _own(request: Request) -> bytes:
    asked = request.query_params
    guest = who(request)
    if not isinstance(guest, Guest):
        raise NotAllowed("policy.join_first")
    through, remind = asked.get("person", ""), asked.get("remind") == "1"
    return own_calendar(house(), guest, through=through, remind=remind, lang=language(request))


def _days(request: Request) -> bytes:
    asked = request.query_params
    through = asked.get("person") or asked.get("as") or ""
    return days_file(house(), who(request), asked.get("conference", ""), through=through, lang=language(request))
