"""Asking people to come: by name, relation and role, before anybody is there."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import Role
from sos_core.domain.rules import inviting
from sos_core.domain.words import name as checked_name
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.invitations import around
from sos_core.services.links import Holder, end_links
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Person

verbs = Verbs()


@verbs.add
def invite(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    name, relation = checked_name(fields.raw("name")), fields.raw("relation")
    fact = inviting.invite(step.board, person=step.make(), role=fields.choice("role", Role))
    said = checked_name(relation) if relation else None
    step.session.add(Person(id=fact.person, conference=step.conference, name=name, relation=said))
    return fact


@verbs.add
def invite_from_net(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Somebody of the family's safety net, by the name and relation that stand there. Each of them comes over once: they keep their id."""
    known = around(step.session, step.conference, fields.id("person"))
    before = step.session.get(Person, known.id)
    if before and before.conference != step.conference:
        raise NotFound("net.not_here")
    fact = inviting.invite(step.board, person=known.id, role=fields.choice("role", Role))
    person = before or Person(id=known.id, conference=step.conference)
    person.name, person.relation = checked_name(known.name), known.relation or None
    step.session.add(person)
    step.made = known.id
    return fact


@verbs.add
def withdraw_invitation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The name leaves the database with it, and the letter opens nothing any more."""
    fact = inviting.withdraw_invitation(step.board, person=fields.id("person"))
    person = step.session.get_one(Person, fact.person)
    person.name = person.relation = person.phone = None
    end_links(house, step.session, Holder(step.conference, fact.person))
    return fact
