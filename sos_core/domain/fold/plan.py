"""What was agreed, on the board: agreements, the plan, and how it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.here import day_here
from sos_core.domain.kinds import BRINGS_BACK, Decision, Look
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.AgreementMade, board: b.Board, entry: e.Entry) -> b.Board:
    """A changed agreement keeps its place and its number, and loses its answers: they were to other words. What it proved it keeps
    only while the same person does the same at the same time.
    """
    before = board.agreements.get(event.agreement)
    lines = (*event.bottom_lines, *(before.bottom_lines if before else ()))
    made = {field.name: getattr(event, field.name) for field in fields(event)}
    agreement = b.Agreement(id=made.pop("agreement"), seq=before.seq if before else entry.seq, **made)
    if before and before.deed == agreement.deed:
        agreement = replace(agreement, proven=before.proven)
    agreements = {**board.agreements, agreement.id: agreement}
    return replace(board, agreements=agreements, lines=_unjudged(board, lines))


@fold.register
def _(event: e.ProofNoted, board: b.Board, entry: e.Entry) -> b.Board:
    agreement = board.agreements.get(event.agreement)
    if agreement is None:
        return board
    proven = (*agreement.proven, b.Proven(event.proof, event.on, entry.by, event.told_by))
    return replace(board, agreements=changed(board.agreements, agreement.id, proven=proven))


@fold.register
def _(event: e.AgreementDropped, board: b.Board, entry: e.Entry) -> b.Board:
    kept = {key: agreement for key, agreement in board.agreements.items() if key != event.agreement}
    dropped = board.agreements.get(event.agreement)
    return replace(board, agreements=kept, lines=_unjudged(board, dropped.bottom_lines if dropped else ()))


def _unjudged(board: b.Board, lines: Iterable[str]) -> dict[str, b.BottomLine]:
    """The referrer's word was on other agreements: on these lines it is asked again."""
    open_again = set(lines)
    return {
        key: replace(line, holds=None, because=None) if key in open_again else line for key, line in board.lines.items()
    }


@fold.register
def _(event: e.AgreementAnswered, board: b.Board, entry: e.Entry) -> b.Board:
    agreement = board.agreements.get(event.agreement)
    if agreement is None:
        return board
    before = agreement.answers.get(event.person)
    reply = b.Reply(event.answer, event.words)
    if before and reply.promised:
        reply = replace(reply, told_back=before.told_back, aloud=before.aloud)
    answers = {**agreement.answers, event.person: reply}
    return replace(board, agreements=changed(board.agreements, agreement.id, answers=answers))


@fold.register
def _(event: e.ToldBack, board: b.Board, entry: e.Entry) -> b.Board:
    agreement = board.agreements.get(event.agreement)
    if agreement is None:
        return board
    aloud = isinstance(event, e.ToldAloud) and event.words is not None
    answers = changed(agreement.answers, event.person, told_back=event.words, aloud=aloud)
    return replace(board, agreements=changed(board.agreements, agreement.id, answers=answers))


@fold.register
def _(event: e.BottomLineJudged, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, lines=changed(board.lines, event.line, holds=event.holds, because=event.because))


@fold.register
def _(event: e.PlanAdopted, board: b.Board, entry: e.Entry) -> b.Board:
    adopted = b.Adoption(event.version, entry.seq, event.adopted_on, event.evaluation_on)
    looks = (e.PlannedLook(event.evaluation, Look.EVALUATION, event.evaluation_on), *event.looks)
    planned = {one.evaluation: b.Evaluation(one.evaluation, event.version, one.on, one.look) for one in looks}
    return replace(
        board,
        plans={**board.plans, event.version: adopted},
        evaluations={**board.evaluations, **planned},
        stepped_out=False,
    )


@fold.register
def _(event: e.EvaluationStarted, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, evaluations=changed(board.evaluations, event.evaluation, started=True))


@fold.register
def _(event: e.AgreementWeighed, board: b.Board, entry: e.Entry) -> b.Board:
    evaluation = board.evaluations.get(event.evaluation)
    if evaluation is None:
        return board
    weighed = {**evaluation.weighed, event.agreement: b.Weighing(event.how, event.words)}
    return replace(board, evaluations=changed(board.evaluations, evaluation.id, weighed=weighed))


@fold.register
def _(event: e.EvaluationEnded, board: b.Board, entry: e.Entry) -> b.Board:
    """When the plan will be changed, the referrer's word was on the old one: it is asked again. Looks that were dropped were never
    held: nothing is lost with them.
    """
    held = board.evaluations.get(event.evaluation)
    if held is None:
        return board
    handed = event.handover and b.Handover(event.handover.carries_on, event.handover.watches, event.handover.call)
    came = {"decision": event.decision, "because": event.because, "handover": handed}
    ended_at = {"ended_seq": entry.seq, "ended_on": day_here(entry.at)}
    ended = changed(board.evaluations, held.id, **came, **ended_at)
    known = {key: one for key, one in ended.items() if key not in event.dropped}
    if event.next_evaluation and event.next_on:
        look = Look.RECHECK if event.decision is Decision.STEP_OUT else Look.EVALUATION
        known[event.next_evaluation] = b.Evaluation(event.next_evaluation, held.version, event.next_on, look)
    out = event.decision is Decision.STEP_OUT or (board.stepped_out and event.decision not in BRINGS_BACK)
    lines = _unjudged(board, board.lines) if event.decision is Decision.ADJUST else board.lines
    return replace(board, evaluations=known, lines=lines, stepped_out=out)


@fold.register
def _(event: e.EvaluationMoved, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, evaluations=changed(board.evaluations, event.evaluation, on=event.on))


@fold.register
def _(event: e.EvaluationPlanned, board: b.Board, entry: e.Entry) -> b.Board:
    planned = b.Evaluation(event.evaluation, event.version, event.on)
    return replace(board, evaluations={**board.evaluations, planned.id: planned}, stepped_out=False)
