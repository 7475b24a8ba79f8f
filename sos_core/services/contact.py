"""Contact that grows step by step, as the referrer and whoever leads see it: what is planned, signed off, and on what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.access.lookup import Lookup, Profile
from sos_core.domain import board as b
from sos_core.domain.kinds import Role
from sos_core.domain.rules.contact import steps_with, worked_since
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House


@dataclass(frozen=True, slots=True)
class SeenStep:
    """One step; words are None where they were erased. `next`: it is the one to sign off now, and what this person does worked
    `worked` times since the step before.
    """

    id: str
    number: int
    what: str | None
    asks: str | None
    hours: int | None
    signed_on: date | None
    because: str | None
    seen: str | None
    worked: int
    halted_on: date | None
    halted_because: str | None
    next: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """With whom (None: erased), and its steps in order."""

    person: str
    name: str | None
    steps: tuple[SeenStep, ...]


class Contacts(NamedTuple):
    """By person what was planned; with whom a step can be planned; and whether it is this reader who signs off."""

    planned: tuple[Contact, ...]
    grown: dict[str, Profile]
    signs: bool


def contacts(house: House, actor: Actor, conference: str) -> Contacts:
    """Raises NotFound for whom it is not."""
    with house.store.reading() as session:
        stake = stake_in(session, conference)
        policy.may_see_bottom_lines(actor, stake)
        current = house.boards.current(session, conference)
    board, lookup = current.board, current.lookup
    people = dict.fromkeys(one.person for one in board.contact_steps.values())
    grown = (who for who, one in board.attendees.items() if one.role in {Role.PARENT, Role.NETWORK})
    seen = tuple(Contact(who, _name(who, lookup), _steps(board, who, lookup)) for who in people)
    known = {who: lookup.people[who] for who in grown if who in lookup.people}
    return Contacts(seen, known, policy.refers(actor, stake))


def _steps(board: b.Board, person: str, lookup: Lookup) -> tuple[SeenStep, ...]:
    steps = steps_with(board, person)
    turn = next((one.id for one in steps if one.signed_on is None), None)
    return tuple(_step(number, one, board, lookup, turn == one.id) for number, one in enumerate(steps, 1))


def _step(number: int, one: b.ContactStep, board: b.Board, lookup: Lookup, turn: bool) -> SeenStep:
    return SeenStep(
        id=one.id,
        number=number,
        what=lookup.text(one.what),
        asks=lookup.text(one.asks),
        hours=one.hours,
        signed_on=one.signed_on,
        because=lookup.text(one.because),
        seen=lookup.text(one.seen) if one.seen else "",
        worked=one.worked if one.signed_on else worked_since(board, one),
        halted_on=one.halted_on,
        halted_because=lookup.text(one.halted_because),
        next=turn,
    )


def _name(person: str, lookup: Lookup) -> str | None:
    profile = lookup.people.get(person)
    return profile.name if profile else None
