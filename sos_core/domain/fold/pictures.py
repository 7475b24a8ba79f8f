"""Pictures that people chose, on the board: what is proposed, and what stands at a scene since."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.PictureProposed, board: b.Board, entry: e.Entry) -> b.Board:
    proposal = b.Proposal(event.proposal, entry.seq, event.person, event.scene, event.picture)
    others = {
        key: one for key, one in board.proposals.items() if (one.person, one.scene) != (event.person, event.scene)
    }
    return replace(board, proposals={**others, proposal.id: proposal})


@fold.register
def _(event: e.PicturePut, board: b.Board, entry: e.Entry) -> b.Board:
    scenes = changed(board.scenes, event.scene, picture=event.picture, base=event.base)
    return _without(replace(board, scenes=scenes), event.proposal)


@fold.register
def _(event: e.PictureLeft, board: b.Board, entry: e.Entry) -> b.Board:
    return _without(board, event.proposal)


def _without(board: b.Board, proposal: str) -> b.Board:
    return replace(board, proposals={key: one for key, one in board.proposals.items() if key != proposal})
