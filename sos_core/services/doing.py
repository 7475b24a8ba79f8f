"""Doing: every verb of a conference other than saying, by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.domain.rules.cards import card_of
from sos_core.services.carrying_out import Step, carry_out, stake_in
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.speakers import is_in, speaker
from sos_core.services.verbs import (
    breaches,
    cards,
    confiding,
    contact,
    correcting,
    dry_run,
    evaluations,
    film,
    handling,
    in_between,
    inviting,
    meeting,
    pictures,
    plan,
    preparing,
    restrictions,
    scale,
    statements,
    together,
)
from sos_core.store.journal import Kept

VERBS = {
    **meeting.verbs,
    **inviting.verbs,
    **preparing.verbs,
    **restrictions.verbs,
    **together.verbs,
    **scale.verbs,
    **film.verbs,
    **pictures.verbs,
    **cards.verbs,
    **handling.verbs,
    **confiding.verbs,
    **correcting.verbs,
    **dry_run.verbs,
    **plan.verbs,
    **statements.verbs,
    **evaluations.verbs,
    **breaches.verbs,
    **in_between.verbs,
    **contact.verbs,
}

FORGETTING = frozenset(
    {
        *("take_back", "take_back_confidence", "tell_back", "note_told_aloud", "make_statement"),
        *("lift_restriction", "withdraw_invitation", "check_in", "take_back_check_in"),
    }
)
"""After these, words or a name are to be gone from the disk."""


def do(house: House, actor: Actor, done: Mapping[str, Any]) -> Kept:
    """Carry out one verb: `POST /api/do` in docs/http.md. Its `key` makes sending it again harmless."""
    fields = Fields(done)
    verb = fields.id("verb")
    if verb not in VERBS:
        raise DomainError("input.unknown_choice", field="verb")
    conference = actor.conference if isinstance(actor, Guest) else fields.id("conference")
    with house.store.reading() as session:
        policy.may_do(actor, verb, stake_in(session, conference))

    def decide(step: Step) -> e.Event:
        if isinstance(actor, Guest):
            _own(actor, verb, step, fields)
        return VERBS[verb](house, actor, step, fields)

    kept = carry_out(house, actor, conference, fields.id("key"), decide)
    if verb in FORGETTING:
        house.store.forget()
    return kept


def _own(actor: Guest, verb: str, step: Step, fields: Fields) -> None:
    """What guests do with cards they do with their own; a card of another is not there for them."""
    if verb in policy.OWN_CARD_VERBS:
        author = card_of(step.board, fields.id("card")).author
        if author not in actor.people:
            raise NotAllowed("policy.not_your_card")
        speaker(actor, step.board, author)
        if verb == "agree_to_show" and sum(is_in(step.board, who) for who in actor.people) > 1:
            raise DomainError("cards.child_yes_to_facilitator")  # who holds the phone is not known
