"""The door of the own mail address: left or removed by the person it is of. The address itself never comes out again."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.doors.answers import Json, fields_of, is_form, language, refusal
from pages.doors.api import PENS, who
from pages.doors.phone import phone_page
from pages.running import house
from sos_core.domain.errors import DomainError
from sos_core.services.fields import Fields
from sos_core.services.mail_address import leave_address, mail_of, remove_address


async def mail_door(request: Request) -> Response:
    """`GET /api/mail`: whether a reminder by mail is offered, and on. `POST`: leave an address, or with `on` false remove it."""
    if request.method == "POST":
        return await _change(request)
    try:
        return Json(await run_in_threadpool(_on, request, request.query_params))
    except DomainError as error:
        return refusal(error, language(request))


async def _change(request: Request) -> Response:
    sent: Any = {}
    try:
        sent = await fields_of(request)
        await asyncio.get_running_loop().run_in_executor(PENS, _changed, request, sent)
    except DomainError as error:
        if is_form(request):
            return await run_in_threadpool(phone_page, request, error, dict(sent))
        return refusal(error, language(request))
    if is_form(request):
        return RedirectResponse(f"/m?person={Fields(sent).id('person')}&week=1#mine", 303)
    return Json({"kept": True, **await run_in_threadpool(_on, request, sent)})


def _on(request: Request, asked: Any) -> dict[str, bool]:
    return mail_of(house(), who(request), person=Fields(asked).maybe_id("person"))


def _changed(request: Request, sent: Any) -> None:
    fields = Fields(sent)
    actor, person = who(request), fields.id("person")
    if fields.flag("on"):
        leave_address(house(), actor, fields.raw("address"), person=person, lang=language(request))
    else:
        remove_address(house(), actor, person=person)
