"""Agreements with times, for the checks that need them: a board, and when its agreements are."""

from datetime import UTC, date, datetime, timedelta

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.occurrences import Holiday, Holidays, Occurrence
from sos_core.domain.replacing import replace
from sos_core.domain.when import When
from tests.domain.given import ROOM, agreement, board_of, card

MONDAY = date(2026, 11, 30)
WEEKS = 8
XMAS = Holiday("Kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
HOLIDAYS = Holidays(date(2026, 1, 1), date(2028, 1, 1), (XMAS,))
DAILY, SCHOOL_DAYS = "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


def agreed(
    name: str, who: str = "grandmother", rule: str = DAILY, *, term_only: bool = False, **about: object
) -> e.Event:
    """An agreement about the risk point C1 at scene S1, with a rule; without one it has no day."""
    when = When(rule, MONDAY, "08:00", term_only=term_only) if rule else None
    return replace(agreement(name, who, **{"risks": ("C1",), **about}), rule=when)  # type: ignore[arg-type]


def plan(*events: e.Event) -> Board:
    return board_of(*ROOM, card("C1"), *events)


def each(
    hour: int, minutes: int = 0, *, days: range = range(7), weeks: range = range(WEEKS), rough: bool = False
) -> tuple[Occurrence, ...]:
    """At this hour on these days of these weeks; days count from Monday."""
    starts = [datetime(2026, 11, 30, hour, tzinfo=UTC) + timedelta(weeks=n, days=day) for n in weeks for day in days]
    return tuple(Occurrence(start, start + timedelta(minutes=minutes), rough) for start in starts)
