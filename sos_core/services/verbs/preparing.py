"""The preparation: when people are to meet, and what the facilitator has asked them."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Preparation
from sos_core.domain.rules import preparing
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def plan_session(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """With the `session` of one that is planned already: it is on another day, at another time or place, or for others."""
    session = fields.maybe_id("session")
    before = step.board.sessions.get(session or "")
    on, begins, ends = fields.maybe_day("on"), fields.maybe_time("begins"), fields.maybe_time("ends")
    if on is None or begins is None or ends is None:
        raise DomainError("sessions.when")
    return preparing.plan_session(
        step.board,
        session=before.id if before else step.make(),
        on=on,
        hours=(begins, ends),
        place=step.keep_unless(fields.raw("place"), before.place if before else None),
        people=fields.ids("people"),
        judged=step.judged,
    )


@verbs.add
def call_off_session(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return preparing.call_off_session(step.board, session=fields.id("session"))


@verbs.add
def note_preparation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return preparing.note_preparation(
        step.board,
        preparation=fields.choice("preparation", Preparation),
        done=fields.flag("done"),
        words=step.keep_if_any(fields.raw("text")),
    )
