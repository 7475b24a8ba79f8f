"""What all look at and wait for together: the timer, cards that are held back until shown, one card in the light, a day without
somebody, what is still to do.
"""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import together
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def set_timer(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.set_timer(step.board, minutes=fields.number("minutes"), now=house.now())


@verbs.add
def add_minute(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.add_minute(step.board, now=house.now())


@verbs.add
def stop_timer(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.stop_timer(step.board)


@verbs.add
def hold_cards(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.hold_cards(step.board)


@verbs.add
def say_ready(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    return together.say_ready(step.board, person=person, ready=fields.flag("ready"))


@verbs.add
def show_cards(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.show_cards(step.board)


@verbs.add
def put_in_light(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.put_in_light(step.board, card=fields.id("card"))


@verbs.add
def put_out_light(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.put_out_light(step.board)


@verbs.add
def show_without(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.show_without(step.board, people=fields.ids("people"))


@verbs.add
def stop_without(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.stop_without(step.board)


@verbs.add
def show_todo(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.show_todo(step.board)


@verbs.add
def hide_todo(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return together.hide_todo(step.board)
