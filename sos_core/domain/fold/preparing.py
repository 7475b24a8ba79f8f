"""When people are to meet and what was asked of them, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.SessionPlanned, board: b.Board, entry: e.Entry) -> b.Board:
    planned = b.PlannedSession(event.session, event.on, event.begins, event.ends, event.place, event.people)
    return replace(board, sessions={**board.sessions, planned.id: planned})


@fold.register
def _(event: e.SessionCalledOff, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, sessions={key: one for key, one in board.sessions.items() if key != event.session})


@fold.register
def _(event: e.PreparationNoted, board: b.Board, entry: e.Entry) -> b.Board:
    noted = b.Prepared(event.preparation, event.done, event.words)
    return replace(board, prepared={**board.prepared, event.preparation: noted})
