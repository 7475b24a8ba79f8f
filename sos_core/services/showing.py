"""Showing: from a change that is on disk to what each stream is to write. Drawn once for all who see the same."""

from __future__ import annotations

import logging
from collections.abc import Collection, Hashable, Mapping
from typing import cast

from sqlalchemy import bindparam
from sqlmodel import select

from sos_core.access.change import Change, Moment, change
from sos_core.access.eyes import Eyes, Face
from sos_core.access.lookup import Door, Lookup, StepSaid
from sos_core.access.said import card_said
from sos_core.access.secrets import shown_code
from sos_core.domain.board import Board
from sos_core.domain.encoding import kind_of
from sos_core.domain.events import CardWritten, Entry, FacilitatorAskedIn, FacilitatorChanged, LinkEnded
from sos_core.domain.kinds import Standing, Together
from sos_core.domain.replacing import replace
from sos_core.domain.rules.coming_together import is_to_be_named
from sos_core.domain.steps import subject_of, to_redo, to_undo
from sos_core.live.frames import GONE, Frame, event
from sos_core.services.boards import Current
from sos_core.services.house import House
from sos_core.store.quick import Quick
from sos_core.store.tables import Conference, Referral

_BESIDE = Quick(
    select(Conference.code, Referral.together)
    .join(Referral, Referral.id == Conference.referral)  # type: ignore[arg-type]
    .where(Conference.id == bindparam("conference"))
)
OTHERS_LEAD = (FacilitatorAskedIn, FacilitatorChanged)
"""After these nobody is told the change: each stream looks afresh, and with that whether its reader may still read."""
_log = logging.getLogger("draaiboek")


def show(house: House, conference: str, before: Current, after: Current) -> None:
    """Hand the step from `before` to `after` to all who listen. It is kept already: whatever goes wrong here is noted, and the
    streams look afresh.
    """
    audiences = cast("set[Eyes]", house.hub.audiences(conference))
    if not audiences:
        return
    frames: Mapping[Hashable, Frame] = {}
    try:
        if not isinstance(after.entries[-1].event, OTHERS_LEAD):
            frames = _frames(house, conference, before, after, audiences)
    except Exception as error:  # noqa: BLE001 - the note is safe, whatever became of its picture
        _log.error("%s while a change was shown", type(error).__name__)  # never its text, which may hold words
    house.hub.publish(conference, frames)


def moment(house: House, conference: str, current: Current, eyes: Eyes) -> Moment:
    """The board with what this face looks up beside it: the words and people; for the facilitator's faces the door; for the desk
    what undo and redo would do, and whether these people may be together.
    """
    if eyes.face not in current.moments:
        lookup = _lookup(house, conference, current, eyes)
        current.moments[eyes.face] = Moment(current.board, lookup)
    return current.moments[eyes.face]


def is_out(board: Board, eyes: Eyes) -> bool:
    """Whether there is nothing to see any more for these eyes."""
    if board.closed:
        return True
    if eyes.face is not Face.PERSON:
        return False
    attendee = board.attendees.get(eyes.person)
    return attendee is None or attendee.standing in {Standing.OUT, Standing.INVITED}


def _frames(
    house: House, conference: str, before: Current, after: Current, audiences: Collection[Eyes]
) -> dict[Hashable, Frame]:
    frames: dict[Hashable, Frame] = {}
    drawn: dict[object, Frame] = {}
    faces = {eyes.face: eyes for eyes in audiences}
    then, now = (
        {face: moment(house, conference, current, eyes) for face, eyes in faces.items()} for current in (before, after)
    )
    changed = _change(before, after, *(next(iter(moments.values())) for moments in (then, now)))
    for eyes in audiences:
        if _look_again(after, eyes):
            continue
        alike = changed.audience(eyes, after.board)
        if alike not in drawn:
            patch = changed.patch(then[eyes.face], now[eyes.face], eyes)
            out = is_out(after.board, eyes)
            data = event("patch", patch, after.board.seq) + (GONE if out else b"")
            drawn[alike] = Frame(before.board.seq, after.board.seq, data, last=out)
        frames[eyes] = drawn[alike]
    return frames


def _look_again(after: Current, eyes: Eyes) -> bool:
    """Whether these eyes are on a phone that may be somebody's no more: it is not told the change, but looks afresh, and with that
    whether it may still read.
    """
    newest = after.entries[-1].event
    return isinstance(newest, LinkEnded) and newest.person in {eyes.person, *eyes.own}


def _change(before: Current, after: Current, then: Moment, now: Moment) -> Change:
    newest = after.entries[-1].event
    said = None
    if isinstance(newest, CardWritten) and after.board.seq == before.board.seq + 1:
        said = card_said(then, now, newest.card)
    return said or change(then, now, reworded=after.reworded)


def _lookup(house: House, conference: str, current: Current, eyes: Eyes) -> Lookup:
    if eyes.face is Face.PERSON:
        return current.lookup
    if not current.beside:
        current.beside.extend(
            (code, together) for code, together in _BESIDE.ask(house.store.engine, {"conference": conference})
        )
    code, together = current.beside[0]
    door = Door(current.board.door_open, shown_code(code), house.settings.where)
    if eyes.face is Face.SCREEN:
        return replace(current.lookup, door=door)
    board, steps = current.board, current.steps
    return replace(
        current.lookup,
        door=door,
        undo=_told(to_undo(steps, board), to_undo(steps, board, further=1), current),
        redo=_told(to_redo(steps), to_redo(steps, further=1), current),
        together=together,
        name_first=is_to_be_named(board, Together(together) if together else None),
    )


def _told(entry: Entry | None, before: Entry | None, current: Current) -> StepSaid | None:
    """The step in the words of what it is about."""
    if entry is None:
        return None
    about = subject_of(entry.event, current.board, current.entries)
    return StepSaid(entry.seq, kind_of(entry.event), about.who, about.words, before.seq if before else None)
