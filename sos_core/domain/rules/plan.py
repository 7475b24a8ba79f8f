"""The plan and its evaluation: the referrer's word, adopting, looking back, deciding."""

from __future__ import annotations

from datetime import date, timedelta

from sos_core.domain import events as e
from sos_core.domain.board import Board, Evaluation
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Decision, Outcome
from sos_core.domain.rules.agreements import agreement_of

EVALUATION_AFTER = timedelta(weeks=5)
"""PRODUCT.md, step 7: by default the evaluation is in week 5."""


def judge_line(board: Board, *, line: str, holds: bool, because: str | None) -> e.BottomLineJudged:
    """The referrer's word on one bottom line; 'it does not hold' says why (`because` is the id of the words)."""
    if line not in board.lines:
        raise NotFound("agreements.no_such_line")
    if not holds and because is None:
        raise DomainError("plan.not_because_what")
    return e.BottomLineJudged(line, holds, because)


def adopt_plan(board: Board, *, on: date, evaluation: str, evaluation_on: date) -> e.PlanAdopted:
    """The next version. It may have gaps: they are stated in it. It may not be empty, nor skip the referrer's word.

    After the first version there is one only out of an evaluation that ended in 'adjust'.
    """
    if not board.agreements:
        raise DomainError("plan.empty")
    if any(line.holds is None for line in board.lines.values()):
        raise DomainError("plan.referrer_first")
    if evaluation_on <= on:
        raise DomainError("plan.evaluation_in_past")
    if board.plans and not board.adjusting:
        raise DomainError("plan.evaluate_first")
    return e.PlanAdopted(len(board.plans) + 1, on, evaluation, evaluation_on)


def start_evaluation(board: Board) -> e.EvaluationStarted:
    evaluation = board.open_evaluation
    if evaluation is None:
        raise DomainError("evaluation.none_planned")
    if evaluation.started:
        raise DomainError("evaluation.started_already")
    return e.EvaluationStarted(evaluation.id)


def weigh_agreement(board: Board, *, agreement: str, how: Outcome, words: str | None) -> e.AgreementWeighed:
    held = _being_held(board)
    agreement_of(board, agreement)
    return e.AgreementWeighed(held.id, agreement, how, words)


def end_evaluation(
    board: Board, *, decision: Decision, because: str, next_evaluation: str, next_on: date | None, on: date
) -> e.EvaluationEnded:
    """Every agreement was weighed. Going on plans the next look; adjusting does so when the new version is adopted."""
    held = _being_held(board)
    if any(agreement not in held.weighed for agreement in board.agreements):
        raise DomainError("evaluation.weigh_all")
    if decision is not Decision.GO_ON:
        return e.EvaluationEnded(held.id, decision, because, None, None)
    after = next_on or on + EVALUATION_AFTER
    if after <= on:
        raise DomainError("plan.evaluation_in_past")
    return e.EvaluationEnded(held.id, decision, because, next_evaluation, after)


def _being_held(board: Board) -> Evaluation:
    evaluation = board.open_evaluation
    if evaluation is None or not evaluation.started:
        raise DomainError("evaluation.not_started")
    return evaluation
