"""What was told to the facilitator alone, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.Confided, board: b.Board, entry: e.Entry) -> b.Board:
    told = b.Confidence(event.confidence, entry.seq, event.person, event.words)
    return replace(board, confidences={**board.confidences, told.id: told})


@fold.register
def _(event: e.ConfidenceHeard, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, confidences=changed(board.confidences, event.confidence, heard=True))


@fold.register
def _(event: e.ConfidenceTakenBack, board: b.Board, entry: e.Entry) -> b.Board:
    left = {key: told for key, told in board.confidences.items() if key != event.confidence}
    return replace(board, confidences=left)
