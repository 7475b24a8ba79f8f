"""Check 10, nothing left lying: every worry answered or parked with a reason, every scene talked through, every strength used or named.

Source: "alle zorgen zijn geuit en op papier"; "elke stap wordt doorgesproken, zodat de krachten in het gezin en het netwerk worden
aangeboord"; PRODUCT.md, check 10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sos_core.domain.board import Board
from sos_core.domain.checks.bottom_lines import met_by
from sos_core.domain.checks.counted import Counted
from sos_core.domain.checks.finding import Check, Finding, Weight
from sos_core.domain.kinds import CardKind

_finding = partial(Finding, Check.NOTHING_LEFT)


@dataclass(frozen=True, slots=True)
class Left:
    """What is not settled, as ids in the order in which it was said. `inbox`: worries that nobody but the desk heard yet.

    `gone`: agreements in which somebody who left has a part; `cannot`: in which somebody says no, or can do it no longer.
    """

    risks: tuple[str, ...]
    lines: tuple[str, ...]
    worries: tuple[str, ...]
    inbox: tuple[str, ...]
    scenes: tuple[str, ...]
    gone: tuple[str, ...]
    cannot: tuple[str, ...]


def what_is_left(board: Board) -> Left:
    """Risk points without an agreement, bottom lines that no agreement meets, worries that were neither answered nor parked
    with a reason, scenes that were not talked through, and agreements of people who left or cannot.
    An agreement whose doer cannot answers nothing.
    """
    agreements = board.agreements.values()
    answered = {card for agreement in agreements if agreement.carried for card in agreement.answers_to}
    met = met_by(board)
    said = [card for card in board.cards.values() if not card.taken_back]
    worries = [c for c in said if c.kind is CardKind.WORRY and c.id not in answered and not (c.parked or c.behind)]
    return Left(
        risks=tuple(c.id for c in said if c.kind is CardKind.RISK and c.on_board and c.id not in answered),
        lines=tuple(line for line in board.lines if line not in met),
        worries=tuple(c.id for c in worries if c.on_board),
        inbox=tuple(c.id for c in worries if not c.on_board),
        scenes=tuple(scene.id for scene in board.scenes.values() if not scene.talked_through),
        gone=tuple(a.id for a in agreements if any(board.is_away(person) for person in a.people)),
        cannot=tuple(a.id for a in agreements if a.cannot),
    )


def nothing_left(counted: Counted) -> Iterator[Finding]:
    """`worry_open`, `worry_unheard`, `not_talked_through`, `strength_unheard`; and of agreements `doer_left`, `doer_cannot`, `part_left`,
    `part_cannot`: on whom it cannot count.
    """
    left = what_is_left(counted.board)
    for worry in left.worries:
        yield _finding("worry_open", Weight.MUST_LOOK_AT, cards=(worry,))
    if left.inbox:
        yield _finding("worry_unheard", Weight.LOOK_AT, cards=left.inbox)
    for scene in left.scenes:
        yield _finding("not_talked_through", Weight.MUST_LOOK_AT, scenes=(scene,))
    yield from _cannot_count_on(counted.board, left)
    if unheard := _unheard_strengths(counted.board):
        yield _finding("strength_unheard", Weight.GOOD_TO_KNOW, cards=unheard)


def _cannot_count_on(board: Board, left: Left) -> Iterator[Finding]:
    """Who left or said no, agreement by agreement; without its doer it rests on nobody."""
    for key in dict.fromkeys(left.gone + left.cannot):
        agreement = board.agreements[key]
        away = tuple(person for person in agreement.people if board.is_away(person))
        for how, people in (("left", away), ("cannot", agreement.cannot)):
            doer = agreement.who in people
            what, weight = (f"doer_{how}", Weight.MUST_LOOK_AT) if doer else (f"part_{how}", Weight.LOOK_AT)
            if people:
                yield _finding(what, weight, agreements=(key,), people=people)


def _unheard_strengths(board: Board) -> tuple[str, ...]:
    """Strengths that no agreement leans on, and that are not on the board either."""
    used = {card for agreement in board.agreements.values() for card in agreement.strengths}
    said = (c for c in board.cards.values() if c.kind is CardKind.STRENGTH and not (c.taken_back or c.behind))
    return tuple(card.id for card in said if not card.on_board and card.id not in used)
