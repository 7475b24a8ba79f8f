"""Pictures for a scene: proposed and taken back from a phone, put there or left at the desk."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.rules import pictures
from sos_core.services import library
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def propose_picture(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """One of those that ship: nothing is taken in from a phone."""
    picture = fields.id("picture")
    if picture not in {drawing.id for drawing in library.pictures()}:
        raise DomainError("input.unknown_choice", field="picture")
    person = speaker(actor, step.board, fields.maybe_id("person"))
    return pictures.propose_picture(
        step.board, proposal=step.make(), person=person, scene=fields.id("scene"), picture=picture
    )


@verbs.add
def take_back_picture(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    return pictures.take_back_picture(step.board, proposal=fields.id("proposal"), person=person)


@verbs.add
def put_picture(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return pictures.put_picture(step.board, proposal=fields.id("proposal"), change=new_id())


@verbs.add
def leave_picture(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return pictures.leave_picture(step.board, proposal=fields.id("proposal"))
