"""The plan: the referrer's word on it, and adopting it."""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound


def judge_line(board: Board, *, line: str, holds: bool, because: str | None) -> e.BottomLineJudged:
    """The referrer's word on one bottom line; 'it does not hold' says why (`because` is the id of the words)."""
    if line not in board.lines:
        raise NotFound("agreements.no_such_line")
    if not holds and because is None:
        raise DomainError("plan.not_because_what")
    return e.BottomLineJudged(line, holds, because)


def adopt_plan(
    board: Board, *, on: date, evaluation: str, evaluation_on: date, looks: tuple[e.PlannedLook, ...] = ()
) -> e.PlanAdopted:
    """The next version. It may have gaps: they are stated in it. It may not be empty, nor skip the referrer's word.

    After the first version there is one only out of an evaluation that ended in 'adjust'. `looks`: those beside the evaluation.
    """
    if not board.agreements:
        raise DomainError("plan.empty")
    if any(line.holds is None for line in board.lines.values()):
        raise DomainError("plan.referrer_first")
    if min(evaluation_on, *(look.on for look in looks), date.max) <= on:
        raise DomainError("plan.evaluation_in_past")
    if board.plans and not board.adjusting:
        raise DomainError("plan.evaluate_first")
    return e.PlanAdopted(len(board.plans) + 1, on, evaluation, evaluation_on, looks)
