"""What the facilitator did with cards, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.CardParked, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, parked=True, parked_because=event.reason))


@fold.register
def _(event: e.CardUnparked, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, parked=False, parked_because=None))


@fold.register
def _(event: e.CardClarified, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, clearer=event.words))


@fold.register
def _(event: e.CardMoved, board: b.Board, entry: e.Entry) -> b.Board:
    scene = board.lands_at(event.scene)
    if scene not in board.scenes:
        return board
    moved = changed(board.cards, event.card, scene=scene, risk=event.risk)
    along = {key: replace(c, scene=scene) if c.risk == event.card else c for key, c in moved.items()}
    return replace(board, cards=along)


@fold.register
def _(event: e.CardsMerged, board: b.Board, entry: e.Entry) -> b.Board:
    """What stood behind the card stands behind the other too."""
    behind = {key: replace(c, behind=event.into) if c.behind == event.card else c for key, c in board.cards.items()}
    return replace(board, cards=changed(behind, event.card, behind=event.into, on_board=False))


@fold.register
def _(event: e.CardSplit, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, behind=None))


@fold.register
def _(event: e.NoteWritten, board: b.Board, entry: e.Entry) -> b.Board:
    note = b.Note(event.note, entry.seq, event.person, event.card, event.words)
    return replace(board, notes={**board.notes, note.id: note})
