"""Looking back at a plan: beginning, weighing, deciding, handing over, and beginning again."""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board, Evaluation
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Decision, Look, Outcome, Standing
from sos_core.domain.looks import AFTER
from sos_core.domain.rules.agreements import agreement_of


def start_evaluation(board: Board, evaluation: str | None = None) -> e.EvaluationStarted:
    """This one, or the first that is planned. One at a time."""
    if board.open_evaluation is None:
        raise DomainError("evaluation.none_planned")
    if board.open_evaluation.started:
        raise DomainError("evaluation.started_already")
    return e.EvaluationStarted(_planned(board, evaluation or board.open_evaluation.id).id)


def weigh_agreement(board: Board, *, agreement: str, how: Outcome, words: str | None) -> e.AgreementWeighed:
    held = _being_held(board)
    agreement_of(board, agreement)
    return e.AgreementWeighed(held.id, agreement, how, words)


def end_evaluation(
    board: Board,
    *,
    decision: Decision,
    because: str,
    next_evaluation: str,
    next_on: date | None,
    on: date,
    handover: e.Handover | None = None,
) -> e.EvaluationEnded:
    """Every agreement was weighed. Looks whose day has passed go, and after 'adjust' and stepping out all of this version.

    Going on keeps those that are still to come, or plans one; a new version plans its own when it is adopted; who steps out says who
    carries on and when that is looked at. After 'escalate' there is always a look to come, also when the facilitator had stepped out: who
    had, is back with it. Raises `evaluation.weigh_all`, `plan.evaluation_in_past` and the `step_out.…` errors.
    """
    held = _being_held(board)
    if any(agreement not in held.weighed for agreement in board.agreements):
        raise DomainError("evaluation.weigh_all")
    others = [one for one in board.planned_evaluations if one.id != held.id]
    if decision is Decision.ADJUST:
        return e.EvaluationEnded(held.id, decision, because, None, None, tuple(one.id for one in others))
    if next_on is not None and next_on <= on:
        raise DomainError("plan.evaluation_in_past")
    if decision is Decision.STEP_OUT:
        _is_whole(board, handover)
        after, dropped = next_on or on + AFTER[Look.RECHECK], tuple(one.id for one in others)
        return e.EvaluationEnded(held.id, decision, because, next_evaluation, after, dropped, handover)
    dropped = tuple(one.id for one in others if one.on <= (next_on or on))
    left = board.stepped_out and decision is not Decision.ESCALATE
    if next_on is None and (len(dropped) < len(others) or left):
        return e.EvaluationEnded(held.id, decision, because, None, None, dropped)
    after = next_on or on + AFTER[Look.EVALUATION]
    return e.EvaluationEnded(held.id, decision, because, next_evaluation, after, dropped)


def move_evaluation(board: Board, *, evaluation: str, to: date, today: date) -> e.EvaluationMoved:
    """To another day, as long as it was not begun."""
    planned = _planned(board, evaluation)
    if planned.started:
        raise DomainError("evaluation.started_already")
    if to < today:
        raise DomainError("plan.evaluation_in_past")
    return e.EvaluationMoved(planned.id, to)


def plan_evaluation(board: Board, *, evaluation: str, on: date, today: date) -> e.EvaluationPlanned:
    """One more, of the plan that stands. After stepping out the facilitator is back with it."""
    if not board.plans or board.adjusting:
        raise DomainError("evaluation.none_planned")
    if on < today:
        raise DomainError("plan.evaluation_in_past")
    return e.EvaluationPlanned(evaluation, len(board.plans), on)


def _planned(board: Board, evaluation: str) -> Evaluation:
    found = next((one for one in board.planned_evaluations if one.id == evaluation), None)
    if found is None:
        raise NotFound("evaluation.not_here")
    return found


def _being_held(board: Board) -> Evaluation:
    evaluation = board.open_evaluation
    if evaluation is None or not evaluation.started:
        raise DomainError("evaluation.not_started")
    return evaluation


def _is_whole(board: Board, handover: e.Handover | None) -> None:
    """Who carries on is somebody here, and somebody else watches. Source: "gaan de vaste hulpverleners en het netwerk verder met het
    gemaakte plan"; PRODUCT.md, check 7.
    """
    if handover is None:
        raise DomainError("step_out.who_carries_on")
    for person in (handover.carries_on, handover.watches):
        attendee = board.attendees.get(person)
        if attendee is None or attendee.standing is not Standing.ADMITTED or attendee.away:
            raise NotFound("person.not_here")
    if handover.carries_on == handover.watches:
        raise DomainError("step_out.somebody_else_watches")
