"""May they be together: what the judgement asks of who leads, before anybody is planned for a session or let in. Pure.

Source: PRODUCT.md, step 1, "may these people be together? … judged by a professional with a reason before anyone is invited: together, in
separate sessions, or not now". The texts have all at one table ("hierbij zijn het kind, de ouders, hun netwerk en de hulpverlening
aanwezig"), so whoever is not to be at that table with somebody is named: no program can know who it is.
"""

from __future__ import annotations

from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import RestrictionKind, Together


def is_to_be_named(board: Board, judged: Together | None) -> bool:
    """Whether they may only meet in separate sessions, and nobody said yet who is never in one room with whom."""
    held = (one.kind for one in board.restrictions.values())
    return judged is Together.SEPARATE and RestrictionKind.APART not in held


def may_meet(board: Board, judged: Together | None) -> None:
    """Raises what stands in the way of any session: `referral.not_now`, or `restrictions.name_first` until it is said who is apart."""
    if judged is Together.NOT_NOW:
        raise DomainError("referral.not_now")
    if is_to_be_named(board, judged):
        raise DomainError("restrictions.name_first")


def may_share_the_room(board: Board, people: tuple[str, ...], judged: Together | None) -> None:
    """As `may_meet`; and `restrictions.apart` when one of these may not be in one room with somebody who is there, or with one another."""
    may_meet(board, judged)
    there = board.here.union(people)
    if any(not board.kept_apart(person).isdisjoint(there) for person in people):
        raise DomainError("restrictions.apart")
