"""Agreements and the plan; with the rows by which the dashboard knows them."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.board import Agreement
from sos_core.domain.kinds import Answer, Look, Proof
from sos_core.domain.plan import unsupported
from sos_core.domain.rules import agreements, plan
from sos_core.domain.when import understood
from sos_core.domain.words import spoken
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.looks import usual_looks
from sos_core.services.speakers import speaker, spoken_for
from sos_core.services.verbs.evaluations import plan_evaluation
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Conference, Words

verbs = Verbs()


@verbs.add
def make_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.make_agreement(step.board, _draft(house, step, fields), agreement=step.make())


@verbs.add
def change_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    agreement = fields.id("agreement")
    return agreements.change_agreement(
        step.board,
        _draft(house, step, fields, step.board.agreements.get(agreement)),
        agreement=agreement,
        base=fields.id("base"),
        change=new_id(),
    )


@verbs.add
def drop_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.drop_agreement(step.board, agreement=fields.id("agreement"))


@verbs.add
def answer_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.answer_agreement(
        step.board,
        agreement=fields.id("agreement"),
        person=speaker(actor, step.board, fields.maybe_id("person")),
        answer=fields.choice("answer", Answer),
        words=step.keep_if_any(fields.raw("text")),
    )


@verbs.add
def tell_back(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    fact = agreements.tell_back(
        step.board,
        agreement=fields.id("agreement"),
        person=speaker(actor, step.board, fields.maybe_id("person")),
        words=step.keep_if_any(fields.raw("text")),
    )
    _forget_told_before(step, fact)
    return fact


@verbs.add
def note_told_aloud(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Only for somebody who has no phone to themselves: who has one tells it there."""
    fact = agreements.note_told_aloud(
        step.board,
        agreement=fields.id("agreement"),
        person=spoken_for(step.current, fields.id("person")),
        words=step.keep_if_any(fields.raw("text")),
    )
    _forget_told_before(step, fact)
    return fact


def _forget_told_before(step: Step, fact: e.ToldBack) -> None:
    """What was told before leaves the database."""
    before = step.board.agreements[fact.agreement].answers[fact.person].told_back
    if before and (told := step.session.get(Words, before)):
        told.text = None


@verbs.add
def note_proof(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.note_proof(
        step.board,
        agreement=fields.id("agreement"),
        proof=fields.choice("proof", Proof),
        on=house.today(),
        told_by=fields.maybe_id("told_by"),
    )


@verbs.add
def judge_line(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return plan.judge_line(
        step.board,
        line=fields.id("bottom_line"),
        holds=fields.flag("holds"),
        because=step.keep_if_any(fields.raw("because")),
    )


@verbs.add
def adopt_plan(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The plan, and the rows by which the dashboard knows its evaluation and the looks before and after it."""
    today = house.today()
    usual = usual_looks(house)
    evaluation_on = fields.maybe_day("evaluation_on") or usual[Look.EVALUATION]
    first, again = (fields.maybe_day(f"{look}_on") or usual[look] for look in (Look.FIRST, Look.RECHECK))
    looks = (
        *([e.PlannedLook(new_id(), Look.FIRST, first)] if first < evaluation_on else []),
        *([e.PlannedLook(new_id(), Look.RECHECK, again)] if evaluation_on < again else []),
    )
    fact = plan.adopt_plan(step.board, on=today, evaluation=step.make(), evaluation_on=evaluation_on, looks=looks)
    conference = step.session.get_one(Conference, step.conference)
    conference.adopted_on = conference.adopted_on or today
    conference.without_backup, conference.without_monitor = unsupported(step.board)
    plan_evaluation(step, fact.evaluation, fact.version, on=fact.evaluation_on)
    for look in looks:
        plan_evaluation(step, look.evaluation, fact.version, on=look.on, look=look.look)
    return fact


def _draft(house: House, step: Step, fields: Fields, before: Agreement | None = None) -> agreements.Draft:
    """`before`: the agreement that it changes. A text that reads as it did stays the same words, and keeps its rule: every other week
    stays the same weeks. A new one is counted from today on.
    """
    texts = ("what", "when", "notice")
    what, when, notice = (step.keep_unless(fields.raw(name), getattr(before, name, None)) for name in texts)
    rule = before.rule if before and before.when == when else None
    return agreements.Draft(
        what=what,
        who=fields.id("who"),
        when=when,
        notice=notice,
        backups=fields.ids("backups"),
        monitor=fields.maybe_id("monitor"),
        risks=fields.ids("risks"),
        worries=fields.ids("worries"),
        bottom_lines=fields.ids("bottom_lines"),
        strengths=fields.ids("strengths"),
        rule=rule or understood(spoken(fields.raw("when")), house.today()),
    )
