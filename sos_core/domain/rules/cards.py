"""Cards: what people say, to whom, and when it goes on the board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sos_core.domain import events as e
from sos_core.domain.audience import narrower, wants_child_yes
from sos_core.domain.board import Board, Card
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import HELP, Audience, CardKind, Role
from sos_core.domain.rules.meeting import attendee_of, scene_of

MOST_CARDS = 5000
_WANT_A_SCENE = frozenset({CardKind.RISK, CardKind.CHILD_ACTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What somebody wants to say; `words` is the id of the text, or None for an offer of help without words."""

    card: str
    kind: CardKind
    words: str | None
    author: str
    scene: str | None = None
    risk: str | None = None
    audience: Audience = Audience.EVERYBODY
    hidden_from: tuple[str, ...] = ()


def say(board: Board, said: Contribution) -> e.CardWritten:
    """The card as it is written: in the inbox, or on the board where the facilitator opened the straight road.

    A child's card, and one for the facilitator only, always goes by the inbox.
    """
    if len(board.cards) >= MOST_CARDS:
        raise DomainError("cards.too_many", most=MOST_CARDS)
    if said.words is None and said.kind not in HELP:
        raise DomainError("words.empty")
    _check_readers(board, said.author, said.hidden_from)
    scene = _scene_for(board, said)
    child = board.role_of(said.author) is Role.CHILD
    straight = board.now.straight and not child and said.audience is not Audience.AUTHOR
    return e.CardWritten(
        card=said.card,
        kind=said.kind,
        words=said.words,
        author=said.author,
        scene=scene,
        risk=said.risk,
        audience=said.audience,
        hidden_from=said.hidden_from,
        on_board=straight,
    )


def put_on_board(board: Board, *, card: str, named: bool) -> e.CardPutOnBoard:
    found = card_of(board, card)
    if found.audience is Audience.AUTHOR:
        raise DomainError("cards.for_facilitator_only")
    if wants_child_yes(board, found):
        raise DomainError("cards.child_first")
    return e.CardPutOnBoard(card, named)


def take_off_board(board: Board, *, card: str) -> e.CardTakenOffBoard:
    if not card_of(board, card).on_board:
        raise DomainError("cards.not_on_board")
    return e.CardTakenOffBoard(card)


def agree_to_show(board: Board, *, card: str) -> e.ChildAgreed:
    """The child's yes. On the straight road the card then goes up by itself."""
    found = card_of(board, card)
    if board.role_of(found.author) is not Role.CHILD:
        raise DomainError("cards.not_of_a_child")
    return e.ChildAgreed(card, on_board=board.now.straight and found.audience is not Audience.AUTHOR)


def take_back(board: Board, *, card: str) -> e.CardTakenBack:
    return e.CardTakenBack(card_of(board, card).id)


def hide_card(
    board: Board, *, card: str, audience: Audience, hidden_from: tuple[str, ...], by_author: bool
) -> e.CardHidden:
    """For fewer eyes, or by its author for more: what somebody kept from others, nobody else gives to them."""
    found = card_of(board, card)
    _check_readers(board, found.author, hidden_from)
    wider = narrower(audience, found.audience) is not audience or not set(found.hidden_from) <= set(hidden_from)
    if wider and not by_author:
        raise DomainError("cards.only_author_widens")
    return e.CardHidden(card, audience, hidden_from)


def card_of(board: Board, card: str | None) -> Card:
    """The card, or NotFound: also when it was taken back."""
    found = board.cards.get(card or "")
    if found is None or found.taken_back:
        raise NotFound("cards.no_such_card")
    return found


def words_about(card: Card, entries: Iterable[e.Entry]) -> set[str]:
    """The ids of all its words: its own, and each wording that was ever written beside them."""
    beside = {x.event.words for x in entries if isinstance(x.event, e.CardClarified) and x.event.card == card.id}
    return {words for words in (card.words, *beside) if words}


def _check_readers(board: Board, author: str, hidden_from: tuple[str, ...]) -> None:
    for person in hidden_from:
        attendee_of(board, person)
    if author in hidden_from:
        raise DomainError("cards.hidden_from_author")


def _scene_for(board: Board, said: Contribution) -> str | None:
    if said.risk is not None:
        risk = card_of(board, said.risk)
        if risk.kind is not CardKind.RISK:
            raise NotFound("cards.no_such_card")
        return risk.scene
    if said.kind is CardKind.WARNING_SIGN:
        raise DomainError("cards.which_risk")
    if said.scene is not None:  # one that was removed meanwhile: to where the others' words went
        return scene_of(board, board.lands_at(said.scene)).id
    if said.kind in _WANT_A_SCENE:
        raise DomainError("cards.which_scene")
    return None
