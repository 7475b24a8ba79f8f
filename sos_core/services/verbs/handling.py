"""What the desk does with cards besides putting them up: parks, moves and merges them, writes beside them, answers one person."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import handling
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def park(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.park(step.board, card=fields.id("card"), reason=step.keep_if_any(fields.raw("reason")))


@verbs.add
def unpark(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.unpark(step.board, card=fields.id("card"))


@verbs.add
def clarify(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Without text the wording beside the own words is gone again."""
    words = step.keep_if_any(fields.raw("text"))
    return handling.clarify(step.board, card=fields.id("card"), words=words, base=fields.maybe_id("base"))


@verbs.add
def move_card(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.move_card(
        step.board, card=fields.id("card"), scene=fields.id("scene"), risk=fields.maybe_id("risk")
    )


@verbs.add
def merge_cards(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.merge_cards(step.board, card=fields.id("card"), into=fields.id("into"))


@verbs.add
def split_card(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.split_card(step.board, card=fields.id("card"))


@verbs.add
def write_note(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return handling.write_note(
        step.board,
        note=step.make(),
        person=fields.id("person"),
        card=fields.maybe_id("card"),
        words=step.keep(fields.raw("text")),
    )
