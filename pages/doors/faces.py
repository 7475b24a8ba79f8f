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

from sos_core.settings import FONTS, PICTURES

PAGES = Path(__file__).parent.parent
_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
_COMMENTS = {
    ".js": re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)$", re.MULTILINE | re.DOTALL),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
}
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
        kind = Path(full_path).suffix
        face = _face(str(full_path), stat_result.st_mtime_ns, stat_result.st_size)
        asked = Headers(scope=scope)
        headers = {"Cache-Control": "no-cache", "ETag": face.tag, "X-Content-Type-Options": "nosniff"}
        if kind == ".svg":
            headers["Content-Security-Policy"] = _OPENED_AS_A_PAGE
        if face.tag in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        body = face.plain
        if kind != ".woff2":
            headers["Vary"] = "Accept-Encoding"
            if "gzip" in asked.get("accept-encoding", ""):
                headers["Content-Encoding"], body = "gzip", face.zipped
        return Response(body, status_code, headers, _TYPES[kind])


@lru_cache(maxsize=1024)
def _face(path: str, changed: int, size: int) -> Face:
    """Read once for each change. Comments are for who reads the source; their lines stay, so that an error's number
    holds.
    """
    body = Path(path).read_bytes()
    comments = _COMMENTS.get(Path(path).suffix)
    if comments:
        body = comments.sub(lambda found: "\n" * found[0].count("\n"), body.decode()).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    return Face(tag, body, gzip.compress(body, 9, mtime=0))


faces = [
    Mount("/face/film", Faces(directory=PAGES / "film")),
    Mount("/face/drawn", Faces(directory=PAGES / "drawn")),
    Mount("/face/phone", Faces(directory=PAGES / "phone")),
    Mount("/face/pictograms", Faces(directory=PICTURES)),
    Mount("/face/fonts", Faces(directory=FONTS)),
]
