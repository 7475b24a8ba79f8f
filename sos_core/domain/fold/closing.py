"""The end on the board: closed, opened again, erased."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.ConferenceClosed, board: b.Board, entry: e.Entry) -> b.Board:
    """The door is shut, and nothing plays or ticks on."""
    now = replace(board.now, playing=False, timer=None, without=())
    return replace(board, closed=event.because, door_open=False, now=now)


@fold.register
def _(event: e.ConferenceReopened, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, closed=None)


@fold.register
def _(event: e.WordsErased, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, erased=event.keeping)


@fold.register
def _(event: e.Erased, board: b.Board, entry: e.Entry) -> b.Board:
    return board
