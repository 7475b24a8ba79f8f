"""Closing a conference, and opening it again while nothing of it was erased."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import ClosedBecause, Keeping


def close(board: Board, *, because: ClosedBecause) -> e.ConferenceClosed:
    """A family may withdraw at any moment. Raises `closing.closed_already`, `closing.not_stepped_out` (or the facilitator is back), or
    `closing.was_held` (there was a session, so a conference did come of it).
    """
    if board.closed:
        raise DomainError("closing.closed_already")
    if because is ClosedBecause.STEPPED_OUT and not board.stepped_out:
        raise DomainError("closing.not_stepped_out")
    if because is ClosedBecause.NO_CONFERENCE and board.now.session:
        raise DomainError("closing.was_held")
    return e.ConferenceClosed(because)


def closed_before(because: ClosedBecause) -> e.ConferenceClosed:
    """It was closed; only this journal, of an older moment, does not know it."""
    return e.ConferenceClosed(because)


def reopen(board: Board) -> e.ConferenceReopened:
    """Raises `closing.not_closed`, or `closing.erased`: what is gone cannot be worked on."""
    if not board.closed:
        raise DomainError("closing.not_closed")
    if board.erased:
        raise DomainError("closing.erased")
    return e.ConferenceReopened()


def erase_person(board: Board, *, person: str) -> e.PersonErased:
    """Whoever was at this conference, closed or not. Raises NotFound."""
    if person not in board.attendees:
        raise NotFound("person.not_here")
    return e.PersonErased(person)


def erase(board: Board, *, keeping: Keeping) -> e.WordsErased:
    """Only of what is closed. Raises `closing.not_closed`."""
    if not board.closed:
        raise DomainError("closing.not_closed")
    return e.WordsErased(keeping)
