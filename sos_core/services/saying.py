"""Saying: one contribution from a phone, kept before anybody sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sos_core.access.actor import Actor, Guest
from sos_core.domain.errors import NotAllowed
from sos_core.domain.events import Event
from sos_core.domain.kinds import HELP, Audience, CardKind
from sos_core.domain.rules.cards import Contribution
from sos_core.domain.rules.cards import say as say_rule
from sos_core.services.carrying_out import Step, carry_out
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.store.journal import Kept


def say(house: House, actor: Actor, said: Mapping[str, Any]) -> Kept:
    """Keep one contribution: `POST /api/say` in docs/http.md. Its `key` makes sending it again harmless."""
    if not isinstance(actor, Guest):
        raise NotAllowed("policy.only_themselves")
    fields = Fields(said)
    key = fields.id("key")
    kind = fields.choice("kind", CardKind)

    def decide(step: Step) -> Event:
        keep = step.keep_if_any if kind in HELP else step.keep
        contribution = Contribution(
            card=step.make(key),
            kind=kind,
            words=keep(fields.raw("text")),
            author=speaker(actor, step.board, fields.maybe_id("person")),
            scene=fields.maybe_id("scene"),
            risk=fields.maybe_id("risk"),
            audience=fields.choice("audience", Audience, default=Audience.EVERYBODY),
            hidden_from=fields.ids("hidden_from"),
        )
        return say_rule(step.board, contribution)

    return carry_out(house, actor, actor.conference, key, decide)
