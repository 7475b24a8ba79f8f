"""What the checks find in an adopted plan, for its paper: of what its reader may see, as of that day, and without a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sos_core.domain.board import Board
from sos_core.domain.checks import findings_of
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.finding import Check, Finding, Weight, heaviness
from sos_core.domain.checks.nothing_left import what_is_left
from sos_core.domain.kinds import CardKind
from sos_core.domain.replacing import replace
from sos_core.services.coming_weeks import found_in_time
from sos_core.services.house import House

TOLD_BY_ITSELF = frozenset(
    {"not_met", "worry_open", "not_talked_through", "doer_left", "doer_cannot", "part_left", "part_cannot"}
)
"""What the paper's list of what is open says in people's own words. So it does of what makes an agreement vague."""
AT_THE_DESK = frozenset({"worry_unheard"})
_ABOUT_HELP = frozenset({Check.COVERAGE, Check.DROP_OUT, Check.PROFESSIONALS})
_BY_POINT = frozenset({"nobody", "no_backup", "no_safeguard"})


def found_on_paper(house: House, board: Board, *, on: date) -> list[Finding]:
    """What weighs, the heaviest first, in a board as somebody sees it. What these eyes cannot tell is left out: where help stands
    without a name, whether there is enough of it; where numbers are not shown with names, whether each child set one.
    """
    found = [*findings_of(count(board)), *found_in_time(house, board, on=on)]
    weighing = (one for one in found if one.weight is not Weight.GOOD_TO_KNOW)
    known = (one for one in weighing if one.what not in TOLD_BY_ITSELF | AT_THE_DESK and _can_be_told(board, one))
    return sorted(_once(board, list(known)), key=heaviness)


def _can_be_told(board: Board, finding: Finding) -> bool:
    if finding.what in {"no_child_asked", "child_not_asked"}:
        return all(scale.shown and scale.named for scale in board.scales.values())
    return finding.check not in _ABOUT_HELP or _nameless(board).isdisjoint(finding.scenes)


def _nameless(board: Board) -> set[str]:
    """The scenes at which somebody helps whose name these eyes do not see."""
    help_ = (card for card in board.cards.values() if card.kind is CardKind.HELP_STEP_IN and card.on_board)
    return {card.scene for card in help_ if card.scene and not card.author}


def _once(board: Board, found: Iterable[Finding]) -> Iterator[Finding]:
    """A risk point is told once: one without an agreement as that, one whose agreement nobody takes over with that agreement."""
    found = list(found)
    open_ = set(what_is_left(board).risks)
    alone = {risk for one in found if one.what == "agreement_alone" for risk in _risks_of(board, one)}
    for one in found:
        if one.what not in _BY_POINT:
            yield one
            continue
        told = open_ | alone if one.what == "no_backup" else open_
        if cards := tuple(card for card in one.cards if card not in told):
            yield replace(one, cards=cards)


def _risks_of(board: Board, finding: Finding) -> Iterator[str]:
    for key in finding.agreements:
        yield from board.agreements[key].risks
