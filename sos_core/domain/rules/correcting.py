"""Correction: somebody asks that what is kept of them is put right, and is answered."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound

MOST_CORRECTIONS = 200


def ask(board: Board, *, correction: str, person: str, words: str) -> e.CorrectionAsked:
    """`words` is the id of the text. Raises `corrections.too_many`."""
    if len(board.corrections) >= MOST_CORRECTIONS:
        raise DomainError("corrections.too_many", most=MOST_CORRECTIONS)
    return e.CorrectionAsked(correction, person, words)


def answer(board: Board, *, correction: str, done: bool, words: str | None) -> e.CorrectionAnswered:
    """Once. Raises NotFound, `corrections.answered`, or `corrections.say_why`: whoever does not put it right says why."""
    asked = board.corrections.get(correction)
    if asked is None:
        raise NotFound("corrections.no_such_correction")
    if asked.done is not None:
        raise DomainError("corrections.answered")
    if not done and words is None:
        raise DomainError("corrections.say_why")
    return e.CorrectionAnswered(correction, done, words)
