"""Where texts can stand: in facts, in a body of JSON, in an idea of the library. By walking them, so that a new one is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from sos_core.domain.encoding import hints_of, kind_of
from sos_core.domain.events import Event
from sos_core.domain.when import When


def texts_in(idea: Any) -> Iterator[str]:
    """Every text of something of the library."""
    if isinstance(idea, str):
        yield idea
    elif is_dataclass(idea):
        for one in fields(idea):
            yield from texts_in(getattr(idea, one.name))
    elif isinstance(idea, list | tuple):
        for part in idea:
            yield from texts_in(part)


def leaves(body: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in JSON, with the names that lead to it."""
    if isinstance(body, dict):
        for name, value in body.items():
            yield from leaves(value, f"{path}.{name}" if path else name)
    elif isinstance(body, list):
        for value in body:
            yield from leaves(value, path)
    elif isinstance(body, str):
        yield path, body


def text_fields() -> Iterator[str]:
    """Every field of a fact that is a text or an id, as `kind.field`; when something is understood to be is neither."""
    for event in get_args(Event):
        for path in _paths(event):
            yield f"{kind_of(event)}.{path}"


def _paths(cls: type, before: str = "") -> Iterator[str]:
    hints = hints_of(cls)
    for one in fields(cls):
        for kind in _kinds(hints[one.name]):
            if kind is str:
                yield before + one.name
            elif is_dataclass(kind) and kind is not When:
                yield from _paths(kind, f"{before}{one.name}.")


def _kinds(hint: Any) -> Iterator[Any]:
    inside = get_args(hint)
    if not inside:
        yield hint
    for part in inside:
        yield from _kinds(part)
