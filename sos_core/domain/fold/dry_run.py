"""The dry run on the board. A card brings everybody to its scene."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.WhatIfDrawn, board: b.Board, entry: e.Entry) -> b.Board:
    drawn = b.WhatIf(
        id=event.what_if,
        seq=entry.seq,
        base=event.what_if,
        version=board.version_in_hand,
        idea=event.idea,
        title=event.title,
        question=event.question,
        scene=board.lands_at(event.scene),
    )
    on_table = replace(board, what_ifs={**board.what_ifs, drawn.id: drawn}, now=replace(board.now, what_if=drawn.id))
    return _at(on_table, drawn.scene)


@fold.register
def _(event: e.WhatIfFitted, board: b.Board, entry: e.Entry) -> b.Board:
    if event.what_if not in board.what_ifs:
        return board
    scene = board.lands_at(event.scene)
    return _at(replace(board, what_ifs=changed(board.what_ifs, event.what_if, scene=scene)), scene)


@fold.register
def _(event: e.WhatIfWalked, board: b.Board, entry: e.Entry) -> b.Board:
    told = {"outcome": event.outcome, "words": event.words, "base": event.base}
    return replace(board, what_ifs=changed(board.what_ifs, event.what_if, **told))


@fold.register
def _(event: e.WhatIfAnswered, board: b.Board, entry: e.Entry) -> b.Board:
    found = board.what_ifs.get(event.what_if)
    if found is None:
        return board
    agreements = tuple(dict.fromkeys((*found.agreements, event.agreement)))
    return replace(board, what_ifs=changed(board.what_ifs, found.id, agreements=agreements))


@fold.register
def _(event: e.WhatIfPutAway, board: b.Board, entry: e.Entry) -> b.Board:
    if board.now.what_if != event.what_if:
        return board
    return replace(board, now=replace(board.now, what_if=None))


def _at(board: b.Board, scene: str) -> b.Board:
    return replace(board, now=replace(board.now, scene=scene)) if scene in board.scenes else board
