"""Between two meetings: checked in from the phone, confirmed, talked about."""

from __future__ import annotations

from sos_core.access.actor import Actor, Guest
from sos_core.domain import events as e
from sos_core.domain.errors import NotAllowed
from sos_core.domain.kinds import Report
from sos_core.domain.rules import in_between as rules
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Words

verbs = Verbs()
FACILITATOR = "facilitator"
"""How a door names whoever leads, where a person could stand."""


@verbs.add
def check_in(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """What was said before that day leaves the database."""
    today = house.today()
    fact = rules.check_in(
        step.board,
        check_in=step.make(fields.id("key")),
        agreement=fields.id("agreement"),
        person=speaker(actor, step.board, fields.maybe_id("person")),
        how=fields.choice("how", Report),
        words=step.keep_if_any(fields.raw("text")),
        on=fields.maybe_day("on") or today,
        today=today,
    )
    step.made = fact.check_in
    _forget(step, fact.check_in)
    return fact


@verbs.add
def take_back_check_in(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The words leave the database with it."""
    person = speaker(actor, step.board, fields.maybe_id("person"))
    fact = rules.take_back_check_in(step.board, check_in=fields.id("check_in"), person=person)
    _forget(step, fact.check_in)
    return fact


@verbs.add
def confirm_report(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Raises NotAllowed on a phone through which who told it speaks too: nobody can tell who taps."""
    told = step.board.check_ins.get(fields.id("check_in"))
    if isinstance(actor, Guest) and told is not None and told.person in actor.people:
        raise NotAllowed("check_ins.shared_phone")
    return rules.confirm_report(step.board, check_in=fields.id("check_in"), person=_who(actor, step, fields))


@verbs.add
def unconfirm_report(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.unconfirm_report(step.board, check_in=fields.id("check_in"), person=_who(actor, step, fields))


@verbs.add
def agree_talk(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    fact = rules.agree_talk(
        step.board,
        talk=step.make(),
        check_in=fields.id("check_in"),
        by=_who(actor, step, fields),
        speaks=_somebody(fields, "speaks"),
        to=_somebody(fields, "to"),
        on=house.today(),
    )
    step.made = fact.talk
    return fact


@verbs.add
def finish_talk(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return rules.finish_talk(
        step.board,
        talk=fields.id("talk"),
        by=_who(actor, step, fields),
        on=house.today(),
        words=step.keep_if_any(fields.raw("text")),
    )


def _who(actor: Actor, step: Step, fields: Fields) -> str | None:
    """The person of this phone; None for the desk."""
    return speaker(actor, step.board, fields.maybe_id("person")) if isinstance(actor, Guest) else None


def _somebody(fields: Fields, name: str) -> str | None:
    named = fields.id(name)
    return None if named == FACILITATOR else named


def _forget(step: Step, check_in: str) -> None:
    before = step.board.check_ins.get(check_in)
    if before and before.words and (words := step.session.get(Words, before.words)):
        words.text = None
