"""What was said, on the board."""

from __future__ import annotations

from dataclasses import fields

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.CardWritten, board: b.Board, entry: e.Entry) -> b.Board:
    said = {field.name: getattr(event, field.name) for field in fields(event)}
    said["scene"] = board.lands_at(event.scene) if event.scene else None
    card = b.Card(id=said.pop("card"), seq=entry.seq, held=board.now.holding, **said)
    return replace(board, cards={**board.cards, card.id: card})


@fold.register
def _(event: e.CardPutOnBoard, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, on_board=True, named=event.named))


@fold.register
def _(event: e.CardTakenOffBoard, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, cards=changed(board.cards, event.card, on_board=False))


@fold.register
def _(event: e.ChildAgreed, board: b.Board, entry: e.Entry) -> b.Board:
    up = {"on_board": True} if event.on_board else {}
    return replace(board, cards=changed(board.cards, event.card, child_yes=True, **up))


@fold.register
def _(event: e.CardTakenBack, board: b.Board, entry: e.Entry) -> b.Board:
    """What stood behind it stands on its own again."""
    alone = {
        key: replace(card, behind=None) if card.behind == event.card else card for key, card in board.cards.items()
    }
    gone = changed(alone, event.card, taken_back=True, on_board=False, words=None, clearer=None, behind=None)
    return replace(board, cards=gone)


@fold.register
def _(event: e.CardHidden, board: b.Board, entry: e.Entry) -> b.Board:
    hidden = changed(board.cards, event.card, audience=event.audience, hidden_from=event.hidden_from)
    return replace(board, cards=hidden)
