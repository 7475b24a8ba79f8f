"""The hub: tells every listener of a conference that its journal has grown. It carries a number, never words."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Ear:
    """One listener. It remembers only the newest seq, so a slow one never holds up others nor piles anything up."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._heard = asyncio.Event()

    def wake(self) -> None:
        """From any thread. A loop that has ended has nobody left to wake."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._heard.set)

    async def wait(self, seconds: float) -> bool:
        """True as soon as there was a change since the last wait; False after `seconds` of quiet."""
        try:
            await asyncio.wait_for(self._heard.wait(), seconds)
        except TimeoutError:
            return False
        self._heard.clear()
        return True


class Hub:
    """All listeners by conference. Safe to use from every thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._ears: dict[str, set[Ear]] = {}
        self._closed = False

    @contextmanager
    def listen(self, conference: str) -> Iterator[Ear]:
        """An ear for as long as the block runs. Listen before the first look, and no change can slip between."""
        ear = Ear(asyncio.get_running_loop())
        with self._guard:
            self._ears.setdefault(conference, set()).add(ear)
        try:
            yield ear
        finally:
            with self._guard:
                self._ears[conference].discard(ear)
                if not self._ears[conference]:
                    del self._ears[conference]

    def publish(self, conference: str) -> None:
        """The journal of this conference has grown, and it is on disk."""
        with self._guard:
            ears = list(self._ears.get(conference, ()))
        for ear in ears:
            ear.wake()

    def close(self) -> None:
        """The house closes: every ear wakes and finds `closed`."""
        self._closed = True
        with self._guard:
            ears = [ear for ears in self._ears.values() for ear in ears]
        for ear in ears:
            ear.wake()

    @property
    def closed(self) -> bool:
        return self._closed
