"""The phone's doors: joining, the page, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from pages.cookies import AWAY, LANGUAGE, SIZE, guest_by, phone_cookie, phone_token, staff_by
from pages.doors.answers import fields_of, language, refusal, sentence_of, status_of
from pages.phone.page import SHARED_SCRIPTS, SIZES, Reader, Refusal, render
from pages.running import house
from sos_core.access.actor import Guest
from sos_core.access.eyes import Face
from sos_core.domain.errors import DomainError, NotAllowed, NotFound
from sos_core.domain.kinds import Standing
from sos_core.i18n import direction, words_for, words_in
from sos_core.services.closing import kept_of
from sos_core.services.coming_by_link import join_by_link
from sos_core.services.doing import do
from sos_core.services.ending_links import was_ended
from sos_core.services.house import new_id
from sos_core.services.joining import guest_of, join, leave_lobby
from sos_core.services.links import Purpose
from sos_core.services.mail_address import mail_of
from sos_core.services.own_links import which_are_on
from sos_core.services.own_week import own_week
from sos_core.services.plan_in_words import plan_in_words
from sos_core.services.seeing import eyes_of, seen_by

ONE_EVENING = 16 * 3600


async def page_door(request: Request) -> Response:
    """`GET /m`: the form to join, the lobby, or the question of this moment."""
    return await run_in_threadpool(phone_page, request)


async def join_door(request: Request) -> Response:
    """`POST /m/meedoen`: a first name and a code or token, or the own link; a phone that has joined adds one more person."""
    sent: Any = {}
    try:
        sent = await fields_of(request)
        token, person = await run_in_threadpool(_join, request, sent)
    except DomainError as error:
        kept = {name: value for name, value in sent.items() if name != "link" or error.key != "links.over"}
        return await run_in_threadpool(phone_page, request, error, kept)
    answer = RedirectResponse(f"/m?person={person}" if person else "/m", 303)
    keep(answer, phone_cookie(house().settings), token, seconds=ONE_EVENING)
    answer.delete_cookie(AWAY, path="/", secure=house().settings.secure)
    return answer


async def leave_door(request: Request) -> Response:
    """`POST /m/weg`: this browser forgets. With `to=away` (Snel weg) it is off to a neutral page, and only who still waits in the
    lobby leaves the conference; else everybody on this phone does.
    """
    if await _is_away(request):
        await run_in_threadpool(_leave_lobby, request)
        html = render("weg.html", reader=reader(request))
        return _without_trace(page(request, html))
    await run_in_threadpool(_leave, request)
    return _forgotten(RedirectResponse("/welkom", 303))


async def look_door(request: Request) -> Response:
    """`GET /kijk`: for the facilitator, exactly what one person sees (kijk-als). Nothing can be done there."""
    return await run_in_threadpool(_looked_through, request)


def _looked_through(request: Request) -> Response:
    asked = request.query_params
    conference, person = asked.get("conference", ""), asked.get("as", "")
    try:
        staff = staff_by(house(), request.cookies)
        if staff is None:
            return RedirectResponse("/welkom", 303)
        view = seen_by(house(), staff, conference, through=person)
    except DomainError as error:
        return refusal(error, language(request))
    if view["me"]["as"] != Face.PERSON.value:
        return refusal(NotFound("person.not_here"), language(request))
    looking = f"/api/live?{urlencode({'conference': conference, 'as': person})}"
    return page(request, render(_template(view), view, reader=reader(request), looking=looking))


def phone_page(
    request: Request, error: DomainError | None = None, sent: dict[str, Any] | None = None, address: str | None = None
) -> Response:
    """The page as this phone should see it now; with an error its sentence, and what was typed back in the box. `address`: of the
    calendar, which is shown this once.
    """
    lang = language(request)
    guest = guest_by(house(), request.cookies)
    by_link = request.query_params.get("met") == "link"
    if error is None and not by_link and _came_by_ended_link(request, guest):
        error = NotAllowed("links.ended")
    refused = _refusal(sentence_of(error, lang), sent or {}) if error else None
    person = refused.typed.get("person") if refused else None
    if guest and (kept := kept_of(house(), guest)) is not None:
        html = render("gesloten.html", reader=reader(request), refusal=refused, more={"kept_of": kept})
        return page(request, html, status_of(error) if error else 200)
    view = _view(guest, person or request.query_params.get("person", "")) if guest else None
    kind = request.query_params.get("kind")
    more = (_more(request, guest, view, sent or {}, address) | {"today": house().today().isoformat()}) if guest else {}
    more["link_ended"] = error is not None and error.key == "links.ended"
    template = "meedoen.html" if by_link else _template(view)
    html = render(template, view, reader=reader(request), kind=kind, refusal=refused, more=more)
    answer = page(request, html, status_of(error) if error else 200)
    if AWAY not in request.cookies:
        return answer
    _leave_lobby(request)
    return _without_trace(answer)


def _came_by_ended_link(request: Request, guest: Guest | None) -> bool:
    """Whether who is asked for here, or whoever was here, was in by a link that was ended."""
    if guest is None:
        return was_ended(house(), phone_token(house(), request.cookies))
    try:
        eyes_of(house(), guest, guest.conference, through=request.query_params.get("person", ""))
    except DomainError as error:
        return error.key == "links.ended"
    return False


def page(request: Request, html: str, status: int = 200) -> Response:
    """A page of ours; the language and the size of letters that were asked for in the address are remembered."""
    answer = HTMLResponse(html, status, {"Cache-Control": "no-store"})
    if "lang" in request.query_params:
        keep(answer, LANGUAGE, language(request), seconds=ONE_EVENING, for_scripts=True)
    if "size" in request.query_params:
        keep(answer, SIZE, _size(request), seconds=ONE_EVENING)
    return answer


def reader(request: Request) -> Reader:
    """How somebody reads, with the sentences of the phone's scripts and of those that it shares with the film."""
    lang = language(request)
    sentences = words_in(lang, "pages/phone", *SHARED_SCRIPTS)
    return Reader(lang, direction(lang), words_for(lang), sentences, _size(request))


