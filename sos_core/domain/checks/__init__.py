"""The ten checks: what a plan still leaves open, said plainly. Findings advise; people decide. Pure.

One file a check, each a function from the plan as it was counted to what it found. Those that need times take occurrences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sos_core.domain.board import Board
from sos_core.domain.checks.bottom_lines import bottom_lines
from sos_core.domain.checks.child import child
from sos_core.domain.checks.counted import Counted, count
from sos_core.domain.checks.coverage import coverage
from sos_core.domain.checks.drop_out import drop_out
from sos_core.domain.checks.finding import Finding, heaviness
from sos_core.domain.checks.nothing_left import nothing_left
from sos_core.domain.checks.professionals import professionals
from sos_core.domain.checks.self_check import self_check

CORE: tuple[Callable[[Counted], Iterator[Finding]], ...] = (
    coverage,
    drop_out,
    bottom_lines,
    self_check,
    professionals,
    child,
    nothing_left,
)
"""The checks that need the board alone."""


def all_findings(board: Board) -> list[Finding]:
    """What all checks find, what weighs most first."""
    return findings_of(count(board))


def findings_of(counted: Counted) -> list[Finding]:
    """As `all_findings`, of a board that was counted already."""
    return sorted((finding for check in CORE for finding in check(counted)), key=heaviness)
