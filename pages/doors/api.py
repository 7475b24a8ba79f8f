"""The doors that every screen speaks with: say, do, view, live."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from pages.cookies import cookie_of, guest_by, phone_token, staff_by
from pages.doors.answers import Json, fields_of, is_form, language, refusal
from pages.doors.live import HEADERS, Live
from pages.doors.phone import phone_page
from pages.running import house
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes
from sos_core.access.view import View
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotAllowed
from sos_core.services.advising import advise
from sos_core.services.calendars import in_plain_words
from sos_core.services.carrying_out import Kept
from sos_core.services.doing import do
from sos_core.services.ending_links import was_ended
from sos_core.services.fields import Fields
from sos_core.services.looking_back import look_back, story
from sos_core.services.own_week import Week, own_week
from sos_core.services.plan_in_words import Plan, plan_in_words
from sos_core.services.presence import who_is_away
from sos_core.services.saying import say
from sos_core.services.seeing import eyes_of, look
from sos_core.services.watching import Watcher
from sos_core.services.week_ahead import week_ahead
from sos_core.services.withholding import would_not_read

PENS = ThreadPoolExecutor(16, thread_name_prefix="pen")
"""Those who write: apart from the threads of whoever looks, and waited for with as little as can be."""


async def say_door(request: Request) -> Response:
    """`POST /api/say`: kept on disk before the answer."""
    return await _change(request, _say, made="card")


async def do_door(request: Request) -> Response:
    """`POST /api/do`: kept on disk before the answer."""
    return await _change(request, _do, made="id")


async def view_door(request: Request) -> Response:
    """`GET /api/view`: one snapshot; with `at` what the shared screen showed then."""
    try:
        if "at" in request.query_params:
            return Json(await run_in_threadpool(_then, request))
        conference, eyes, _ = await run_in_threadpool(_looking, request)
        return Json(await run_in_threadpool(look, house(), conference, eyes))
    except DomainError as error:
        return refusal(error, language(request))


async def story_door(request: Request) -> Response:
    """`GET /api/story`: the steps of the meeting that the room saw."""
    try:
        actor = await run_in_threadpool(lambda: who(request, as_staff=True))
        steps = await run_in_threadpool(story, house(), actor, request.query_params.get("conference", ""))
        return Json({"steps": [asdict(step) | {"at": step.at.isoformat()} for step in steps]})
    except DomainError as error:
        return refusal(error, language(request))


async def findings_door(request: Request) -> Response:
    """`GET /api/findings`: what the checks find; `without` names people who are away for once."""
    try:
        actor = await run_in_threadpool(lambda: who(request, as_staff=True))
        asked = request.query_params
        without = asked.getlist("without")
        advice = await run_in_threadpool(lambda: advise(house(), actor, asked.get("conference", ""), without=without))
        return Json(advice)
    except DomainError as error:
        return refusal(error, language(request))


async def weeks_door(request: Request) -> Response:
    """`GET /api/weeks`: one of the coming weeks of the plan, `week` counted from nought."""
    try:
        actor = await run_in_threadpool(lambda: who(request, as_staff=True))
        asked = request.query_params
        week = int(n) if (n := asked.get("week", "0")).isascii() and n.isdigit() and len(n) < 3 else -1
        return Json(await run_in_threadpool(lambda: week_ahead(house(), actor, asked.get("conference", ""), week=week)))
    except DomainError as error:
        return refusal(error, language(request))


async def when_door(request: Request) -> Response:
    """`POST /api/when`: how what was typed about when is understood. Nothing is kept; a POST, so that words stand in no address."""
    try:
        sent = await fields_of(request)
        found = await run_in_threadpool(_understood, request, sent)
    except DomainError as error:
        return refusal(error, language(request))
    return Json({"understood": found[0] if found else None, "timed": bool(found and found[1])})


async def withheld_door(request: Request) -> Response:
    """`POST /api/withheld`: who would not read what is being typed. Nothing is kept; a POST, so that words stand in no address."""
    try:
        sent = Fields(await fields_of(request))
        found = await run_in_threadpool(_would_not_read, request, sent)
    except DomainError as error:
        return refusal(error, language(request))
    return Json({"withheld_from": found})


async def week_door(request: Request) -> Response:
    """`GET /api/week`: what one person does in the coming seven days, in plain words."""
    try:
        return Json(await run_in_threadpool(_week, request))
    except DomainError as error:
        return refusal(error, language(request))


async def plan_door(request: Request) -> Response:
    """`GET /api/plan`: the newest plan in plain words, as one person may read it."""
    try:
        return Json(await run_in_threadpool(_plan, request))
    except DomainError as error:
        return refusal(error, language(request))


async def presence_door(request: Request) -> Response:
    """`GET /api/presence`: who of those who are in dropped off."""
    try:
        conference = request.query_params.get("conference", "")
        return Json({"away": await run_in_threadpool(_away, request, conference)})
    except DomainError as error:
        return refusal(error, language(request))


class LiveDoor:
    """`GET /api/live`: the stream of everything that these eyes may see, from where the reader left off. A door of its own kind:
    nothing stands between its stream and the gate.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = await _live(Request(scope, receive))
        await answer(scope, receive, send)


