"""How a door answers: JSON, a page, or a refusal with one sentence in the reader's language."""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import orjson
from starlette.requests import Request
from starlette.responses import Response

from pages.cookies import LANGUAGE
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotAllowed, NotFound
from sos_core.i18n import chosen
from sos_core.i18n.sentences import sentence

_log = logging.getLogger("draaiboek")

LARGEST_BODY = 128 * 1024
MOST_FIELDS = 500
_STATUS_OF_KEY = {
    "policy.sign_in": 401,
    "policy.join_first": 401,
    "links.ended": 401,
    "person.not_admitted": 403,
    "input.too_large": 413,
    "unexpected": 500,
    "account.too_many_tries": 429,
    "door.too_many_tries": 429,
}


class Json(Response):
    """JSON that is a person's: no browser and no proxy keeps it."""

    def __init__(self, content: Any, status: int = 200, media_type: str = "application/json") -> None:
        super().__init__(content, status, {"Cache-Control": "no-store"}, media_type)

    def render(self, content: Any) -> bytes:
        return orjson.dumps(content, option=orjson.OPT_NON_STR_KEYS)


def language(request: Request) -> str:
    """What the reader chose here or before, else what the browser asks for, else Dutch."""
    asked = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    return chosen(request.query_params.get("lang"), request.cookies.get(LANGUAGE), asked)


def status_of(error: DomainError) -> int:
    if error.key in _STATUS_OF_KEY:
        return _STATUS_OF_KEY[error.key]
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, NotAllowed):
        return 403
    return 409 if isinstance(error, ChangedMeanwhile) else 422


def sentence_of(error: DomainError, lang: str) -> str:
    return sentence(error.key, lang, **error.facts)


def note_fault(error: Exception) -> None:
    """A fault of ours: its place goes to the log, never its text, which may hold a family's words."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("%s at %s:%s", type(error).__name__, place.filename, place.lineno)


def refusal(error: DomainError, lang: str, **more: Any) -> Response:
    """`application/problem+json`, with the sentence to show as its title."""
    status = status_of(error)
    problem = {"type": "about:blank", "status": status, "code": error.key, "title": sentence_of(error, lang), **more}
    return Json(problem, status, "application/problem+json")


def is_form(request: Request) -> bool:
    """Whether this came from a page without its script: the answer is a page then."""
    return request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded")


async def fields_of(request: Request) -> Mapping[str, Any]:
    """What was sent, as JSON or as a form. Raises DomainError for what is too large, or is neither."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise DomainError("input.too_large")
    try:
        return _form(bytes(body)) if is_form(request) else _json(bytes(body))
    except UnicodeEncodeError as error:
        raise DomainError("words.unreadable") from error
    except (ValueError, RecursionError) as error:
        raise DomainError("input.missing", field="body") from error


def _form(body: bytes) -> dict[str, Any]:
    many = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    return {name: values if len(values) > 1 else values[0] for name, values in many.items()}


def _json(body: bytes) -> dict[str, Any]:
    """Half a character (`\\ud800`) can be written in JSON, and nowhere else: UnicodeEncodeError."""
    read = json.loads(body)
    if b"\\u" in body:
        json.dumps(read, ensure_ascii=False).encode()
    if not isinstance(read, dict):
        raise ValueError("no fields")  # noqa: TRY004 - as any other JSON that is not what we asked for
    return read
