"""The dry run on the board. A card brings everybody to its scene."""

from __future__ import annotations

from collections.abc import Mapping

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.kinds import Proof
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
    """What was practised by this card before is as it is written down now: written down twice is no more than once."""
    held = event.agreements if isinstance(event, e.WhatIfHeld) else ()
    told = {"outcome": event.outcome, "words": event.words, "base": event.base, "held": held}
    walked = replace(board, what_ifs=changed(board.what_ifs, event.what_if, **told))
    before = _unpractised(walked.agreements, event.what_if)
    if not isinstance(event, e.WhatIfHeld):
        return replace(walked, agreements=before)
    once = b.Proven(Proof.PRACTISED, event.on, entry.by, None, event.what_if)
    practised = {key: replace(before[key], proven=(*before[key].proven, once)) for key in held if key in before}
    return replace(walked, agreements={**before, **practised} if practised else before)


def _unpractised(agreements: Mapping[str, b.Agreement], what_if: str) -> Mapping[str, b.Agreement]:
    """The agreements without what was practised by this card."""
    by_it = [one for one in agreements.values() if any(each.what_if == what_if for each in one.proven)]
    without = {one.id: replace(one, proven=tuple(p for p in one.proven if p.what_if != what_if)) for one in by_it}
    return {**agreements, **without} if without else agreements


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
