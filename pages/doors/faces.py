"""Our own scripts, styles, pictures and fonts: of our folders nothing else, and as few bytes as a phone needs."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from pages.doors.whole import COMMENT, whole_script
from sos_core.settings import FONTS, PICTURES

PAGES = Path(__file__).parent.parent
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_COMMENTS = {
    ".js": COMMENT,
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
}
_PHONES_OWN = (PAGES / "film", PAGES / "phone")
_DRAWINGS_STAY = "max-age=0, stale-while-revalidate=28800"
"""A drawing that was shown before is shown where the wifi is gone too; a newer one comes the next time."""
_OPENED_AS_A_PAGE = (
    "default-src 'none'; style-src 'unsafe-inline'"  # only a picture can be: the rest runs in a page of ours
)


class Face(NamedTuple):
    """One file as it travels."""

    tag: str
    plain: bytes
    zipped: bytes


class Faces(StaticFiles):
    """A folder of ours. A browser asks each time, and hears in a few bytes that what it has is still so."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or nothing at all; these headers are all that it carries."""
        if Path(path).suffix not in _TYPES:
            raise HTTPException(404)
        return await super().get_response(path, scope)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        face = _face(str(full_path), stat_result.st_mtime_ns, stat_result.st_size)
        return _answer(face, Path(full_path).suffix, Headers(scope=scope))


class PhonesFaces(Faces):
    """Besides: `whole.js` and `whole.css`, all that the phone's page runs and looks like, each in one answer."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        kind = Path(path).suffix
        if path not in {"whole.js", "whole.css"} or scope["method"] not in {"GET", "HEAD"}:
            return await super().get_response(path, scope)
        newest = max(file.stat().st_mtime_ns for part in _PHONES_OWN for file in part.glob(f"*{kind}"))
        return _answer(_whole(kind, newest), kind, Headers(scope=scope))


def _answer(face: Face, kind: str, asked: Headers) -> Response:
    headers = {"Cache-Control": "no-cache", "ETag": face.tag, "X-Content-Type-Options": "nosniff"}
    if kind == ".svg":
        headers["Cache-Control"] = _DRAWINGS_STAY
        headers["Content-Security-Policy"] = _OPENED_AS_A_PAGE
    if face.tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    body = face.plain
    if kind != ".woff2":
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in asked.get("accept-encoding", ""):
            headers["Content-Encoding"], body = "gzip", face.zipped
    return Response(body, 200, headers, _TYPES[kind])


@lru_cache(maxsize=1024)
def _face(path: str, changed: int, size: int) -> Face:
    """Read once for each change. Comments are for who reads the source; their lines stay, so that an error's number
    holds.
    """
    body = Path(path).read_bytes()
    comments = _COMMENTS.get(Path(path).suffix)
    if comments:
        body = comments.sub(lambda found: "\n" * found[0].count("\n"), body.decode()).encode()
    return _wrapped(body)


@lru_cache(maxsize=2)
def _whole(kind: str, changed: int) -> Face:
    """Made once for each change."""
    if kind == ".js":
        return _wrapped(whole_script(PAGES / "phone" / "phone.js").encode())
    styles = (part / name for part, name in zip(_PHONES_OWN, ("tokens.css", "phone.css"), strict=True))
    return _wrapped(_COMMENTS[kind].sub("", "".join(style.read_text("utf-8") for style in styles)).encode())


def _wrapped(body: bytes) -> Face:
    return Face(f'"{hashlib.sha256(body).hexdigest()[:16]}"', body, gzip.compress(body, 9, mtime=0))


faces = [
    Mount("/face/film", Faces(directory=PAGES / "film")),
    Mount("/face/drawn", Faces(directory=PAGES / "drawn")),
    Mount("/face/phone", PhonesFaces(directory=PAGES / "phone")),
    Mount("/face/pictograms", Faces(directory=PICTURES)),
    Mount("/face/fonts", Faces(directory=FONTS)),
]
