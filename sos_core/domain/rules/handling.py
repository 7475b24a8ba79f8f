"""What the facilitator does with cards besides putting them up. People's own words stay as they were said."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.audience import is_narrow
from sos_core.domain.board import Board, Card
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.domain.kinds import HELP, CardKind
from sos_core.domain.rules.cards import card_of
from sos_core.domain.rules.meeting import attendee_of, scene_of

MOST_NOTES = 500


def park(board: Board, *, card: str, reason: str | None) -> e.CardParked:
    """For another moment; `reason` is the id of the words. A worry is parked with a reason only (PRODUCT.md, step 4)."""
    found = card_of(board, card)
    if found.parked:
        raise DomainError("cards.parked_already")
    if found.kind is CardKind.WORRY and reason is None:
        raise DomainError("cards.parked_why")
    return e.CardParked(card, reason)


def unpark(board: Board, *, card: str) -> e.CardUnparked:
    if not card_of(board, card).parked:
        raise DomainError("cards.not_parked")
    return e.CardUnparked(card)


def clarify(board: Board, *, card: str, words: str | None, base: str | None) -> e.CardClarified:
    """A clearer wording, on the one that the desk looked at (`base`); else ChangedMeanwhile."""
    found = card_of(board, card)
    if found.clearer != base:
        raise ChangedMeanwhile("cards.clarified_meanwhile", current=found.clearer or "")
    return e.CardClarified(card, words)


def move_card(board: Board, *, card: str, scene: str, risk: str | None) -> e.CardMoved:
    """To another scene, or to a risk point in it. An early sign always hangs on a risk point, a risk point on nothing.

    What hangs on a card that not everybody may read stays on it: elsewhere more people would read it.
    """
    found = card_of(board, card)
    there = scene_of(board, scene).id
    under = _risk_at(board, risk, there) if risk else None
    if there == found.scene and risk == found.risk:
        raise DomainError("cards.there_already")
    if under is None and found.kind is CardKind.WARNING_SIGN:
        raise DomainError("cards.goes_with_its_risk")
    if under is not None and found.kind is CardKind.RISK:
        raise DomainError("cards.risk_on_risk")
    above = board.cards.get(found.risk or "")
    if above is not None and above.id != risk and is_narrow(board, above):
        raise DomainError("cards.stays_with_its_risk")
    return e.CardMoved(card, there, risk)


def merge_cards(board: Board, *, card: str, into: str) -> e.CardsMerged:
    """Two of one kind that say the same. A card steps back only behind one that is read by nobody who may not read both."""
    behind, front = card_of(board, card), card_of(board, into)
    if behind.id == front.id or front.behind:
        raise NotFound("cards.no_such_card")
    if behind.kind is not front.kind or behind.kind in HELP:
        raise DomainError("cards.not_the_same_kind")
    if is_narrow(board, behind) or is_narrow(board, front):
        raise DomainError("cards.narrow_stays_apart")
    if _leaned_on(board, behind):
        raise DomainError("cards.leaned_on")
    return e.CardsMerged(card, into)


def split_card(board: Board, *, card: str) -> e.CardSplit:
    if card_of(board, card).behind is None:
        raise DomainError("cards.not_merged")
    return e.CardSplit(card)


def write_note(board: Board, *, note: str, person: str, card: str | None, words: str) -> e.NoteWritten:
    """To one person who was let in; about a card only if it is that person's own."""
    if attendee_of(board, person).role is None:
        raise NotFound("person.not_here")
    if card is not None and card_of(board, card).author != person:
        raise NotFound("cards.no_such_card")
    if len(board.notes) >= MOST_NOTES:
        raise DomainError("notes.too_many", most=MOST_NOTES)
    return e.NoteWritten(note, person, card, words)


def _leaned_on(board: Board, card: Card) -> bool:
    """Whether something hangs on it, or an agreement answers it or leans on it."""
    agreed = (a.answers_to + a.strengths for a in board.agreements.values())
    return any(other.risk == card.id for other in board.cards.values()) or any(card.id in cards for cards in agreed)


def _risk_at(board: Board, risk: str, scene: str) -> Card:
    found = card_of(board, risk)
    if found.kind is not CardKind.RISK or found.scene != scene:
        raise NotFound("cards.no_such_card")
    return found
