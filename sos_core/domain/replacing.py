"""A thing with some of its fields changed."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

Thing = TypeVar("Thing")


def replace(thing: Thing, **changes: Any) -> Thing:
    """As `dataclasses.replace`, for frozen classes with slots and at half its price: a note takes twenty of these, and a long
    history two or three for each of its entries.
    """
    cls: Any = type(thing)
    fresh: Thing = object.__new__(cls)
    for name, there, put in _slots(cls):
        put(fresh, changes.pop(name) if name in changes else there(thing))
    if changes:
        raise TypeError(f"{cls.__name__} has no {', '.join(changes)}")
    return fresh


@cache
def _slots(cls: type) -> tuple[tuple[str, Any, Any], ...]:
    """Each field of a frozen class with slots: its name, how it is read, and how it is filled in once."""
    slots = ((field.name, getattr(cls, field.name)) for field in fields(cls))
    return tuple((name, slot.__get__, slot.__set__) for name, slot in slots)
