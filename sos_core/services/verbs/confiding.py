"""What somebody tells the facilitator alone: told, read, taken back."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import confiding
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Words

verbs = Verbs()


@verbs.add
def confide(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    words = step.keep(fields.raw("text"))
    return confiding.confide(step.board, confidence=step.make(fields.id("key")), person=person, words=words)


@verbs.add
def hear_confidence(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return confiding.hear(step.board, confidence=fields.id("confidence"))


@verbs.add
def take_back_confidence(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The words leave the database with it."""
    person = speaker(actor, step.board, fields.maybe_id("person"))
    fact = confiding.take_back(step.board, confidence=fields.id("confidence"), person=person)
    if words := step.session.get(Words, step.board.confidences[fact.confidence].words):
        words.text = None
    return fact
