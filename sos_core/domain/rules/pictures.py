"""Pictures for a scene: the family proposes one, the facilitator puts it there."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.board import Board, Proposal
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Role
from sos_core.domain.rules.meeting import attendee_of, scene_of

MOST_PROPOSALS = 200


def propose_picture(board: Board, *, proposal: str, person: str, scene: str, picture: str) -> e.PictureProposed:
    """By parents, children and network: the film is theirs. Not what stands there already."""
    if attendee_of(board, person).role is Role.PROFESSIONAL:
        raise DomainError("pictures.of_the_family")
    if scene_of(board, scene).picture == picture:
        raise DomainError("pictures.there_already")
    if len(board.proposals) >= MOST_PROPOSALS:
        raise DomainError("pictures.too_many", most=MOST_PROPOSALS)
    return e.PictureProposed(proposal, person, scene, picture)


def put_picture(board: Board, *, proposal: str, change: str) -> e.PicturePut:
    found = proposal_of(board, proposal)
    return e.PicturePut(found.id, scene_of(board, found.scene).id, found.picture, change)


def leave_picture(board: Board, *, proposal: str) -> e.PictureLeft:
    return e.PictureLeft(proposal_of(board, proposal).id)


def take_back_picture(board: Board, *, proposal: str, person: str) -> e.PictureLeft:
    """By whoever proposed it; that of another is not there for them."""
    if proposal_of(board, proposal).person != person:
        raise NotFound("pictures.no_such_proposal")
    return e.PictureLeft(proposal)


def proposal_of(board: Board, proposal: str) -> Proposal:
    """The proposal, or NotFound."""
    if proposal not in board.proposals:
        raise NotFound("pictures.no_such_proposal")
    return board.proposals[proposal]
