"""Who is asked to come. Until they are let in, nobody but the desk knows of it."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Role, Standing
from sos_core.domain.rules.meeting import MOST_PEOPLE, attendee_of


def invite(board: Board, *, person: str, role: Role) -> e.PersonInvited:
    """Somebody who is not on the list yet."""
    if person in board.attendees:
        raise DomainError("invitations.already")
    if len(board.attendees) >= MOST_PEOPLE:
        raise DomainError("door.full", most=MOST_PEOPLE)
    return e.PersonInvited(person, role)


def withdraw_invitation(board: Board, *, person: str) -> e.InvitationWithdrawn:
    """Of somebody who did not come in yet."""
    if attendee_of(board, person).standing is not Standing.INVITED:
        raise DomainError("invitations.came_already")
    return e.InvitationWithdrawn(person)
