"""Bottom lines that were broken: written down by the referrer or whoever leads."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import breaches
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def record_breach(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    today = house.today()
    return breaches.record_breach(
        step.board,
        breach=step.make(),
        line=fields.id("bottom_line"),
        on=fields.maybe_day("on") or today,
        words=step.keep(fields.raw("text")),
        today=today,
    )


@verbs.add
def follow_up_breach(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    today = house.today()
    return breaches.follow_up_breach(
        step.board,
        breach=fields.id("breach"),
        on=fields.maybe_day("on") or today,
        words=step.keep(fields.raw("text")),
        today=today,
    )
