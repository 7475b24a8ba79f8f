"""Contact that grows step by step, on the board."""

from __future__ import annotations

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.ContactStepPlanned, board: b.Board, entry: e.Entry) -> b.Board:
    step = b.ContactStep(event.step, entry.seq, event.person, event.what, event.asks, event.hours)
    return replace(board, contact_steps={**board.contact_steps, step.id: step})


@fold.register
def _(event: e.ContactStepSignedOff, board: b.Board, entry: e.Entry) -> b.Board:
    signed = {"signed_on": event.on, "because": event.because, "seen": event.seen, "worked": event.worked}
    steps = changed(board.contact_steps, event.step, **signed, halted_on=None, halted_because=None)
    return replace(board, contact_steps=steps)


@fold.register
def _(event: e.ContactStepHalted, board: b.Board, entry: e.Entry) -> b.Board:
    halted = board.contact_steps.get(event.step)
    if halted is None:
        return board
    unsigned = {"signed_on": None, "because": None, "seen": None, "worked": 0}
    steps = {
        key: replace(one, **unsigned) if one.person == halted.person and one.seq >= halted.seq else one
        for key, one in board.contact_steps.items()
    }
    stopped = changed(steps, halted.id, halted_on=event.on, halted_because=event.because)
    return replace(board, contact_steps=stopped)
