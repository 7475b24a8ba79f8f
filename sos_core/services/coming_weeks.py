"""The coming weeks of a plan: when its agreements are, and what the checks that need times find in them."""

from __future__ import annotations

from datetime import date, timedelta

from sos_core.domain.board import Board
from sos_core.domain.checks.finding import Finding
from sos_core.domain.checks.load import load
from sos_core.domain.checks.week import week
from sos_core.services.diary import WEEKS_AHEAD, diary
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House


def coming_monday(on: date) -> date:
    """When the first of the whole weeks begins at which checks look: this day, if it is a Monday."""
    return on + timedelta(-on.weekday() % 7)


def found_in_time(house: House, board: Board, *, on: date) -> list[Finding]:
    """What checks 3 and 4 find in the whole weeks from the Monday on that comes on this day or after it."""
    begin = coming_monday(on)
    holidays = school_holidays(house.settings.region)
    rules = {agreement.id: agreement.rule for agreement in board.agreements.values() if agreement.rule}
    times = diary(rules, holidays, begin=begin)
    return [
        *week(board, times, holidays, begin=begin, weeks=WEEKS_AHEAD),
        *load(board, times, begin=begin, weeks=WEEKS_AHEAD),
    ]
