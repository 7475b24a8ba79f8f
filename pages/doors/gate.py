"""The gate before every door: who may come near Streamlit, which origins may change something, and what a browser may load."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match
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


class Gate:
    """ASGI middleware, for HTTP and WebSocket alike.

    `doors` are our own: each asks itself who somebody is. Everything else is Streamlit's, and for staff only.
    """

    def __init__(self, app: ASGIApp, doors: Sequence[BaseRoute]) -> None:
        self.app = app
        self.doors = doors
        self.shell = _SHELL.read_text()
        self.streamlits = _streamlits_policy(self.shell)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            return await self.app(scope, receive, send)
        door = self._door(scope)
        turned = await self._turned_away(scope, Headers(scope=scope), door)
        policy = self.streamlits if door is Match.NONE else _OURS
        sending = _with_headers(send, policy, bare=door is Match.FULL and scope["path"].startswith("/face/"))
        if turned is None:
            return await self._pass(scope, receive, sending)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        return await turned(scope, receive, sending)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        """On to the doors. A fault of ours becomes one sentence, unless half an answer is out already."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:  # noqa: BLE001 - whatever it is, its text must reach no log and no reader
            note_fault(error)
            if scope["type"] == "http" and not begun:
                await refusal(DomainError("unexpected"), SOURCE)(scope, receive, send)

    def _door(self, scope: Scope) -> Match:
        """Whether this is a door of ours; PARTIAL: it is, and the method is not. None of ours is a WebSocket."""
        if scope["type"] == "websocket":
            return Match.NONE
        return max((door.matches(scope)[0] for door in self.doors), key=lambda match: match.value)

    async def _turned_away(self, scope: Scope, headers: Headers, door: Match) -> Response | None:
        """The answer for somebody who goes no further, or None. A wrong method at our doors would fall through to Streamlit."""
        cookies = cookie_parser(headers.get("cookie", ""))
        lang = chosen(cookies.get(LANGUAGE))
        changes = scope["type"] == "websocket" or scope["method"] not in {"GET", "HEAD", "OPTIONS"}
        if changes and not _same_origin(headers):
            return refusal(NotAllowed("policy.other_site"), lang)
        if door is not Match.NONE:
            return Response(status_code=405) if door is Match.PARTIAL else None
        if await run_in_threadpool(staff_by, house(), cookies) is None:
            return _stranger(scope, lang)
        return self._page(scope, lang)

    def _page(self, scope: Scope, lang: str) -> Response | None:
        """Streamlit's shell for one of our pages, in the reader's language and with a title that gives nothing away."""
        path = scope["path"]
        if scope["type"] == "websocket" or scope["method"] != "GET" or not re.fullmatch(r"/[a-z]*", path):
            return None
        html = self.shell.replace('<html lang="en">', f'<html lang="{tag(lang)}" dir="{direction(lang)}">')
        html = html.replace("<title>Streamlit</title>", f"<title>Draaiboek</title>{_LOOK}")
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


def _with_headers(send: Send, policy: str, *, bare: bool = False) -> Send:
    """`bare`: scripts, styles, pictures and fonts carry their own headers, and few, for a phone loads twenty of them."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start" and not (bare and message["status"] < 400):
            headers = MutableHeaders(scope=message)
            for name, value in _COMMON.items():
                headers[name] = value
            headers["content-security-policy"] = policy
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending


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
