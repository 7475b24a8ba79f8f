"""Bottom lines that were broken, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.BreachRecorded, board: b.Board, entry: e.Entry) -> b.Board:
    breach = b.Breach(event.breach, entry.seq, event.line, event.on, event.words)
    return replace(board, breaches={**board.breaches, breach.id: breach})


@fold.register
def _(event: e.BreachFollowedUp, board: b.Board, entry: e.Entry) -> b.Board:
    breach = board.breaches.get(event.breach)
    if breach is None:
        return board
    followed = (*breach.followed_up, b.FollowUp(event.on, event.words))
    return replace(board, breaches=changed(board.breaches, breach.id, followed_up=followed))
