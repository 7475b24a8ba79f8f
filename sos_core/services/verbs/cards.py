"""What becomes of cards: up, down, shown after a child's yes, taken back, hidden."""

from __future__ import annotations

from sos_core.access.actor import Actor, Guest
from sos_core.domain import events as e
from sos_core.domain.kinds import Audience
from sos_core.domain.rules import cards
from sos_core.domain.rules.cards import words_about
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Words

verbs = Verbs()


@verbs.add
def put_on_board(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.put_on_board(step.board, card=fields.id("card"), named=fields.flag("named"))


@verbs.add
def take_off_board(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.take_off_board(step.board, card=fields.id("card"))


@verbs.add
def agree_to_show(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.agree_to_show(step.board, card=fields.id("card"))


@verbs.add
def take_back(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The words leave the database with the card, and so does what was written beside them."""
    card = cards.card_of(step.board, fields.id("card"))
    for key in words_about(card, step.current.entries):
        if words := step.session.get(Words, key):
            words.text = None
    return cards.take_back(step.board, card=card.id)


@verbs.add
def hide_card(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.hide_card(
        step.board,
        card=fields.id("card"),
        audience=fields.choice("audience", Audience),
        hidden_from=fields.ids("hidden_from"),
        by_author=isinstance(actor, Guest),
    )
