"""The hours of the week: who is there at each risky moment, and in how many of the weeks. Pure.

Only what comes back each day or week covers an hour; what is once, or once a month, covers no week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_

from sos_core.domain.board import Agreement, Board
from sos_core.domain.board.ready import counts, who_do
from sos_core.domain.occurrences import Holidays, Occurrence, Occurrences

MOMENT = timedelta(minutes=1)
"""How long something takes of which nobody said how long."""


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of the week in which a scene is covered: by how many people in the week that has fewest, and most.

    `people` are all who are there in some week. Days of school holidays do not count.
    """

    scene: str
    weekday: int
    hour: int
    fewest: int
    most: int
    people: tuple[str, ...]


def hours(board: Board, occurrences: Occurrences, holidays: Holidays, *, begin: date, weeks: int) -> tuple[Hour, ...]:
    """The hours in which the scenes with a risk point are covered in the weeks from `begin`: scene by scene, Monday first."""
    people = tuple(board.attendees)
    free = {day.toordinal() for day in (begin + timedelta(n) for n in range(7 * weeks)) if holidays.at(day)}
    of = [0] * 7
    for day in range(begin.toordinal(), begin.toordinal() + 7 * weeks):
        of[(day - 1) % 7] += day not in free
    return tuple(
        _hour(scene, at, masks, of[at // 24], people)
        for scene, there in sorted(_there(board, occurrences, people, free).items())
        for at, masks in sorted(there.items())
    )


def hours_of(one: Occurrence) -> range:
    """The hours that this touches, counted from the first Monday of the calendar: what is left by 168 is the hour of the week."""
    first = (one.start.toordinal() - 1) * 24 + one.start.hour
    last = (one.end.toordinal() - 1) * 24 + one.end.hour - (one.end.minute == 0)
    return range(first, max(first, last) + 1)


def at_scenes(board: Board) -> Iterator[tuple[Agreement, tuple[str, ...]]]:
    """The carried agreements with the scenes of the risk points that they answer."""
    for agreement in board.agreements.values():
        at = (board.cards[risk].scene for risk in agreement.risks if risk in board.cards)
        scenes = tuple(dict.fromkeys(scene for scene in at if scene and scene in board.scenes))
        if agreement.carried and scenes:
            yield agreement, scenes


def _there(
    board: Board, occurrences: Occurrences, people: tuple[str, ...], free: set[int]
) -> dict[str, dict[int, list[int]]]:
    """By scene and hour of the week: who is there in each week in which somebody is, as bits of `people`."""
    bit = {person: 1 << place for place, person in enumerate(people)}
    by_hour: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for agreement, scenes in at_scenes(board):
        if not (agreement.rule and agreement.rule.rule.startswith(("FREQ=DAILY", "FREQ=WEEKLY"))):
            continue
        mask = sum(bit[person] for person in who_do(agreement) if counts(board, person))
        row = [at for one in occurrences.get(agreement.id, ()) if not one.rough for at in hours_of(one)]
        for scene in scenes:
            there = by_hour[scene]
            for at in row:
                there[at] |= mask
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for scene, there in by_hour.items():
        for at, mask in there.items():
            if at // 24 + 1 not in free:
                found[scene][at % (7 * 24)].append(mask)
    return found


def _hour(scene: str, at: int, masks: list[int], of: int, people: tuple[str, ...]) -> Hour:
    numbers = [mask.bit_count() for mask in masks]
    fewest = 0 if len(masks) < of else min(numbers)
    everybody = reduce(or_, masks)
    names = tuple(person for place, person in enumerate(people) if everybody >> place & 1)
    return Hour(scene, at // 24, at % 24, fewest, max(numbers), names)
