"""Who may read what: the one rule behind every face of a conference."""

from __future__ import annotations

from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.kinds import Audience, CardKind, Role


def may_read(board: Board, card: Card, person: str) -> bool:
    """Whether this person may read the card. The author always may; a name on `hidden_from` never is passed over.

    A card that hangs on a risk point is as narrow as that: its words tell of it.
    """
    if person == card.author:
        return True
    if person in card.hidden_from or card.audience is Audience.AUTHOR:
        return False
    if card.audience is Audience.ADULTS and board.role_of(person) is Role.CHILD:
        return False
    risk = _risk_of(board, card)
    return risk is None or may_read(board, risk, person)


def in_the_open(board: Board, card: Card) -> bool:
    """Whether it is out among those who may read it: on the board, or a worry that was parked with a reason, so that it is heard
    and on paper (PRODUCT.md, step 4). What is for the facilitator only, or waits for a child's yes, is not.
    """
    heard = card.kind is CardKind.WORRY and card.parked and card.audience is not Audience.AUTHOR
    return card.on_board or (heard and not wants_child_yes(board, card))


def wants_child_yes(board: Board, card: Card) -> bool:
    """A child's card that the child has not yet agreed to show."""
    return board.role_of(card.author) is Role.CHILD and not card.child_yes


def narrower(one: Audience, other: Audience) -> Audience:
    """The one that fewer people are in."""
    return max(one, other, key=list(Audience).index)


def is_narrow(board: Board, card: Card) -> bool:
    """Whether the card, or the risk point that it hangs on, is not for everybody in the room."""
    risk = _risk_of(board, card)
    return card.narrow or (risk is not None and is_narrow(board, risk))


def may_read_agreement(board: Board, agreement: Agreement, person: str) -> bool:
    """Whether this person may read the agreement: as narrow as the cards that it answers, open to who has a part in it."""
    if person in agreement.people:
        return True
    return all(may_read(board, card, person) for card in answered_by(board, agreement))


def for_everybody(board: Board, agreement: Agreement) -> bool:
    """Whether all in the room may read the agreement."""
    return not any(is_narrow(board, card) for card in answered_by(board, agreement))


def answered_by(board: Board, agreement: Agreement) -> list[Card]:
    """The cards that it answers, those that were taken back too."""
    return [board.cards[card] for card in agreement.answers_to if card in board.cards]


def lit(board: Board) -> Card | None:
    """The card in the light, as long as it is on the board for everybody."""
    card = board.cards.get(board.now.light or "")
    if card is None or not card.on_board or card.parked or card.held or is_narrow(board, card):
        return None
    return card


def _risk_of(board: Board, card: Card) -> Card | None:
    """The risk point that it hangs on; a risk point hangs on nothing."""
    risk = board.cards.get(card.risk or "") if card.kind is not CardKind.RISK else None
    return risk if risk is not None and risk.kind is CardKind.RISK else None