def _size(request: Request) -> str:
    """How large the letters are: as chosen here, else before."""
    size = request.query_params.get("size") or request.cookies.get(SIZE, "")
    return size if size in SIZES else ""


def keep(answer: Response, cookie: str, value: str, *, seconds: int, for_scripts: bool = False) -> None:
    """A cookie that no other site sends, and that no script reads unless it is no secret."""
    answer.set_cookie(
        cookie,
        value,
        max_age=seconds,
        path="/",
        secure=house().settings.secure,
        httponly=not for_scripts,
        samesite="lax",
    )


def _template(view: Any) -> str:
    if view is None or view["me"]["state"] == Standing.OUT.value:
        return "meedoen.html"
    return "lobby.html" if view["me"]["state"] == Standing.WAITING.value else "phone.html"


def _refusal(sentence: str, sent: dict[str, Any]) -> Refusal:
    """What a form sent goes back into it. It sends one hidden_from for each box that was checked."""
    typed = {name: value for name, value in sent.items() if isinstance(value, str)}
    checked = sent.get("hidden_from") or []
    many = [checked] if isinstance(checked, str) else checked
    return Refusal(sentence, typed, frozenset(person for person in many if isinstance(person, str)))


def _view(guest: Guest, person: str) -> Any:
    """What the chosen person sees; somebody else's id, or that of somebody who is out, counts as none."""
    try:
        view = seen_by(house(), guest, guest.conference, through=person)
    except DomainError:
        view = None
    if view is None or view["me"]["state"] == Standing.OUT.value:
        view = seen_by(house(), guest, guest.conference)
    return view


def _more(request: Request, guest: Guest, view: Any, sent: dict[str, Any], address: str | None) -> dict[str, Any]:
    """The own week with the calendar that follows it, and the plan in plain words, for a phone without JavaScript that asks for them;
    who is not in has none.
    """
    makers: dict[str, Callable[..., Any]] = {"week": own_week, "plan": plan_in_words}
    asking = {*request.query_params, *(["week"] if {"purpose", "address"} & sent.keys() else [])}
    asked = [name for name in makers if name in asking and (name == "week" or view.get("plans"))]
    if not asked or view["me"]["state"] != Standing.ADMITTED.value:
        return {}
    person, lang = view["me"]["person"], language(request)
    eyes = eyes_of(house(), guest, guest.conference, through=person)
    found = {name: makers[name](house(), guest.conference, eyes, lang=lang) for name in asked}
    if "week" in found:
        on = Purpose.CALENDAR in which_are_on(house(), guest, person=person).get(person, {})
        found["mail"] = mail_of(house(), guest, person=person)
        found["calendar"] = {"on": on, "address": address}
    return found


def _join(request: Request, sent: Any) -> tuple[str, str]:
    """The cookie's token; and who came, where that was by the own link."""
    if sent.get("link"):
        return join_by_link(house(), link=str(sent["link"]), phone_token=phone_token(house(), request.cookies))
    token = join(
        house(),
        name=sent.get("name"),
        code=str(sent.get("code") or ""),
        token=str(sent.get("token") or ""),
        phone_token=phone_token(house(), request.cookies),
        key=str(sent["key"])[:64] if sent.get("key") else None,
    )
    return token, ""


async def _is_away(request: Request) -> bool:
    """Whatever else is sent: who wants to go, goes."""
    try:
        return (await fields_of(request)).get("to") == "away"
    except DomainError:
        return False


def _without_trace(answer: Response) -> Response:
    """After Snel weg not even how somebody reads is left."""
    for cookie in (LANGUAGE, SIZE):
        answer.delete_cookie(cookie, path="/", secure=house().settings.secure)
    return _forgotten(answer)


def _forgotten(answer: Response) -> Response:
    secure = house().settings.secure
    answer.delete_cookie(phone_cookie(house().settings), path="/", secure=secure, httponly=True)
    answer.delete_cookie(AWAY, path="/", secure=secure)
    return answer


def _leave_lobby(request: Request) -> None:
    """By the cookie itself: Snel weg has marked it as nobody's already."""
    guest = guest_of(house(), request.cookies.get(phone_cookie(house().settings)))
    if guest:
        leave_lobby(house(), guest)


def _leave(request: Request) -> None:
    guest = guest_by(house(), request.cookies)
    for person in guest.people if guest else ():
        try:
            do(house(), guest, {"key": new_id(), "verb": "leave", "person": person})
        except DomainError:
            continue  # had left already
