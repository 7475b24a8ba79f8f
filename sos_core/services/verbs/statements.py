"""An own statement with the plan: made, made anew, taken back."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.rules import statements
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Words

verbs = Verbs()


@verbs.add
def make_statement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """What this person stated before leaves the database."""
    person = speaker(actor, step.board, fields.maybe_id("person"))
    fact = statements.state(step.board, person=person, words=step.keep_if_any(fields.raw("text")))
    before = step.board.statements.get(person)
    if before and (words := step.session.get(Words, before.words)):
        words.text = None
    return fact
