"""The doors that every screen speaks with: say, do, view, live."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from pages.cookies import guest_by, staff_by
from pages.doors.answers import Json, fields_of, is_form, language, refusal
from pages.doors.phone import phone_page
from pages.running import house
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes
from sos_core.access.view import View, difference
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotAllowed
from sos_core.domain.kinds import Standing
from sos_core.services.carrying_out import Kept
from sos_core.services.doing import do
from sos_core.services.fields import Fields
from sos_core.services.looking_back import look_back, story
from sos_core.services.presence import who_is_away
from sos_core.services.saying import say
from sos_core.services.seeing import eyes_of, leads, look, since

BEAT = 15.0
"""Seconds of quiet after which the stream shows that it is alive."""


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


async def presence_door(request: Request) -> Response:
    """`GET /api/presence`: who of those who are in dropped off."""
    try:
        conference = request.query_params.get("conference", "")
        actor = who(request, as_staff=True)
        return Json({"away": await run_in_threadpool(who_is_away, house(), actor, conference)})
    except DomainError as error:
        return refusal(error, language(request))


async def live_door(request: Request) -> Response:
    """`GET /api/live`: the stream of everything that these eyes may see, from where the reader left off."""
    try:
        conference, eyes, actor = await run_in_threadpool(_looking, request)
    except DomainError as error:
        return refusal(error, language(request))
    seen = request.headers.get("last-event-id") or request.query_params.get("since") or ""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    if request.method == "HEAD":
        return Response(headers=headers, media_type="text/event-stream")
    frames = _frames(request, conference, eyes, actor, int(seen) if seen.isdecimal() and len(seen) < 10 else 0)
    return StreamingResponse(frames, media_type="text/event-stream", headers=headers)


async def _change(request: Request, change: Callable[[Actor, Any], Kept], *, made: str) -> Response:
    sent: Any = {}
    try:
        sent = await fields_of(request)
        actor = await run_in_threadpool(who, request, as_staff="conference" in sent)
        kept = await run_in_threadpool(change, actor, sent)
    except DomainError as error:
        if is_form(request):
            return await run_in_threadpool(phone_page, request, error, dict(sent))
        newer = {"now": await run_in_threadpool(_newer, actor, sent)} if isinstance(error, ChangedMeanwhile) else {}
        return refusal(error, language(request), **newer)
    if is_form(request):
        person = sent.get("person")
        return RedirectResponse(f"/m?person={person}" if person else "/m", 303)
    return Json({"seq": kept.seq, "kept": True, made: kept.id})


def _say(actor: Actor, sent: Any) -> Kept:
    return say(house(), actor, sent)


def _do(actor: Actor, sent: Any) -> Kept:
    return do(house(), actor, sent)


def _newer(actor: Actor, sent: Any) -> Any:
    """What was changed meanwhile as it stands by now, for these eyes: so that both texts can be shown, and one chosen."""
    conference = actor.conference if isinstance(actor, Guest) else str(sent["conference"])
    view = look(house(), conference, eyes_of(house(), actor, conference))
    part = next(part for part in ("agreement", "card", "scene", "routine") if part in sent)
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
        raise NotAllowed("policy.sign_in" if as_staff else "policy.join_first")
    return actor


def _looking(request: Request) -> tuple[str, Eyes, Actor]:
    actor = who(request)
    asked = request.query_params
    through = asked.get("person", "") if isinstance(actor, Guest) else asked.get("as", "")
    conference = actor.conference if isinstance(actor, Guest) else asked.get("conference", "")
    return conference, eyes_of(house(), actor, conference, through=through), actor


def _then(request: Request) -> View:
    seq = Fields(request.query_params).number("at")
    return look_back(house(), who(request, as_staff=True), request.query_params.get("conference", ""), at=seq)


async def _frames(request: Request, conference: str, eyes: Eyes, actor: Actor, seq: int) -> AsyncIterator[bytes]:
    running = house()
    yield _frame("hello", {"boot": running.boot, "now": running.now().isoformat()})
    people = actor.people if isinstance(actor, Guest) else ()
    with running.presence.here(people), running.hub.listen(conference) as ear:
        patch = await run_in_threadpool(since, running, conference, eyes, seq) if seq else None
        view = await run_in_threadpool(look, running, conference, eyes)
        if patch is None or patch["seq"] != view["seq"]:
            yield _frame("snapshot", view, view["seq"])
        else:
            yield _frame("patch", patch, view["seq"])
        asked = time.monotonic()
        while not running.hub.closed:
            if _is_out(view):
                yield _frame("gone", {})
                return
            changed = await ear.wait(BEAT)
            if time.monotonic() - asked >= BEAT:  # in a busy meeting too
                asked = time.monotonic()
                if not await run_in_threadpool(_still, request, actor, conference, eyes):
                    yield _frame("gone", {})
                    return
            if not changed:
                yield b"event: beat\ndata: {}\n\n"
                continue
            newer = await run_in_threadpool(look, running, conference, eyes)
            if newer["seq"] > view["seq"]:
                yield _frame("patch", difference(view, newer), newer["seq"])
                view = newer


def _still(request: Request, actor: Actor, conference: str, eyes: Eyes) -> bool:
    """Whether the cookie is still good, for these eyes: who signed out sees nothing more, nor who
    speaks by another phone now, nor who does not lead it any more."""
    try:
        now = who(request)
    except DomainError:
        return False
    if isinstance(now, Guest):
        return now.id == actor.id and eyes.person in now.people
    return now.id == actor.id and leads(house(), now, conference)


def _is_out(view: View) -> bool:
    return bool(view["me"]["state"] == Standing.OUT.value)


def _frame(event: str, data: Any, seq: int | None = None) -> bytes:
    number = "" if seq is None else f"id: {seq}\n"
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"event: {event}\n{number}data: {text}\n\n".encode()
