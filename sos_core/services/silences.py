"""From which day on it counts as silence that nothing is heard of an agreement: never before it could have been told."""

from __future__ import annotations

from datetime import date, timedelta

from sos_core.domain.board import Board
from sos_core.domain.heard import Heard, last_heard
from sos_core.domain.occurrences import Holidays
from sos_core.domain.when import When
from sos_core.services.diary import occurrences

SILENT_AFTER = timedelta(weeks=3)
"""So long is nothing told of an agreement before we say so: plans die around three months, and three weeks are early enough to ask."""
TO_TELL = timedelta(weeks=1)
"""So long people have to tell how it went: an agreement of once a month is not silent on the day itself."""
_SOON = SILENT_AFTER - TO_TELL
_YEAR = timedelta(days=366)
"""No rule that is understood is rarer, once it has begun."""
NEVER = date.max


def silences(board: Board, holidays: Holidays) -> tuple[Heard, ...] | None:
    """Of each agreement of the plan that can be reported on, those that fall silent first before others. None while there is no plan."""
    if not board.plans:
        return None
    heard = last_heard(board)
    return tuple(sorted(Heard(silent_from(on, board.agreements[key].rule, holidays), on) for key, on in heard.items()))


def silent_from(heard: date, rule: When | None, holidays: Holidays) -> date:
    """The first day that is more than three weeks after it was heard of, and more than a week after it was to be carried out since.

    What is not carried out any more has nothing to tell: `NEVER`. Of one whose `when` no calendar can follow the three weeks count.
    """
    due = heard + SILENT_AFTER
    if rule is not None and not _falls(rule, holidays, heard, heard + _SOON):
        later = _falls(rule, holidays, heard + _SOON, max(heard, rule.first) + _YEAR)
        if not later:
            return NEVER
        due = max(due, later[0] + TO_TELL)
    return due + timedelta(days=1)


def _falls(rule: When, holidays: Holidays, after: date, until: date) -> list[date]:
    """The days after the first of these, up to the last, on which it is carried out."""
    day = timedelta(days=1)
    return [one.start.date() for one in occurrences(rule, holidays, begin=after + day, end=until + day)]
