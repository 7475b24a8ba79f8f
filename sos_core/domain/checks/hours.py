"""The hours of the week: who is there at each risky moment, and in how many of the weeks. Pure.

Only what comes back each day or week covers an hour; what is once, or once a month, covers no week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sos_core.domain.board import Agreement, Board
from sos_core.domain.checks.counted import counts, who_do
from sos_core.domain.occurrences import Holidays, Occurrence, Occurrences

MOMENT = timedelta(minutes=1)
"""How long something takes of which nobody said how long."""
HOUR = timedelta(hours=1)


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
    free = {day for day in (begin + timedelta(n) for n in range(7 * weeks)) if holidays.at(day)}
    of = [sum(begin + timedelta(7 * n + ahead) not in free for n in range(weeks)) for ahead in range(7)]
    there: dict[tuple[str, int, int], dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for agreement, scenes in at_scenes(board):
        if not (agreement.rule and agreement.rule.rule.startswith(("FREQ=DAILY", "FREQ=WEEKLY"))):
            continue
        people = {person for person in who_do(agreement) if counts(board, person)}
        for day, hour in _days_and_hours(occurrences.get(agreement.id, ())):
            if day not in free:
                for scene in scenes:
                    there[scene, day.weekday(), hour][day] |= people
    return tuple(
        _hour(scene, weekday, hour, days, of=of[(weekday - begin.weekday()) % 7])
        for (scene, weekday, hour), days in sorted(there.items())
    )


def hours_of(one: Occurrence) -> Iterator[tuple[date, int]]:
    """Each day and hour that this touches."""
    hour, end = one.start.replace(minute=0, second=0), max(one.end, one.start + MOMENT)
    while hour < end:
        yield hour.date(), hour.hour
        hour += HOUR


def at_scenes(board: Board) -> Iterator[tuple[Agreement, tuple[str, ...]]]:
    """The carried agreements with the scenes of the risk points that they answer."""
    for agreement in board.agreements.values():
        at = (board.cards[risk].scene for risk in agreement.risks if risk in board.cards)
        scenes = tuple(dict.fromkeys(scene for scene in at if scene and scene in board.scenes))
        if agreement.carried and scenes:
            yield agreement, scenes


def _days_and_hours(row: Iterable[Occurrence]) -> Iterator[tuple[date, int]]:
    """What is only roughly known covers no hour."""
    for one in row:
        if not one.rough:
            yield from hours_of(one)


def _hour(scene: str, weekday: int, hour: int, days: Mapping[date, set[str]], *, of: int) -> Hour:
    numbers = [len(people) for people in days.values()]
    fewest = 0 if len(days) < of else min(numbers)
    return Hour(scene, weekday, hour, fewest, max(numbers), tuple(sorted(set().union(*days.values()))))
