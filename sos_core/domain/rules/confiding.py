"""Telling the facilitator something that nobody else may know of."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board, Confidence
from sos_core.domain.errors import DomainError, NotFound

MOST_CONFIDENCES = 1000


def confide(board: Board, *, confidence: str, person: str, words: str) -> e.Confided:
    """`words` is the id of the text."""
    if len(board.confidences) >= MOST_CONFIDENCES:
        raise DomainError("confidences.too_many", most=MOST_CONFIDENCES)
    return e.Confided(confidence, person, words)


def hear(board: Board, *, confidence: str) -> e.ConfidenceHeard:
    return e.ConfidenceHeard(confidence_of(board, confidence).id)


def take_back(board: Board, *, confidence: str, person: str) -> e.ConfidenceTakenBack:
    """Who said it takes it back, read or not."""
    if confidence_of(board, confidence).person != person:
        raise NotFound("confidences.no_such_confidence")
    return e.ConfidenceTakenBack(confidence)


def confidence_of(board: Board, confidence: str) -> Confidence:
    """What was told, or NotFound."""
    if confidence not in board.confidences:
        raise NotFound("confidences.no_such_confidence")
    return board.confidences[confidence]
