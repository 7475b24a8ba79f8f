"""The meetings that are looked back at, at hand: a step on or back costs what lies between, however long the meeting was."""

from __future__ import annotations

import threading
from collections import OrderedDict

from sos_core.access.change import Moment
from sos_core.domain.story import Reel, as_wanted_now
from sos_core.services.boards import Current

MOST_WALKS = 4
"""Meetings, each with some tens of boards."""
MOST_MOMENTS = 8
"""Of each: where one was just now."""


class Walk:
    """A meeting that is being looked back at, as narrow as people want it now."""

    def __init__(self, current: Current, before: Walk | None) -> None:
        self.current = current
        self._reel: Reel = Reel(current.entries, before._reel if before else None)
        self._moments: OrderedDict[int, Moment] = OrderedDict()

    def at(self, seq: int) -> Moment:
        """The board as it was at `seq`. Where one was just now is still at hand, with what was counted there."""
        found = self._moments.get(seq)
        if found is None:
            then = as_wanted_now(self._reel.at(seq), self.current.board)
            self._moments[seq] = found = Moment(then, self.current.lookup)
            if len(self._moments) > MOST_MOMENTS:
                self._moments.popitem(last=False)
        return found


class Walks:
    """The meetings that are being looked back at. As one goes on, what is known of it goes along."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: OrderedDict[str, Walk] = OrderedDict()

    def of(self, conference: str, current: Current) -> Walk:
        with self._guard:
            walk = self._kept.get(conference)
            if walk is None or walk.current.entries is not current.entries:
                walk = self._kept[conference] = Walk(current, walk)
            self._kept.move_to_end(conference)
            while len(self._kept) > MOST_WALKS:
                self._kept.popitem(last=False)
            return walk

    def forget(self, conference: str) -> None:
        """Of this meeting nothing stays at hand."""
        with self._guard:
            self._kept.pop(conference, None)
