"""Check 6, the bottom-line matrix: every bottom line is met by agreements and watched by somebody who is not the doer.

Source: "Deze bodemeisen zijn nodig om de veiligheidseisen helder te krijgen en te bepalen op welk punt het noodzakelijk is om actie
te ondernemen"; PRODUCT.md, check 6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sos_core.domain.board import Agreement, Board
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight


def bottom_lines(counted: Counted) -> Iterator[Finding]:
    """`not_met`: by no carried agreement. `not_watched`: by nobody, or by its doer alone."""
    met = met_by(counted.board)
    for line in counted.board.lines:
        if line not in met:
            yield _finding("not_met", line)
        elif not any(is_watched(counted.board, agreement) for agreement in met[line]):
            yield _finding("not_watched", line, tuple(agreement.id for agreement in met[line]))


def met_by(board: Board) -> Mapping[str, list[Agreement]]:
    """The carried agreements that serve each bottom line; a line that none serves is not in it."""
    met: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in board.agreements.values():
        for line in agreement.bottom_lines if agreement.carried else ():
            met[line].append(agreement)
    return dict(met)


def is_watched(board: Board, agreement: Agreement) -> bool:
    """Whether somebody else than the doer keeps an eye on it, who did not leave and did not say no to that."""
    monitor = agreement.monitor
    there = monitor is not None and monitor != agreement.who and not board.is_away(monitor)
    return there and monitor not in agreement.cannot


def _finding(what: str, line: str, agreements: tuple[str, ...] = ()) -> Finding:
    return Finding(
        check=Check.BOTTOM_LINES, what=what, weight=Weight.MUST_LOOK_AT, lines=(line,), agreements=agreements
    )
