"""Who may read what: the one rule behind every face of a conference."""

from __future__ import annotations

from sos_core.domain.board import Agreement, Board, Card
from sos_core.domain.kinds import Audience, Role


def may_read(board: Board, card: Card, person: str) -> bool:
    """Whether this person may read the card. The author always may; a name on `hidden_from` never is passed over."""
    if person == card.author:
        return True
    if person in card.hidden_from or card.audience is Audience.AUTHOR:
        return False
    return card.audience is Audience.EVERYBODY or board.role_of(person) is not Role.CHILD


def may_read_agreement(board: Board, agreement: Agreement, person: str) -> bool:
    """Whether this person may read the agreement: as narrow as the cards that it answers, open to who has a part in it."""
    if person in agreement.people:
        return True
    return all(may_read(board, card, person) for card in answered_by(board, agreement))


def for_everybody(board: Board, agreement: Agreement) -> bool:
    """Whether all in the room may read the agreement."""
    return not any(card.narrow for card in answered_by(board, agreement))


def answered_by(board: Board, agreement: Agreement) -> list[Card]:
    """The cards that it answers, those that were taken back too."""
    return [board.cards[card] for card in agreement.answers_to if card in board.cards]
