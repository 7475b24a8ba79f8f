"""A bottom line that was broken. It is written down with what was agreed for it; Draaiboek sends nobody.

Source: "te bepalen op welk punt het noodzakelijk is om actie te ondernemen, mochten de afspraken uit het veiligheidsplan niet worden
nageleefd".
"""

from __future__ import annotations

from datetime import date

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound


def record_breach(board: Board, *, breach: str, line: str, on: date, words: str, today: date) -> e.BreachRecorded:
    """What was seen (`words` is an id), on which day. Raises `breach.in_future`; NotFound for a line that is not there."""
    if line not in board.lines:
        raise NotFound("agreements.no_such_line")
    _not_to_come(on, today)
    return e.BreachRecorded(breach, line, on, words)


def follow_up_breach(board: Board, *, breach: str, on: date, words: str, today: date) -> e.BreachFollowedUp:
    """What was done about it. Raises `breach.in_future`, and `breach.before_it` for a day before it was seen."""
    known = board.breaches.get(breach)
    if known is None:
        raise NotFound("breach.not_here")
    _not_to_come(on, today)
    if on < known.on:
        raise DomainError("breach.before_it")
    return e.BreachFollowedUp(breach, on, words)


def _not_to_come(on: date, today: date) -> None:
    if on > today:
        raise DomainError("breach.in_future")
