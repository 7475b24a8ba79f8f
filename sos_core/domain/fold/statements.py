"""Own statements on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.StatementMade, board: b.Board, entry: e.Entry) -> b.Board:
    others = {key: one for key, one in board.statements.items() if key != event.person}
    if event.words is None:
        return replace(board, statements=others)
    made = b.Statement(event.person, entry.seq, event.words, entry.at.date())
    return replace(board, statements={**others, event.person: made})
