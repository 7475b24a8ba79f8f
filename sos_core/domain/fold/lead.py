"""Where everybody is, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.PhaseMoved, board: b.Board, entry: e.Entry) -> b.Board:
    """What was held stays held until it is shown; what is said in the new phase is not. A day without somebody is over."""
    done = {"playing": False, "holding": False, "ready": (), "without": ()}
    return replace(board, now=replace(board.now, phase=event.phase, question=event.question, **done))


@fold.register
def _(event: e.SceneShown, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, scene=event.scene)) if event.scene in board.scenes else board


@fold.register
def _(event: e.PlayStarted, board: b.Board, entry: e.Entry) -> b.Board:
    if event.scene not in board.scenes:
        return board
    return replace(board, now=replace(board.now, scene=event.scene, playing=True))


@fold.register
def _(event: e.PlayStopped, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, playing=False))


@fold.register
def _(event: e.QuestionAsked, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, question=event.question))


@fold.register
def _(event: e.RoadChanged, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, straight=event.straight))


@fold.register
def _(event: e.ScreenPaused, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, now=replace(board.now, paused=event.paused))
