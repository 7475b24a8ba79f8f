"""The gate before every door: who may come near Streamlit, which origins may change something, and what a browser may load."""

from __future__ import annotations

import base64
import hashlib
import re
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

import streamlit
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.cookies import LANGUAGE, staff_by
from pages.doors.answers import refusal
from pages.running import house
from sos_core.domain.errors import NotAllowed
from sos_core.i18n import chosen, direction

OPEN = re.compile(r"/(welkom|login|logout|uitloggen|m|m/meedoen|m/weg|healthz|qr|api/[a-z]+|export/[a-z.]+|face/.+)")
"""The doors of our own: each asks itself who somebody is. Everything else is Streamlit's, and for staff only."""

_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
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
    """ASGI middleware, for HTTP and WebSocket alike."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.shell = _SHELL.read_text()
        self.streamlits = _streamlits_policy(self.shell)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            return await self.app(scope, receive, send)
        ours = OPEN.fullmatch(scope["path"]) is not None
        headers = Headers(scope=scope)
        turned = await self._turned_away(scope, headers, ours=ours)
        sending = _with_headers(send, _OURS if ours else self.streamlits)
        if turned is None:
            return await self.app(scope, receive, sending)
        if scope["type"] == "websocket":
            return await send({"type": "websocket.close", "code": 1008})
        return await turned(scope, receive, sending)

    async def _turned_away(self, scope: Scope, headers: Headers, *, ours: bool) -> Response | None:
        """The answer for somebody who goes no further, or None."""
        cookies = {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
        lang = chosen(cookies.get(LANGUAGE))
        changes = scope["type"] == "websocket" or scope["method"] not in {"GET", "HEAD", "OPTIONS"}
        if changes and not _same_origin(headers):
            return refusal(NotAllowed("policy.other_site"), lang)
        if ours:
            return None
        if await run_in_threadpool(staff_by, house(), cookies) is None:
            return _stranger(scope, lang)
        return self._page(scope, lang)

    def _page(self, scope: Scope, lang: str) -> Response | None:
        """Streamlit's shell for one of our pages, in the reader's language and with a title that gives nothing away."""
        path = scope["path"]
        if scope["type"] == "websocket" or scope["method"] != "GET" or not re.fullmatch(r"/[a-z]*", path):
            return None
        html = self.shell.replace('<html lang="en">', f'<html lang="{lang}" dir="{direction(lang)}">')
        html = html.replace("<title>Streamlit</title>", "<title>Draaiboek</title>")
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
    return urlsplit(origin).netloc == headers.get("host")


def _with_headers(send: Send, policy: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _COMMON.items():
                headers[name] = value
            headers["content-security-policy"] = policy
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
