"""When it was last told how each agreement of the plan goes. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sos_core.domain.board import Board


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """Of one agreement: the day from which on nothing was heard of it for too long, if nothing more is heard; and when it was last
    told how it goes.
    """

    silent_from: date
    on: date


def last_heard(board: Board) -> dict[str, date]:
    """By agreement that can be reported on: it is in the plan that stands, and was not dropped since. The day on which it was last
    checked in, proven or weighed; at the earliest the day on which the plan was adopted, for then everybody spoke of it.
    """
    if not board.plans:
        return {}
    stands = board.plans[max(board.plans)]
    heard = {key: stands.adopted_on for key, one in board.agreements.items() if one.seq <= stands.seq}
    for agreement, on in _told(board):
        if agreement in heard:
            heard[agreement] = max(heard[agreement], on)
    return heard


def _told(board: Board) -> Iterator[tuple[str, date]]:
    yield from ((told.agreement, told.on) for told in board.check_ins.values())
    yield from ((agreement.id, proof.on) for agreement in board.agreements.values() for proof in agreement.proven)
    for evaluation in board.evaluations.values():
        if evaluation.ended_on:
            yield from ((agreement, evaluation.ended_on) for agreement in evaluation.weighed)
