"""One step of the fold: by the kind of the fact. The facts register themselves, subject by subject."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.replacing import Thing, replace


@singledispatch
def fold(event: Any, board: b.Board, entry: e.Entry) -> b.Board:
    """The board after this fact. A fact that nobody registered changes nothing."""
    return board


def changed(many: Mapping[str, Thing], key: str, **changes: Any) -> dict[str, Thing]:
    """The same things, one of them changed; a key that is not there changes nothing."""
    found: Any = many.get(key)
    return dict(many) if found is None else {**many, key: replace(found, **changes)}
