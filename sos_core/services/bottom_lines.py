"""Bottom lines as their referrer sees them, before a plan is adopted and after: what meets each, and the word given on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.access.eyes import SCREEN
from sos_core.access.keeping import as_read_by
from sos_core.access.lookup import Lookup
from sos_core.domain import board as b
from sos_core.domain.checks.bottom_lines import is_watched
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House


@dataclass(frozen=True, slots=True)
class MeetingAgreement:
    """An agreement that meets a bottom line. Names and words are None where they were erased; there may be no back-up
    and no monitor."""

    id: str
    who: str | None
    what: str | None
    when: str | None
    notice: str | None
    backups: tuple[str | None, ...]
    has_monitor: bool
    monitor: str | None
    watched: bool
    """By somebody else than the doer, who is still there."""


@dataclass(frozen=True, slots=True)
class SeenBreach:
    """That it was broken: what was seen, and what was then done. Words are None where they were erased."""

    id: str
    on: date
    text: str | None
    followed_up: tuple[tuple[date, str | None], ...]


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A bottom line in the order in which it was stated; `holds` is the referrer's word, None while there is none."""

    id: str
    number: int
    criterion: str | None
    trigger: str | None
    escalation_who: str | None
    escalation_what: str | None
    escalation_within: str | None
    holds: bool | None
    because: str | None
    met_by: tuple[MeetingAgreement, ...]
    breaches: tuple[SeenBreach, ...]


def bottom_lines(house: House, actor: Actor, conference: str) -> tuple[StatedLine, ...]:
    """The bottom lines now, with the agreements that all in the room may read, and when each was broken.

    Raises NotFound for whom it is not.
    """
    with house.store.reading() as session:
        policy.may_see_bottom_lines(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    seen, lookup = as_read_by(current.board, SCREEN, current.lookup)
    broken = current.board.breaches.values()
    return tuple(
        _line(number, line, seen, lookup, [one for one in broken if one.line == line.id])
        for number, line in enumerate(seen.lines.values(), 1)
    )


@dataclass(frozen=True, slots=True)
class Escalated:
    """The last evaluation ended in escalating: on which day, and why (None: erased)."""

    on: date
    because: str | None


def escalated(house: House, actor: Actor, conference: str) -> Escalated | None:
    """What the referrer is to act on, until a later evaluation ended otherwise. Raises NotFound for whom it is not."""
    with house.store.reading() as session:
        policy.may_see_bottom_lines(actor, stake_in(session, conference))
        current = house.boards.current(session, conference)
    found = current.board.escalated
    if found is None or found.ended_on is None:
        return None
    _, lookup = as_read_by(current.board, SCREEN, current.lookup)
    return Escalated(found.ended_on, lookup.text(found.because))


def _line(number: int, line: b.BottomLine, board: b.Board, lookup: Lookup, broken: list[b.Breach]) -> StatedLine:
    return StatedLine(
        id=line.id,
        number=number,
        criterion=lookup.text(line.criterion),
        trigger=lookup.text(line.trigger),
        escalation_who=lookup.text(line.escalation_who),
        escalation_what=lookup.text(line.escalation_what),
        escalation_within=lookup.text(line.escalation_within),
        holds=line.holds,
        because=lookup.text(line.because),
        met_by=tuple(_agreement(a, board, lookup) for a in board.agreements.values() if line.id in a.bottom_lines),
        breaches=tuple(_breach(one, lookup) for one in broken),
    )


def _breach(breach: b.Breach, lookup: Lookup) -> SeenBreach:
    done = tuple((one.on, lookup.text(one.words)) for one in breach.followed_up)
    return SeenBreach(breach.id, breach.on, lookup.text(breach.words), done)


def _agreement(agreement: b.Agreement, board: b.Board, lookup: Lookup) -> MeetingAgreement:
    return MeetingAgreement(
        id=agreement.id,
        who=_name(agreement.who, lookup),
        what=lookup.text(agreement.what),
        when=lookup.text(agreement.when),
        notice=lookup.text(agreement.notice),
        backups=tuple(_name(person, lookup) for person in agreement.backups),
        has_monitor=agreement.monitor is not None,
        monitor=_name(agreement.monitor, lookup),
        watched=is_watched(board, agreement),
    )


def _name(person: str | None, lookup: Lookup) -> str | None:
    return lookup.profile(person).name


def adopted_versions(house: House, actor: Actor, conference: str) -> tuple[int, ...]:
    """The versions of the plan that were adopted, the oldest first. Raises NotFound for whom it is not."""
    with house.store.reading() as session:
        policy.may_see_bottom_lines(actor, stake_in(session, conference))
        return tuple(house.boards.current(session, conference).board.plans)
