"""How an event is kept: its kind as a name, its body as plain JSON values, and back again."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sos_core.domain.events import Event


def kind_of(event: Event | type) -> str:
    """`RiskNoted` → `risk_noted`: how an event is named in the journal and on the desk."""
    return _kind_named((event if isinstance(event, type) else type(event)).__name__)


@cache
def _kind_named(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_BY_KIND: dict[str, type] = {kind_of(event): event for event in get_args(Event)}


def body_of(event: Event) -> dict[str, Any]:
    """The event as plain JSON values."""
    return {field.name: _plain(getattr(event, field.name)) for field in fields(event)}


def event_from(kind: str, body: dict[str, Any]) -> Event:
    """The event that `body_of` was made from. An unknown kind is a newer program's: KeyError."""
    event: Event = _built(_BY_KIND[kind], body)
    return event


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _built(cls: type, body: dict[str, Any]) -> Any:
    hints = hints_of(cls)
    return cls(**{field.name: _typed(hints[field.name], body[field.name]) for field in fields(cls)})


_HINTS: dict[type, dict[str, Any]] = {}


def hints_of(cls: type) -> dict[str, Any]:
    """The fields of a fact with their types."""
    if cls not in _HINTS:
        _HINTS[cls] = get_type_hints(cls)
    return _HINTS[cls]


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return None if value is None else _typed(next(a for a in get_args(hint) if a is not type(None)), value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], part) for part in value)
    if hint is datetime:
        return datetime.fromisoformat(value)
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(value, dict):
        return _built(hint, value)
    return value if hint in {str, int, bool} else hint(value)
