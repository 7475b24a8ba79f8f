"""Contact that grows step by step: more of it only after what was seen, and a person's word on that.

Promise: no more hours without evidence and sign-off. Nothing here says that contact is safe: people decide.
"""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board, ContactStep
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import IN_REAL_LIFE, Role

MOST_STEPS = 60
MOST_HOURS = 168


def plan_step(board: Board, *, step: str, person: str, what: str, asks: str, hours: int | None) -> e.ContactStepPlanned:
    """The next step of contact with a grown-up of this conference; `hours` a week."""
    attendee = board.attendees.get(person)
    if attendee is None or attendee.role in {None, Role.CHILD}:
        raise NotFound("person.not_here")
    if hours is not None and not 1 <= hours <= MOST_HOURS:
        raise DomainError("contact.hours", most=MOST_HOURS)
    if len(board.contact_steps) >= MOST_STEPS:
        raise DomainError("contact.too_many", most=MOST_STEPS)
    return e.ContactStepPlanned(step, person, what, asks, hours)


def sign_off_step(board: Board, *, step: str, on: date, because: str, seen: str | None) -> e.ContactStepSignedOff:
    """Only when every step before it is signed off, and something was seen: `seen`, or that agreements of this person worked since."""
    found = _step_of(board, step)
    if found.signed_on:
        raise DomainError("contact.signed_already")
    if any(one.signed_on is None for one in steps_with(board, found.person) if one.seq < found.seq):
        raise DomainError("contact.step_before_first")
    worked = worked_since(board, found)
    if seen is None and not worked:
        raise DomainError("contact.nothing_seen")
    return e.ContactStepSignedOff(found.id, on, because, seen, worked)


def halt_step(board: Board, *, step: str, on: date, because: str) -> e.ContactStepHalted:
    found = _step_of(board, step)
    if found.signed_on is None:
        raise DomainError("contact.not_signed")
    return e.ContactStepHalted(found.id, on, because)


def steps_with(board: Board, person: str) -> list[ContactStep]:
    """The steps of contact with this person, in their order."""
    return sorted((one for one in board.contact_steps.values() if one.person == person), key=lambda one: one.seq)


def worked_since(board: Board, step: ContactStep) -> int:
    """How often what this person does worked in real life since the step before was signed off, or since that was halted."""
    earlier = [one for one in steps_with(board, step.person) if one.seq < step.seq]
    after = step.halted_on or (earlier[-1].signed_on if earlier else None)
    proven = (one for a in board.agreements.values() if a.who == step.person for one in a.proven)
    return sum(1 for one in proven if one.proof in IN_REAL_LIFE and (after is None or one.on > after))


def _step_of(board: Board, step: str) -> ContactStep:
    if step not in board.contact_steps:
        raise NotFound("contact.not_here")
    return board.contact_steps[step]
