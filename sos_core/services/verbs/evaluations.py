"""Evaluations; with the rows by which the dashboard knows them."""

from __future__ import annotations

from datetime import date

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.kinds import BRINGS_BACK, Decision, Look, Outcome
from sos_core.domain.rules import evaluations as rules
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.looks import usual_looks
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Conference, Evaluation

verbs = Verbs()


@verbs.add
def start_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.start_evaluation(step.board, fields.maybe_id("evaluation"))


@verbs.add
def weigh_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.weigh_agreement(
        step.board,
        agreement=fields.id("agreement"),
        how=fields.choice("how", Outcome),
        words=step.keep_if_any(fields.raw("text")),
    )


@verbs.add
def end_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The decision, and the rows by which the dashboard knows it."""
    today = house.today()
    decision = fields.choice("decision", Decision)
    fact = rules.end_evaluation(
        step.board,
        decision=decision,
        because=step.keep(fields.raw("because")),
        next_evaluation=new_id(),
        next_on=fields.maybe_day("next_on") or _usual_next(house, decision, step),
        on=today,
        handover=_handover(step, fields) if decision is Decision.STEP_OUT else None,
    )
    row = step.session.get_one(Evaluation, fact.evaluation)
    row.ended_on, row.decision = today, fact.decision.value
    for dropped in fact.dropped:
        step.session.delete(step.session.get_one(Evaluation, dropped))
    if fact.next_evaluation and fact.next_on:
        look = Look.RECHECK if decision is Decision.STEP_OUT else Look.EVALUATION
        plan_evaluation(step, fact.next_evaluation, row.version, on=fact.next_on, look=look)
    conference = step.session.get_one(Conference, step.conference)
    if decision is Decision.STEP_OUT:
        conference.stepped_out_on = today
    elif decision in BRINGS_BACK:
        conference.stepped_out_on = None
    return fact


@verbs.add
def move_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    fact = rules.move_evaluation(
        step.board, evaluation=fields.id("evaluation"), to=fields.day("on"), today=house.today()
    )
    step.session.get_one(Evaluation, fact.evaluation).on = fact.on
    return fact


@verbs.add
def add_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """One more; whoever had stepped out is back with it."""
    fact = rules.plan_evaluation(step.board, evaluation=step.make(), on=fields.day("on"), today=house.today())
    plan_evaluation(step, fact.evaluation, fact.version, on=fact.on)
    step.session.get_one(Conference, step.conference).stepped_out_on = None
    return fact


def plan_evaluation(step: Step, evaluation: str, version: int, *, on: date, look: Look = Look.EVALUATION) -> None:
    """The row by which the dashboard knows it."""
    step.session.add(Evaluation(id=evaluation, conference=step.conference, version=version, on=on, look=look.value))


def _usual_next(house: House, decision: Decision, step: Step) -> date | None:
    """A working day, when one has to be found; None where looks are planned already or none is needed."""
    board = step.board
    later = [one for one in board.planned_evaluations if not one.started and one.on > house.today()]
    left = board.stepped_out and decision is not Decision.ESCALATE
    if decision is Decision.ADJUST or (decision is not Decision.STEP_OUT and (later or left)):
        return None
    return usual_looks(house)[Look.RECHECK if decision is Decision.STEP_OUT else Look.EVALUATION]


def _handover(step: Step, fields: Fields) -> e.Handover:
    return e.Handover(
        carries_on=fields.id("carries_on"), watches=fields.id("watches"), call=step.keep(fields.raw("call"))
    )
