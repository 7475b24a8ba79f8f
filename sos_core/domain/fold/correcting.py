"""Corrections on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.here import day_here
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.CorrectionAsked, board: b.Board, entry: e.Entry) -> b.Board:
    asked = b.Correction(event.correction, entry.seq, event.person, event.words, day_here(entry.at))
    return replace(board, corrections={**board.corrections, asked.id: asked})


@fold.register
def _(event: e.CorrectionAnswered, board: b.Board, entry: e.Entry) -> b.Board:
    answered = changed(board.corrections, event.correction, done=event.done, because=event.words)
    return replace(board, corrections=answered)
