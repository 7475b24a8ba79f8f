"""Check 3, the week: who would be in two places at once, and at what times of the week no agreement is.

Source: PRODUCT.md, check 3: "nights, Wednesday afternoons, weekends and school holidays included; two places at once is a clash". On
Wednesday afternoon children are home from school early.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from sos_core.domain.board import Board
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.checks.hours import MOMENT, at_scenes, hours, hours_of
from sos_core.domain.occurrences import Holiday, Holidays, Occurrence, Occurrences

NIGHT = frozenset({23, 0, 1, 2, 3, 4, 5})
WEDNESDAY_AFTERNOON = frozenset(range(2 * 24 + 12, 2 * 24 + 18))
"""Hours of the week."""
FRIDAY = 4
_A_DAY = timedelta(days=1)
A_WEEK = 5
"""Days: a holiday that is shorter is a day off, for which nobody needs another plan."""


def week(board: Board, occurrences: Occurrences, holidays: Holidays, *, begin: date, weeks: int) -> Iterator[Finding]:
    """`clash`: somebody would have to begin one thing before another is done; `at_once`: one thing lies within another, which may go
    together: the soup in the evening that one is there. `not_every_week`: a scene with hours that are covered in some weeks only.

    `nothing_at_night`, `nothing_on_wednesday_afternoon`, `nothing_at_weekend`: no agreement is then. `nothing_in_holidays`: scenes
    that lose all of it; `holidays_unknown`: it is not known when those are. `not_in_week`: agreements without a day.
    """
    carried = [agreement.id for agreement in board.agreements.values() if agreement.carried]
    row = [one for key in carried for one in occurrences.get(key, ())]
    yield from _clashes(board, occurrences)
    some = dict.fromkeys(h.scene for h in hours(board, occurrences, holidays, begin=begin, weeks=weeks) if not h.fewest)
    by_scene = _by_scene(board)
    for scene in some:
        about = tuple(by_scene[scene])
        yield _finding("not_every_week", Weight.GOOD_TO_KNOW, scenes=(scene,), agreements=about)
    if row:
        yield from _never(row)
    yield from _in_holidays(board, occurrences, holidays, begin, begin + timedelta(weeks=weeks, days=-1))
    if without := tuple(key for key in carried if key not in occurrences):
        yield _finding("not_in_week", Weight.GOOD_TO_KNOW, agreements=without)


def _by_scene(board: Board) -> dict[str, list[str]]:
    """The carried agreements at each scene."""
    found: dict[str, list[str]] = defaultdict(list)
    for agreement, scenes in at_scenes(board):
        for scene in scenes:
            found[scene].append(agreement.id)
    return found


def _clashes(board: Board, occurrences: Occurrences) -> Iterator[Finding]:
    """Two agreements of one doer that overlap, told once however often they do. What is roughly known leaves room for both."""
    for person, row in _by_doer(board, occurrences).items():
        pairs: dict[tuple[str, ...], bool] = {}
        for (one, agreement), (other, key) in _together(row):
            pair = tuple(sorted((key, agreement)))
            pairs[pair] = pairs.get(pair, False) or not _within(one, other)
        for pair, crossed in pairs.items():
            what, weight = ("clash", Weight.MUST_LOOK_AT) if crossed else ("at_once", Weight.LOOK_AT)
            if len(set(pair)) > 1:
                yield _finding(what, weight, agreements=pair, people=(person,))


def clashing(board: Board, occurrences: Occurrences) -> set[tuple[str, datetime]]:
    """The times at which somebody would be in two places at once: by agreement, when it starts."""
    found: set[tuple[str, datetime]] = set()
    for row in _by_doer(board, occurrences).values():
        for (one, agreement), (other, key) in _together(row):
            if agreement != key and not _within(one, other):
                found |= {(agreement, one.start), (key, other.start)}
    return found


def _together(row: list[tuple[Occurrence, str]]) -> Iterator[tuple[tuple[Occurrence, str], tuple[Occurrence, str]]]:
    """What overlaps of one doer's times, the later one first."""
    busy: list[tuple[Occurrence, str]] = []
    for one, agreement in row:
        busy = [(other, key) for other, key in busy if max(other.end, other.start + MOMENT) > one.start]
        yield from (((one, agreement), other) for other in busy)
        busy.append((one, agreement))


def _within(later: Occurrence, earlier: Occurrence) -> bool:
    """Whether all of the one is in the time of the other."""
    return later.end <= earlier.end or later.start == earlier.start


def _by_doer(board: Board, occurrences: Occurrences) -> dict[str, list[tuple[Occurrence, str]]]:
    rows: dict[str, list[tuple[Occurrence, str]]] = defaultdict(list)
    for agreement in board.agreements.values():
        if agreement.carried:
            exact = ((one, agreement.id) for one in occurrences.get(agreement.id, ()) if not one.rough)
            rows[agreement.who].extend(exact)
    return {person: sorted(row, key=lambda one: one[0].start) for person, row in rows.items()}


def _never(row: Iterable[Occurrence]) -> Iterator[Finding]:
    """Of a whole day one cannot say which of its hours it is."""
    night = wednesday = weekend = False
    for one in row:
        weekend = weekend or one.start.weekday() > FRIDAY or one.end.weekday() > FRIDAY
        if one.rough and one.end - one.start >= _A_DAY:
            continue
        for at in () if night and wednesday else hours_of(one):
            night = night or at % 24 in NIGHT
            wednesday = wednesday or at % (7 * 24) in WEDNESDAY_AFTERNOON
    missing = {
        "nothing_at_night": night,
        "nothing_on_wednesday_afternoon": wednesday,
        "nothing_at_weekend": weekend,
    }
    for what, there in missing.items():
        if not there:
            yield _finding(what, Weight.LOOK_AT)


def _in_holidays(
    board: Board, occurrences: Occurrences, holidays: Holidays, begin: date, last: date
) -> Iterator[Finding]:
    stops = tuple(a.id for a in board.agreements.values() if a.carried and a.rule and a.rule.term_only)
    if stops and not (holidays.knows(begin) and holidays.knows(last)):
        yield _finding("holidays_unknown", Weight.GOOD_TO_KNOW, agreements=stops)
    coming = [one for one in holidays.stretches if begin <= one.first and one.last <= last]
    at = _by_scene(board)
    bare = tuple(scene for scene, keys in at.items() if _stops(keys, stops, occurrences, coming))
    if bare:
        lost = tuple(key for key in stops if any(key in at[scene] for scene in bare))
        yield _finding("nothing_in_holidays", Weight.LOOK_AT, scenes=bare, agreements=lost)


def _stops(keys: list[str], stops: tuple[str, ...], occurrences: Occurrences, coming: list[Holiday]) -> bool:
    """Whether a scene that these agreements cover has none of them in some holiday. One without a day could be on any."""
    if not set(keys) & set(stops) or any(key not in occurrences for key in keys):
        return False
    days = {one.start.date() for key in keys for one in occurrences[key]}
    return any(
        not any(one.first <= day <= one.last for day in days) for one in coming if (one.last - one.first).days >= A_WEEK
    )


def _finding(
    what: str,
    weight: Weight,
    *,
    scenes: tuple[str, ...] = (),
    agreements: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> Finding:
    return Finding(check=Check.WEEK, what=what, weight=weight, scenes=scenes, agreements=agreements, people=people)
