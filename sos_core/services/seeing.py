"""Seeing: through whose eyes somebody may look at a conference, and what there is to see."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.change import Moment, change
from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.view import View, beside, view
from sos_core.domain.board import Board
from sos_core.domain.errors import NotAllowed, NotFound
from sos_core.domain.events import Entry, PersonAdmitted
from sos_core.live.frames import event
from sos_core.services.boards import Current
from sos_core.services.carrying_out import stake_in
from sos_core.services.ending_links import ended_for
from sos_core.services.house import House
from sos_core.services.showing import is_out, moment
from sos_core.services.speakers import is_in


def eyes_of(house: House, actor: Actor, conference: str, *, through: str = "") -> Eyes:
    """The eyes through which this actor looks: a guest's own (`through` chooses who on a shared phone;
    `links.ended` for who was there by a link that was ended); for the facilitator
    `desk` (default), `screen`, or a person's id (kijk-als). Raises NotFound for what is not theirs, and `conference.closed` once it is
    closed: then there is nothing to see, and only the plan can still be read by staff.
    """
    with house.store.reading() as session:
        return _eyes_of(house, session, actor, conference, through)


def leads(house: House, actor: Actor, conference: str) -> bool:
    """Whether this actor leads the conference now."""
    try:
        with house.store.reading() as session:
            policy.may_lead(actor, stake_in(session, conference))
    except NotFound:
        return False
    return True


class Picture(NamedTuple):
    """What a stream begins with: an event that leads to the view at `seq`. `out`: there is nothing to see any more."""

    data: bytes
    seq: int
    out: bool


def look(house: House, conference: str, eyes: Eyes) -> View:
    """What these eyes see now."""
    with house.store.reading() as session:
        return _look(house, conference, house.boards.current(session, conference), eyes)


def seen_by(house: House, actor: Actor, conference: str, *, through: str = "") -> View:
    """What this actor sees now: `look` through `eyes_of`, of one moment."""
    with house.store.reading() as session:
        eyes = _eyes_of(house, session, actor, conference, through)
        return _look(house, conference, house.boards.current(session, conference), eyes)


def since(house: House, conference: str, eyes: Eyes, seq: int) -> View | None:
    """The patch from what these eyes saw at `seq` to now; None when that cannot be told, and all is to be shown anew."""
    with house.store.reading() as session:
        return _since(house, conference, house.boards.current(session, conference), eyes, seq)


def picture(house: House, conference: str, eyes: Eyes, *, since: int) -> Picture:
    """The patch from what these eyes saw at `since` to now, else the whole view."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
        seq = current.board.seq
        patch = _since(house, conference, current, eyes, since)
        whole = None if patch else _look(house, conference, current, eyes)
        data = event("patch", patch, seq) if patch else event("snapshot", whole, seq)
        return Picture(data, seq, is_out(current.board, eyes))


def _eyes_of(house: House, session: Session, actor: Actor, conference: str, through: str) -> Eyes:
    if isinstance(actor, Guest):
        current = house.boards.current(session, actor.conference)
        _not_closed(current.board)
        if through not in {"", *actor.people} and ended_for(current.entries, actor.id, through):
            raise NotAllowed("links.ended")
        return _guests_eyes(actor, current.board, through)
    policy.may_lead(actor, stake_in(session, conference))
    _not_closed(house.boards.current(session, conference).board)
    if through in {"", Face.DESK.value}:
        return DESK
    if through == Face.SCREEN.value:
        return SCREEN
    if through not in house.boards.current(session, conference).board.attendees:
        raise NotFound("person.not_here")
    return Eyes(Face.PERSON, through, (through,), lent=True)


def _not_closed(board: Board) -> None:
    if board.closed:
        raise NotAllowed("conference.closed")


def _look(house: House, conference: str, current: Current, eyes: Eyes) -> View:
    now = moment(house, conference, current, eyes)
    return view(now.board, eyes, now.lookup)


def _since(house: House, conference: str, current: Current, eyes: Eyes, seq: int) -> View | None:
    then = house.boards.then(conference, current, seq)
    if (
        then is None
        or _somebody_let_in_anew(then, current.entries[seq:])
        or then.restrictions != current.board.restrictions
    ):
        return None
    before, after = Moment(then, current.lookup), moment(house, conference, current, eyes)
    patch = change(before, after).patch(before, after, eyes)
    patch["set"] |= beside(eyes, after.lookup)
    return patch


def _somebody_let_in_anew(then: Board, newer: tuple[Entry, ...]) -> bool:
    """Whether somebody who was in got another picture or relation: those are not in the journal, so no patch can tell."""
    return any(isinstance(entry.event, PersonAdmitted) and is_in(then, entry.event.person) for entry in newer)


def _guests_eyes(guest: Guest, board: Board, person: str) -> Eyes:
    if person and person not in guest.people:
        raise NotFound("person.not_here")
    inside = [who for who in guest.people if is_in(board, who)]
    chosen = person or (inside or list(guest.people))[0]
    return Eyes(Face.PERSON, chosen, guest.people)
