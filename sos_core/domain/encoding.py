"""How an event is kept: its kind as a name, its body as plain JSON values, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache, partial
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
    return cls(*[typed(body[name]) for name, typed in _readers(cls)])


@cache
def _readers(cls: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """How each field of this fact is read back, in their order."""
    hints = hints_of(cls)
    return tuple((field.name, _reader(hints[field.name])) for field in fields(cls))


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """The fields of a fact with their types."""
    return get_type_hints(cls)


def _reader(hint: Any) -> Callable[[Any], Any]:
    """From a plain JSON value to what the field holds. Made once for each field: a long history is read by it."""
    if get_origin(hint) in {Union, UnionType}:
        some = _reader(next(one for one in get_args(hint) if one is not type(None)))
        return lambda value: None if value is None else some(value)
    if get_origin(hint) is tuple:
        part = _reader(get_args(hint)[0])
        return lambda value: tuple(map(part, value))
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(_built, hint)
    made: Callable[[Any], Any] = _as_it_is if hint in {str, int, bool} else hint
    return made


def _as_it_is(value: Any) -> Any:
    return value
