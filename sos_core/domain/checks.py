"""What a plan still leaves open, said plainly. Findings advise; people decide."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.board import Board
from sos_core.domain.kinds import CardKind


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
    with a reason, scenes that were not talked through, and agreements of people who left or cannot (PRODUCT.md, checks 1, 6 and 10).
    An agreement whose doer cannot answers nothing.

    Source: "alle zorgen zijn geuit en op papier"; "elke stap wordt doorgesproken".
    """
    agreements = board.agreements.values()
    carried = [agreement for agreement in agreements if agreement.carried]
    answered = {card for agreement in carried for card in agreement.answers_to}
    met = {line for agreement in carried for line in agreement.bottom_lines}
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
