"""When people are to meet, and what the facilitator has asked them before. What is still to be asked keeps nobody from beginning."""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Preparation, Together
from sos_core.domain.rules.coming_together import may_meet
from sos_core.domain.rules.meeting import attendee_of

MOST_SESSIONS = 12


def plan_session(
    board: Board,
    *,
    session: str,
    on: date,
    hours: tuple[str, str],
    place: str,
    people: tuple[str, ...],
    judged: Together | None,
) -> e.SessionPlanned:
    """For people who are invited or were let in; never for two who may not be in one room, nor while it is not said who those are."""
    may_meet(board, judged)
    begins, ends = hours
    if ends <= begins:
        raise DomainError("sessions.ends_before_it_begins")
    if not people or any(attendee_of(board, person).role is None for person in people):
        raise DomainError("sessions.who_comes")
    if any(not board.kept_apart(person).isdisjoint(people) for person in people):
        raise DomainError("sessions.apart")
    if session not in board.sessions and len(board.sessions) >= MOST_SESSIONS:
        raise DomainError("sessions.too_many", most=MOST_SESSIONS)
    return e.SessionPlanned(session, on, begins, ends, place, people)


def call_off_session(board: Board, *, session: str) -> e.SessionCalledOff:
    if session not in board.sessions:
        raise NotFound("sessions.not_here")
    return e.SessionCalledOff(session)


def note_preparation(board: Board, *, preparation: Preparation, done: bool, words: str | None) -> e.PreparationNoted:
    return e.PreparationNoted(preparation, done, words)
