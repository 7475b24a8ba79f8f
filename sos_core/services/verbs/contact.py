"""Contact that grows step by step: planned and stopped by the referrer or whoever leads, signed off by the referrer."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import contact as rules
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def plan_contact_step(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.plan_step(
        step.board,
        step=step.make(),
        person=fields.id("person"),
        what=step.keep(fields.raw("what")),
        asks=step.keep(fields.raw("asks")),
        hours=fields.number("hours") if fields.raw("hours") not in (None, "") else None,
    )


@verbs.add
def sign_off_contact_step(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.sign_off_step(
        step.board,
        step=fields.id("step"),
        on=house.today(),
        because=step.keep(fields.raw("because")),
        seen=step.keep_if_any(fields.raw("seen")),
    )


@verbs.add
def halt_contact_step(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.halt_step(
        step.board, step=fields.id("step"), on=house.today(), because=step.keep(fields.raw("because"))
    )
