"""The gate before every door: who may come near Streamlit, which origins may change something, and what a browser may load.

It opens our own doors itself, before anything of Streamlit's is run: a note and its stream pay for nothing that is not theirs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Match, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.cookies import LANGUAGE, staff_by
from pages.doors.answers import note_fault, refusal
from pages.running import house
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.i18n import SOURCE, chosen, direction, tag

_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
_LOOK = "".join(
    f'<link rel="stylesheet" href="/face/{style}.css">' for style in ("film/tokens", "drawn/look", "drawn/drawn")
)
"""The look of staff pages stands in the shell: there before Streamlit's own scripts are."""
_SAME_HOST = '<meta name="referrer" content="same-origin">'
"""Not no-referrer: a form would then say that it comes from nowhere ("Origin: null"). Other hosts still hear nothing."""
_COMMON = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
_OURS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
Headed = tuple[tuple[bytes, bytes], ...]
_KEPT = b"cache-control"
_SET = {name.encode() for name in (*_COMMON, "content-security-policy")}
_PICTURES = "/face/"
"""Scripts, styles, pictures and fonts carry their own headers, and few, for a phone loads several of them."""


class Gate:
    """ASGI middleware, for HTTP and WebSocket alike.

    `doors` are our own, each at one address or (a `Mount`, or one with a name in its path) under one: each asks itself who
    somebody is. Everything else is Streamlit's, and for staff only.
    """

    def __init__(self, app: ASGIApp, doors: Sequence[Route | Mount]) -> None:
        self.app = app
        under = [door for door in doors if isinstance(door, Mount) or "{" in door.path]
        self.at = {door.path: door for door in doors if door not in under}
        self.under = {f"{door.path.partition('/{')[0]}/": door for door in under}
        self.shell = _SHELL.read_text()
        self.headers = _headers(_OURS), _headers(_streamlits_policy(self.shell))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            return await self.app(scope, receive, send)
        door = self._door(scope)
        turned = await self._turned_away(scope, Headers(scope=scope), door)
        if turned is not None and scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        ours, streamlits = self.headers
        policy = streamlits if door is None else ours
        few = door is not None and scope["path"].startswith(_PICTURES)
        return await self._pass(
            turned or (door.handle if door else self.app), scope, receive, _Answer(send, policy, few=few)
        )

    async def _pass(self, way: ASGIApp, scope: Scope, receive: Receive, answer: _Answer) -> None:
        """On. A fault of ours becomes one sentence, unless half an answer is out already."""
        try:
            await way(scope, receive, answer.send)
        except HTTPException as none:
            await Response(status_code=none.status_code)(scope, receive, answer.send)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text must reach no log and no reader
            note_fault(error)
            if scope["type"] == "http" and not answer.begun:
                await refusal(DomainError("unexpected"), SOURCE)(scope, receive, answer.send)

    def _door(self, scope: Scope) -> Route | Mount | None:
        """The door of ours at this address. None of ours is a WebSocket."""
        if scope["type"] == "websocket":
            return None
        path = scope["path"]
        return self.at.get(path) or next((door for begin, door in self.under.items() if path.startswith(begin)), None)

    async def _turned_away(self, scope: Scope, headers: Headers, door: Route | Mount | None) -> Response | None:
        """The answer for somebody who goes no further, or None."""
        changes = scope["type"] == "websocket" or scope["method"] not in {"GET", "HEAD", "OPTIONS"}
        cookies = cookie_parser(headers.get("cookie", ""))
        lang = chosen(cookies.get(LANGUAGE))
        if changes and not _same_origin(headers):
            return refusal(NotAllowed("policy.other_site"), lang)
        if door is not None:
            match, found = door.matches(scope)
            scope.update(found)
            return None if match is Match.FULL else Response(status_code=405 if match is Match.PARTIAL else 404)
        if await run_in_threadpool(staff_by, house(), cookies) is None:
            return _stranger(scope, lang)
        return self._page(scope, lang)

    def _page(self, scope: Scope, lang: str) -> Response | None:
        """Streamlit's shell for one of our pages, in the reader's language and with a title that gives nothing away."""
        path = scope["path"]
        if scope["type"] == "websocket" or scope["method"] != "GET" or not re.fullmatch(r"/[a-z]*", path):
            return None
        html = self.shell.replace('<html lang="en">', f'<html lang="{tag(lang)}" dir="{direction(lang)}">')
        html = html.replace("<title>Streamlit</title>", f"<title>Draaiboek</title>{_SAME_HOST}{_LOOK}")
        return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def _stranger(scope: Scope, lang: str) -> Response:
    if scope["type"] == "http" and scope["method"] == "GET" and re.fullmatch(r"/[a-z]*", scope["path"]):
        return RedirectResponse("/welkom", 303)
    return refusal(NotAllowed("policy.sign_in"), lang)


def _same_origin(headers: Headers) -> bool:
    """A browser says where a change comes from; what is no browser has no cookies of anybody."""
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}
    return origin in {f"http://{headers.get('host')}", f"https://{headers.get('host')}"}


class _Answer:
    """One answer on its way, which gets our headers. `few`: what is well is left as it is. How long something is kept an answer
    may say itself.
    """

    __slots__ = ("_few", "_headers", "_send", "begun")

    def __init__(self, send: Send, headers: Headed, *, few: bool) -> None:
        self._send, self._headers, self._few = send, headers, few
        self.begun = False

    async def send(self, message: Message) -> None:
        if not self.begun:
            self.begun = True
            if message["type"] == "http.response.start" and not (self._few and message["status"] < 400):
                own = [one for one in message.get("headers", []) if one[0].lower() not in _SET]
                said = any(name.lower() == _KEPT for name, _ in own)
                message["headers"] = [*own, *(one for one in self._headers if not (said and one[0] == _KEPT))]
        await self._send(message)


def _headers(policy: str) -> Headed:
    every = {**_COMMON, "content-security-policy": policy, "cache-control": "no-store"}
    return tuple((name.encode(), value.encode()) for name, value in every.items())


def _streamlits_policy(shell: str) -> str:
    """Streamlit's pages need inline styles, workers from blobs, and the one inline script of its shell."""
    inline = re.findall(r"<script>(.*?)</script>", shell, re.DOTALL)
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in inline)
    return (
        f"default-src 'none'; script-src 'self' blob: {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src blob:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
