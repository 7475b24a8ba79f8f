"""The safety scale on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.ScaleAsked, board: b.Board, entry: e.Entry) -> b.Board:
    asked = b.Scale(event.scale, entry.seq, board.now.session, event.on, event.named)
    return replace(board, scales={**board.scales, asked.id: asked}, now=replace(board.now, scale=event.scale))


@fold.register
def _(event: e.ScaleSet, board: b.Board, entry: e.Entry) -> b.Board:
    scale = board.scales.get(event.scale)
    values = {**(scale.values if scale else {}), event.person: event.value}
    return replace(board, scales=changed(board.scales, event.scale, values=values))


@fold.register
def _(event: e.ScaleShown, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scales=changed(board.scales, event.scale, shown=True))
