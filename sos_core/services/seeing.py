"""Seeing: through whose eyes somebody may look at a conference, and what there is to see."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import DESK, SCREEN, Eyes, Face
from sos_core.access.secrets import shown_code
from sos_core.access.view import Door, Lookup, StepSaid, View, difference, view
from sos_core.domain.board import Board
from sos_core.domain.encoding import kind_of
from sos_core.domain.errors import NotFound
from sos_core.domain.events import Entry, PersonAdmitted
from sos_core.domain.fold import replay
from sos_core.domain.steps import steps_of, subject_of, to_redo, to_undo
from sos_core.services.boards import Current
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.speakers import is_in
from sos_core.store.tables import Conference, Referral


def eyes_of(house: House, actor: Actor, conference: str, *, through: str = "") -> Eyes:
    """The eyes through which this actor looks: a guest's own (`through` chooses who on a shared phone); for the facilitator
    `desk` (default), `screen`, or a person's id (kijk-als). Raises NotFound for what is not theirs.
    """
    with house.store.reading() as session:
        if isinstance(actor, Guest):
            return _guests_eyes(actor, house.boards.current(session, actor.conference).board, through)
        policy.may_lead(actor, stake_in(session, conference))
        if through in {"", Face.DESK.value}:
            return DESK
        if through == Face.SCREEN.value:
            return SCREEN
        if through not in house.boards.current(session, conference).board.attendees:
            raise NotFound("person.not_here")
        return Eyes(Face.PERSON, through, (through,), lent=True)


def leads(house: House, actor: Actor, conference: str) -> bool:
    """Whether this actor leads the conference now."""
    try:
        with house.store.reading() as session:
            policy.may_lead(actor, stake_in(session, conference))
    except NotFound:
        return False
    return True


def look(house: House, conference: str, eyes: Eyes) -> View:
    """What these eyes see now. Drawn once for each pair of eyes and each change, however many streams show it."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
        if (drawn := current.drawn.get(eyes)) is None:
            lookup = _lookup(house, session, conference, current, eyes)
            drawn = current.drawn[eyes] = view(current.board, eyes, lookup)
    return drawn


def since(house: House, conference: str, eyes: Eyes, seq: int) -> View | None:
    """The patch from what these eyes saw at `seq` to now; None when that cannot be told, and all is to be shown anew."""
    with house.store.reading() as session:
        current = house.boards.current(session, conference)
        if not 0 < seq <= current.board.seq:
            return None
        entries = tuple(entry for entry in current.entries if entry.seq <= seq)
        then = replace(current, entries=entries, board=replay(entries), steps=steps_of(entries), drawn={})
        if _somebody_let_in_anew(then.board, current.entries[len(entries) :]):
            return None
        before = view(then.board, eyes, _lookup(house, session, conference, then, eyes))
        after = view(current.board, eyes, _lookup(house, session, conference, current, eyes))
    return difference(before, after)


def _somebody_let_in_anew(then: Board, newer: tuple[Entry, ...]) -> bool:
    """Whether somebody who was in got another picture or relation: those are not in the journal, so no patch can tell."""
    return any(isinstance(entry.event, PersonAdmitted) and is_in(then, entry.event.person) for entry in newer)


def _guests_eyes(guest: Guest, board: Board, person: str) -> Eyes:
    if person and person not in guest.people:
        raise NotFound("person.not_here")
    inside = [who for who in guest.people if is_in(board, who)]
    chosen = person or (inside or list(guest.people))[0]
    return Eyes(Face.PERSON, chosen, guest.people)


def _lookup(house: House, session: Session, conference: str, current: Current, eyes: Eyes) -> Lookup:
    """The words and people; for the facilitator's faces the door; for the desk what undo and redo would do, and whether these
    people may be together.
    """
    if eyes.face is Face.PERSON:
        return current.lookup
    row = session.get_one(Conference, conference)
    door = Door(current.board.door_open, shown_code(row.code), house.settings.where)
    if eyes.face is Face.SCREEN:
        return replace(current.lookup, door=door)
    return replace(
        current.lookup,
        door=door,
        undo=_told(to_undo(current.steps, current.board), current),
        redo=_told(to_redo(current.steps), current),
        together=session.get_one(Referral, row.referral).together,
    )


def _told(entry: Entry | None, current: Current) -> StepSaid | None:
    """The step in the words of what it is about."""
    if entry is None:
        return None
    about = subject_of(entry.event, current.board, current.entries)
    return StepSaid(entry.seq, kind_of(entry.event), about.who, about.words)
