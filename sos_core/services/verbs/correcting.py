"""Corrections: asked on the own phone, answered at the desk."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import correcting
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def ask_correction(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    words = step.keep(fields.raw("text"))
    return correcting.ask(step.board, correction=step.make(fields.id("key")), person=person, words=words)


@verbs.add
def answer_correction(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    words = step.keep_if_any(fields.raw("text"))
    return correcting.answer(step.board, correction=fields.id("correction"), done=fields.flag("done"), words=words)
