"""Who may not meet or read what, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.RestrictionSet, board: b.Board, entry: e.Entry) -> b.Board:
    held = b.Restriction(event.restriction, event.kind, event.people, event.words)
    return replace(board, restrictions={**board.restrictions, held.id: held})


@fold.register
def _(event: e.RestrictionLifted, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(
        board, restrictions={key: one for key, one in board.restrictions.items() if key != event.restriction}
    )
