"""Who is connected now, by the streams of their phones. In memory only: it is no fact of a family, and nobody writes it down."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

A_WHILE = 30.0
"""Seconds. A phone that reloads, or whose wifi blinks, has not dropped off."""


class Presence:
    """Safe to use from every thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._guard = threading.Lock()
        self._open: Counter[str] = Counter()
        self._left: dict[str, float] = {}

    @contextmanager
    def here(self, people: Iterable[str]) -> Iterator[None]:
        """These people's phone has a stream open for as long as the block runs."""
        known = tuple(people)
        with self._guard:
            self._open.update(known)
        try:
            yield
        finally:
            with self._guard:
                self._open.subtract(known)
                for person in known:
                    if self._open[person] <= 0:
                        del self._open[person]
                        self._left[person] = self._clock()

    def away(self, people: Iterable[str]) -> list[str]:
        """Those of them without a stream for a while: since they left, or since this program started."""
        now = self._clock()
        with self._guard:
            gone = [who for who in people if who not in self._open]
            return [who for who in gone if now - self._left.get(who, self._began) > A_WHILE]