async def _live(request: Request) -> Response:
    try:
        conference, eyes, actor = await run_in_threadpool(_looking, request)
    except DomainError as error:
        return refusal(error, language(request))
    if request.method == "HEAD":
        return Response(headers=HEADERS, media_type=Live.media_type)
    seen = request.headers.get("last-event-id") or request.query_params.get("since") or ""
    watcher = Watcher(actor, conference, eyes, cookie_of(house(), actor, request.cookies))
    return Live(house(), watcher, seen=int(seen) if seen.isdecimal() and len(seen) < 10 else 0)


async def _change(request: Request, change: Callable[[Actor, Any], Kept], *, made: str) -> Response:
    sent: Any = {}
    try:
        sent = await fields_of(request)
        kept = await asyncio.get_running_loop().run_in_executor(PENS, _kept, request, change, sent)
    except DomainError as error:
        if is_form(request):
            return await run_in_threadpool(phone_page, request, error, dict(sent))
        changed = isinstance(error, ChangedMeanwhile)
        newer = {"now": await run_in_threadpool(_newer, request, sent)} if changed else {}
        return refusal(error, language(request), **newer)
    if is_form(request):
        person = sent.get("person")
        return RedirectResponse(f"/m?person={person}" if person else "/m", 303)
    return Json({"seq": kept.seq, "kept": True, made: kept.id})


def _kept(request: Request, change: Callable[[Actor, Any], Kept], sent: Any) -> Kept:
    """Who it is and what it changes, in one go: between two threads a note waits for whatever else runs."""
    return change(who(request, as_staff="conference" in sent), sent)


def _say(actor: Actor, sent: Any) -> Kept:
    return say(house(), actor, sent)


def _do(actor: Actor, sent: Any) -> Kept:
    return do(house(), actor, sent)


def _understood(request: Request, sent: Any) -> tuple[str, bool] | None:
    who(request, as_staff=True)
    return in_plain_words(house(), sent.get("text"), lang=language(request))


def _would_not_read(request: Request, sent: Fields) -> list[str]:
    actor = who(request, as_staff=True)
    return would_not_read(house(), actor, sent.id("conference"), sent.raw("text"))


def _week(request: Request) -> Week:
    conference, eyes, _ = _looking(request)
    return own_week(house(), conference, eyes, lang=language(request))


def _plan(request: Request) -> Plan:
    conference, eyes, _ = _looking(request)
    return plan_in_words(house(), conference, eyes, lang=language(request))


def _away(request: Request, conference: str) -> list[str]:
    return who_is_away(house(), who(request, as_staff=True), conference)


def _newer(request: Request, sent: Any) -> Any:
    """What was changed meanwhile as it stands by now, for these eyes: so that both texts can be shown, and one chosen."""
    actor = who(request, as_staff="conference" in sent)
    conference = actor.conference if isinstance(actor, Guest) else str(sent["conference"])
    view = look(house(), conference, eyes_of(house(), actor, conference))
    part = next(part for part in ("what_if", "agreement", "card", "scene", "routine") if part in sent)
    return view[f"{part}s"].get(sent[part])


def who(request: Request, *, as_staff: bool = False) -> Actor:
    """Who is asking, by cookie and database. Staff name the conference, phones never do: in a browser that has both cookies
    that tells which is meant. Raises NotAllowed.
    """
    staff = staff_by(house(), request.cookies)
    guest = guest_by(house(), request.cookies)
    as_staff = as_staff or "conference" in request.query_params
    actor = (staff or guest) if as_staff else (guest or staff)
    if actor is None:
        ended = not as_staff and was_ended(house(), phone_token(house(), request.cookies))
        raise NotAllowed("links.ended" if ended else "policy.sign_in" if as_staff else "policy.join_first")
    return actor


def _looking(request: Request) -> tuple[str, Eyes, Actor]:
    actor = who(request)
    asked = request.query_params
    through = asked.get("person", "") if isinstance(actor, Guest) else asked.get("as", "")
    conference = actor.conference if isinstance(actor, Guest) else asked.get("conference", "")
    return conference, eyes_of(house(), actor, conference, through=through), actor


def _then(request: Request) -> View:
    fields = Fields(request.query_params)
    base = {name: fields.number(name) for name in ("since", "as_of") if fields.raw(name) is not None}
    actor = who(request, as_staff=True)
    return look_back(house(), actor, request.query_params.get("conference", ""), at=fields.number("at"), **base)
