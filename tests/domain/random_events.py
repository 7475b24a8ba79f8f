"""Any event at all, for hypothesis: of every kind, about things that are there and things that are not."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from typing import Any, get_args

from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.encoding import hints_of

KINDS: tuple[type, ...] = get_args(e.Event)
FEW_IDS = st.sampled_from(["1", "2", "3"])
"""So few that events often speak of the same thing."""


def any_event_of(kind: type, *, ids: st.SearchStrategy[str] = FEW_IDS) -> st.SearchStrategy[Any]:
    return _built(kind, ids)


def any_event(*, ids: st.SearchStrategy[str] = FEW_IDS) -> st.SearchStrategy[Any]:
    return st.one_of([_built(kind, ids) for kind in KINDS])


def _built(kind: type, ids: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.builds(kind, **{name: _value(hint, ids) for name, hint in hints_of(kind).items()})


def _value(hint: Any, ids: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    parts = get_args(hint)
    if type(None) in parts:
        return st.none() | _value(next(part for part in parts if part is not type(None)), ids)
    if parts:
        return st.lists(_value(parts[0], ids), max_size=3).map(tuple)
    if hint is str:
        return ids
    if hint is int:
        return st.integers(0, 20)
    if hint is datetime:
        return st.datetimes(timezones=st.just(UTC))
    if hint is date:
        return st.dates()
    if hint is bool:
        return st.booleans()
    if is_dataclass(hint):
        return _built(hint, ids)
    return st.sampled_from(list(hint))
