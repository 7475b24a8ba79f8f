"""What all look at and wait for together, on the board."""

from __future__ import annotations

from typing import Any

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import fold
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.TimerSet, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, timer=event.ends_at)


@fold.register
def _(event: e.TimerStopped, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, timer=None)


@fold.register
def _(event: e.CardsHeld, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, holding=True, ready=())


@fold.register
def _(event: e.PersonReady, board: b.Board, entry: e.Entry) -> b.Board:
    others = tuple(person for person in board.now.ready if person != event.person)
    return _now(board, ready=(*others, event.person) if event.ready else others)


@fold.register
def _(event: e.CardsShown, board: b.Board, entry: e.Entry) -> b.Board:
    shown = {key: replace(card, held=False) if card.held else card for key, card in board.cards.items()}
    return _now(replace(board, cards=shown), holding=False, ready=())


@fold.register
def _(event: e.CardPutInLight, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, light=event.card)


@fold.register
def _(event: e.LightPutOut, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, light=None)


@fold.register
def _(event: e.DayWithoutShown, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, without=event.people)


@fold.register
def _(event: e.DayWithoutEnded, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, without=())


@fold.register
def _(event: e.TodoShown, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, todo=True)


@fold.register
def _(event: e.TodoHidden, board: b.Board, entry: e.Entry) -> b.Board:
    return _now(board, todo=False)


def _now(board: b.Board, **changes: Any) -> b.Board:
    return replace(board, now=replace(board.now, **changes))
