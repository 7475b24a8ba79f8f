"""The safety scale: asked of everybody, set unseen, shown together."""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board, Scale
from sos_core.domain.errors import DomainError

LOWEST, HIGHEST = 0, 10
FACES = (0, 3, 5, 8, 10)
"""A child's own version: the number that each of five faces stands for, the saddest first."""


def ask_scale(board: Board, *, scale: str, on: date, named: bool) -> e.ScaleAsked:
    """Anew: who set a number before sets it again. `named`: all will see whose each number is."""
    return e.ScaleAsked(scale, on, named)


def set_scale(board: Board, *, person: str, value: int) -> e.ScaleSet:
    """A whole number from 0 to 10, until it is shown: after that everybody's number stands."""
    scale = _open_scale(board)
    if not LOWEST <= value <= HIGHEST:
        raise DomainError("scale.zero_to_ten")
    if scale.shown:
        raise DomainError("scale.shown_already")
    return e.ScaleSet(scale.id, person, value)


def show_scale(board: Board) -> e.ScaleShown:
    scale = _open_scale(board)
    if not scale.values:
        raise DomainError("scale.nobody_yet")
    return e.ScaleShown(scale.id)


def _open_scale(board: Board) -> Scale:
    if board.now.scale is None:
        raise DomainError("scale.not_asked")
    return board.scales[board.now.scale]
