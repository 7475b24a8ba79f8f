"""What belongs to the plan: the words that the paper of an adopted version says, and how it went. All else is the working board's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sos_core.access.lookup import Lookup
from sos_core.domain.board import Board
from sos_core.domain.plan import plan_of
from sos_core.domain.replacing import replace
from sos_core.services.boards import Current
from sos_core.services.house import House
from sos_core.services.papers import Writer
from sos_core.services.plan_findings import found_on_paper


class _Asked(dict[str, str | None]):
    """Words by id that remember which of them were read."""

    def __init__(self, words: Any) -> None:
        super().__init__(words)
        self.read: set[str] = set()

    def get(self, key: str, otherwise: Any = None) -> Any:
        self.read.add(key)
        return super().get(key, otherwise)


def plan_words(house: House, current: Current) -> frozenset[str]:
    """The ids of the words that are kept for as long as the plan is. What the paper comes to say is in it by itself: each version is
    written, for the eyes of all its people together, and what it read is noted.
    """
    asked = _Asked(current.lookup.words)
    lookup: Lookup = replace(current.lookup, words=asked)
    for version in current.board.plans:
        before = plan_of(current.entries, version - 1) if version > 1 else None
        board = plan_of(current.entries, version)
        found = found_on_paper(house, board, on=board.plans[version].adopted_on)
        Writer(board, lookup).paper(version, before, found)
    return frozenset(asked.read) | frozenset(_how_it_went(current.board))


def _how_it_went(board: Board) -> Iterator[str]:
    for evaluation in board.evaluations.values():
        said = (evaluation.because, *(weighing.words for weighing in evaluation.weighed.values()))
        yield from (words for words in said if words)
        if evaluation.handover:
            yield evaluation.handover.call
    for breach in board.breaches.values():
        yield from (breach.words, *(one.words for one in breach.followed_up))
    if board.plans:
        yield from (line.because for line in board.lines.values() if line.because)
