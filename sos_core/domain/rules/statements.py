"""An own statement: what somebody wants to stand with the plan, as they say it."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError


def state(board: Board, *, person: str, words: str | None) -> e.StatementMade:
    """One a person, in place of the one before; None takes it back. Raises `statements.no_plan_yet`, `statements.none`."""
    if not board.plans:
        raise DomainError("statements.no_plan_yet")
    if words is None and person not in board.statements:
        raise DomainError("statements.none")
    return e.StatementMade(person, words)
