"""Who may not meet or read what: set by the facilitator, and held to at the door of the room."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import RestrictionKind
from sos_core.domain.rules.meeting import attendee_of

MOST_RESTRICTIONS = 60


def restrict(
    board: Board, *, restriction: str, kind: RestrictionKind, people: tuple[str, ...], words: str | None
) -> e.RestrictionSet:
    """For words one person, else two people; each of them invited or at the conference."""
    if any(attendee_of(board, person).role is None for person in people):
        raise DomainError("restrictions.only_who_is_known")
    if len(set(people)) != (1 if kind is RestrictionKind.GUARDED else 2):
        raise DomainError("restrictions.how_many")
    if (words is not None) is not (kind is RestrictionKind.GUARDED):
        raise DomainError("restrictions.which_words")
    if words is None and any(_same(one.kind, one.people, kind, people) for one in board.restrictions.values()):
        raise DomainError("restrictions.there_already")
    if kind is RestrictionKind.APART and any(set(people) <= set(one.people) for one in board.sessions.values()):
        raise DomainError("restrictions.invited_together")
    if len(board.restrictions) >= MOST_RESTRICTIONS:
        raise DomainError("restrictions.too_many", most=MOST_RESTRICTIONS)
    return e.RestrictionSet(restriction, kind, people, words)


def lift_restriction(board: Board, *, restriction: str) -> e.RestrictionLifted:
    if restriction not in board.restrictions:
        raise NotFound("restrictions.not_here")
    return e.RestrictionLifted(restriction)


def _same(kind: RestrictionKind, people: tuple[str, ...], other: RestrictionKind, others: tuple[str, ...]) -> bool:
    """Being apart has no first and second."""
    return kind is other and (people == others or (kind is RestrictionKind.APART and set(people) == set(others)))
