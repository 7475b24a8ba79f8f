"""The safety scale: asked at the desk, set on each phone, shown to all at once."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import scale
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def ask_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Without names unless `named`."""
    return scale.ask_scale(step.board, scale=step.make(), on=house.today(), named=fields.flag("named"))


@verbs.add
def set_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    return scale.set_scale(step.board, person=person, value=fields.number("value"))


@verbs.add
def show_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return scale.show_scale(step.board)
