"""Who may not meet or read what: the facilitator sets it, and lifts it again."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.guarding import plain_words
from sos_core.domain.kinds import RestrictionKind
from sos_core.domain.rules import restrictions
from sos_core.domain.words import spoken
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Words

verbs = Verbs()


@verbs.add
def restrict(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """From now on, and for all that was said before too."""
    kind = fields.choice("kind", RestrictionKind)
    text = fields.raw("text") if kind is RestrictionKind.GUARDED else None
    if text is not None and not plain_words(spoken(text)):
        raise DomainError("restrictions.nothing_to_guard")
    return restrictions.restrict(
        step.board,
        restriction=step.make(),
        kind=kind,
        people=fields.ids("people"),
        words=step.keep_if_any(text),
    )


@verbs.add
def lift_restriction(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """What was guarded leaves the database with it."""
    fact = restrictions.lift_restriction(step.board, restriction=fields.id("restriction"))
    words = step.board.restrictions[fact.restriction].words
    if words and (guarded := step.session.get(Words, words)):
        guarded.text = None
    return fact
