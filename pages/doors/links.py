"""The door of a person's own links: which work, switched on or off."""

from __future__ import annotations

import asyncio
from typing import Any

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from pages.doors.answers import Json, fields_of, is_form, language, refusal
from pages.doors.api import PENS, who
from pages.doors.phone import phone_page
from pages.running import house
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.services.fields import Fields
from sos_core.services.links import Purpose
from sos_core.services.own_links import (
    DOOR_DAYS,
    calendar_address,
    door_address,
    make_door_link,
    switch_off,
    switch_on_calendar,
    which_are_on,
)


async def links_door(request: Request) -> Response:
    """`GET /api/links`: which links work, never a secret. `POST`: switch one on, which shows its address once, or off."""
    if request.method == "POST":
        return await _switch(request)
    try:
        return Json(await run_in_threadpool(_on, request, request.query_params))
    except DomainError as error:
        return refusal(error, language(request))


async def _switch(request: Request) -> Response:
    sent: Any = {}
    try:
        sent = await fields_of(request)
        made = await asyncio.get_running_loop().run_in_executor(PENS, _switched, request, sent)
    except DomainError as error:
        if is_form(request):
            return await run_in_threadpool(phone_page, request, error, dict(sent))
        return refusal(error, language(request))
    if is_form(request):
        return await run_in_threadpool(phone_page, request, None, dict(sent), made["address"])
    return Json({"kept": True, **made, **await run_in_threadpool(_on_now, request, sent)})


def _on(request: Request, asked: Any) -> dict[str, Any]:
    actor = who(request, as_staff="conference" in asked)
    on = which_are_on(house(), actor, conference=asked.get("conference", ""), person=asked.get("person"))
    return {"on": {one: {name: day and day.isoformat() for name, day in held.items()} for one, held in on.items()}}


def _on_now(request: Request, sent: Any) -> dict[str, Any]:
    """As `_on`; nothing for who was in by the link that they ended."""
    try:
        return _on(request, sent)
    except NotAllowed:
        return {"on": {}}


def _switched(request: Request, sent: Any) -> dict[str, str | None]:
    """The address of what was switched on, and its QR where that is for a phone."""
    actor, fields = who(request, as_staff="conference" in sent), Fields(sent)
    conference, person = fields.maybe_id("conference") or "", fields.id("person")
    if not fields.flag("on"):
        purposes = [fields.choice("purpose", Purpose)] if fields.raw("purpose") else []
        switch_off(house(), actor, *purposes, conference=conference, person=person)
        return {"address": None, "qr": None}
    if fields.choice("purpose", Purpose) is Purpose.CALENDAR:
        token = switch_on_calendar(house(), actor, person=person)
        return {
            "address": calendar_address(house(), token, remind=fields.flag("remind"), lang=language(request)),
            "qr": None,
        }
    return _way_in(actor, conference, person, fields.number("days") if fields.raw("days") is not None else DOOR_DAYS)


def _way_in(actor: Actor, conference: str, person: str, days: int) -> dict[str, str | None]:
    address = door_address(house(), make_door_link(house(), actor, conference, person, days=days))
    return {"address": address, "qr": segno.make(address, error="m", micro=False).svg_data_uri(border=2, scale=4)}
