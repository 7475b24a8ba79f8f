"""How a door answers: JSON, a page, or a refusal with one sentence in the reader's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pages.cookies import LANGUAGE
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotAllowed, NotFound
from sos_core.i18n import chosen
from sos_core.i18n.sentences import sentence

LARGEST_BODY = 128 * 1024
_STATUS_OF_KEY = {
    "policy.sign_in": 401,
    "policy.join_first": 401,
    "person.not_admitted": 403,
    "input.too_large": 413,
    "account.too_many_tries": 429,
    "door.too_many_tries": 429,
}


class Json(JSONResponse):
    """JSON that is a person's: no browser and no proxy keeps it."""

    def __init__(self, content: Any, status: int = 200, media_type: str = "application/json") -> None:
        super().__init__(content, status, {"Cache-Control": "no-store"}, media_type)


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


def refusal(error: DomainError, lang: str, **more: Any) -> Response:
    """`application/problem+json`, with the sentence to show as its title."""
    status = status_of(error)
    problem = {"type": "about:blank", "status": status, "code": error.key, "title": sentence_of(error, lang), **more}
    return Json(problem, status, "application/problem+json")


async def fields_of(request: Request) -> tuple[Mapping[str, Any], bool]:
    """What was sent, and whether it came as a form. Raises DomainError for what is too large or no JSON object."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise DomainError("input.too_large")
    if request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        request._body = bytes(body)
        form = await request.form(max_fields=100)
        many = {name: form.getlist(name) for name in form}
        return {name: values if len(values) > 1 else values[0] for name, values in many.items()}, True
    try:
        read = json.loads(bytes(body))
    except (ValueError, RecursionError) as error:
        raise DomainError("input.missing", field="body") from error
    if not isinstance(read, dict):
        raise DomainError("input.missing", field="body")
    return read, False
