"""The film on the board: routines and scenes."""

from __future__ import annotations

from dataclasses import replace

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold


@fold.register
def _(event: e.RoutineAdded, board: b.Board, entry: e.Entry) -> b.Board:
    routine = b.Routine(event.routine, event.title, event.picture, tuple(s.scene for s in event.scenes))
    scenes = {
        s.scene: b.Scene(s.scene, event.routine, s.title, s.time, s.place, s.picture, s.library) for s in event.scenes
    }
    now = board.now if board.now.scene else replace(board.now, scene=next(iter(routine.scenes), None))
    return replace(
        board,
        routines={**board.routines, routine.id: routine},
        scenes={**board.scenes, **scenes},
        now=now,
    )


@fold.register
def _(event: e.SceneTalkedThrough, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scenes=changed(board.scenes, event.scene, talked_through=True))
