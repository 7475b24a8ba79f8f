"""Check 4, load: how often a week each person has to do something, and who carries too much.

Source: PRODUCT.md, check 4. Where it is too much: below, each bound with its reason. A parent at home does much of it anyway, and a
professional has hours for it, so that the bounds of time are those of the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sos_core.domain.board import Board
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.kinds import Role
from sos_core.domain.occurrences import Occurrences

MOST_TIMES = 14
"""A week: more is more than twice every day. Who has to think of it at breakfast and at night, all week, has no day off."""
MOST_HOURS = 8
"""A week, of the network: from there on the SCP (the Netherlands' institute for social research) calls it intensive informal care."""
A_SHARE = 0.5
"""Of all that is done in a week: who does more than half of it is whom the plan rests on, however little it is."""
FEWEST_TO_SHARE = 3
"""People: of two, one always does half."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one person does. `times` and `minutes`: in each of the weeks, the first one first. `loose`: agreements without a day."""

    person: str
    times: tuple[int, ...]
    minutes: tuple[int, ...]
    loose: int


def loads(board: Board, occurrences: Occurrences, *, begin: date, weeks: int) -> tuple[Load, ...]:
    """Everybody who does something, as first doer: in the order in which they came."""
    carried = [agreement for agreement in board.agreements.values() if agreement.carried]
    found = []
    for person in board.attendees:
        own = [agreement.id for agreement in carried if agreement.who == person]
        times, minutes = [0] * weeks, [0] * weeks
        for one in (one for key in own for one in occurrences.get(key, ())):
            at = (one.start.date() - begin).days // 7
            if 0 <= at < weeks:
                times[at] += 1
                minutes[at] += 0 if one.rough else int((one.end - one.start) / timedelta(minutes=1))
        if own:
            loose = sum(key not in occurrences for key in own)
            found.append(Load(person, tuple(times), tuple(minutes), loose))
    return tuple(found)


def load(board: Board, occurrences: Occurrences, *, begin: date, weeks: int) -> Iterator[Finding]:
    """`too_often`: more than twice a day in some week. `too_long`: more hours than the network can give. `most_of_it`: more than half
    of all that is done rests on one person.
    """
    everybody = loads(board, occurrences, begin=begin, weeks=weeks)
    total = sum(sum(one.times) for one in everybody)
    for one in everybody:
        role = board.role_of(one.person)
        if max(one.times) > MOST_TIMES:
            yield _finding("too_often", one.person, board)
        if role is Role.NETWORK and max(one.minutes) > MOST_HOURS * 60:
            yield _finding("too_long", one.person, board)
        if len(everybody) >= FEWEST_TO_SHARE and sum(one.times) > A_SHARE * total:
            yield _finding("most_of_it", one.person, board)


def _finding(what: str, person: str, board: Board) -> Finding:
    own = tuple(
        agreement.id for agreement in board.agreements.values() if agreement.who == person and agreement.carried
    )
    return Finding(check=Check.LOAD, what=what, weight=Weight.LOOK_AT, agreements=own, people=(person,))
