"""Who speaks: on a shared phone several people, each in the own name, and each only after being let in."""

from __future__ import annotations

from sos_core.access.actor import Actor, Guest
from sos_core.domain.board import Board
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.domain.kinds import Standing
from sos_core.services.boards import Current


def speaker(actor: Actor, board: Board, person: str | None) -> str:
    """The person of this phone who speaks: the one who is named, else the first who was let in.

    Raises NotFound for somebody of another phone, NotAllowed (`person.not_admitted`) before being let in or after leaving.
    """
    if not isinstance(actor, Guest):
        raise NotAllowed("policy.only_themselves")
    if person is not None and person not in actor.people:
        raise NotFound("person.not_here")
    candidates = [person] if person else list(actor.people)
    admitted = [who for who in candidates if is_in(board, who)]
    if not admitted:
        raise NotAllowed("person.not_admitted")
    return admitted[0]


def leaver(actor: Actor, board: Board, person: str | None) -> str:
    """The person of this phone who goes: who waits may go too."""
    if isinstance(actor, Guest) and person in actor.people and board.attendees[person].standing is Standing.WAITING:
        return person
    return speaker(actor, board, person)


def spoken_for(current: Current, person: str) -> str:
    """Somebody who has no phone to themselves: the desk may write down what they say out loud.

    Raises NotAllowed for somebody who is not in (`person.not_admitted`), or whose phone is used by nobody else (`person.has_own_phone`).
    """
    if not is_in(current.board, person):
        raise NotAllowed("person.not_admitted")
    people = current.lookup.people
    phone = people[person].phone if person in people else None
    others = (who for who in people if who != person and people[who].phone == phone and _is_around(current.board, who))
    if phone is not None and next(others, None) is None:
        raise NotAllowed("person.has_own_phone")
    return person


def _is_around(board: Board, person: str) -> bool:
    attendee = board.attendees.get(person)
    return attendee is not None and attendee.standing is not Standing.OUT


def is_in(board: Board, person: str) -> bool:
    """Whether this person was let in and has not left."""
    attendee = board.attendees.get(person)
    return attendee is not None and attendee.standing is Standing.ADMITTED
