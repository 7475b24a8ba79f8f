"""The hub: hands each change, drawn and encoded once for each audience, to every stream that listens. For a stream nothing is left
to do but to write it.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager

from sos_core.live.frames import Frame

MOST_WAITING = 64
"""Frames that may wait for one slow reader."""


class Ear:
    """One stream that listens. It belongs to its loop: only there it is used.

    Its reader has the view at `sent`. Who reads too slowly, or missed something, is `behind`: what waited is let go, and the
    stream does `hold`, looks afresh from `sent`, and does `go_on`. So a slow one neither holds others up nor piles anything up.
    """

    __slots__ = ("_frames", "_seq", "_wanted", "_write", "audience", "behind", "ended", "loop", "sent")

    def __init__(self, loop: asyncio.AbstractEventLoop, audience: Hashable) -> None:
        self.loop = loop
        self.audience = audience
        self._frames: list[Frame] = []
        self._seq: int | None = None
        self._wanted: asyncio.Future[None] | None = None
        self._write: Callable[[], bool] | None = None
        self.behind = False
        self.ended = False
        self.sent = 0

    def hold(self) -> None:
        """What comes from here on is kept until `go_on`."""
        self._frames.clear()
        self._seq = None
        self.behind = False

    def go_on(self, seq: int) -> None:
        """The reader has the view at `seq`: what was held and is newer goes out."""
        held, self._frames = self._frames, []
        self._seq = self.sent = seq
        for frame in held:
            self.hear(frame)

    def hear(self, frame: Frame | None) -> None:
        """The next change; None: it could not be drawn."""
        if self.ended or self.behind:
            return
        if frame is None or len(self._frames) >= MOST_WAITING:
            self._miss()
        elif self._seq is None:
            self._frames.append(frame)
        elif frame.base == self._seq:
            self._seq = frame.seq
            self._add(frame)
        elif frame.seq > self._seq:
            self._miss()

    def say(self, data: bytes, *, last: bool = False) -> None:
        """Something beside the changes: a beat, or the `last` word. Whoever is behind hears no beat."""
        if self._seq is not None and not (self.behind or self.ended):
            self._add(Frame(self._seq, self._seq, data, last))
        elif last:
            self.ended = True
            self._wake()

    async def wait(self, write: Callable[[], bool] | None = None) -> None:
        """Until there is something to write, or the stream is behind or has ended.

        With `write`, which says whether it could, what comes is written at once, and nobody is woken for it: that would cost
        more than the writing.
        """
        if not (self._frames and self._seq is not None) and not (self.behind or self.ended):
            self._wanted, self._write = self.loop.create_future(), write
            await self._wanted

    def take(self) -> bytes:
        """All that is to be written now."""
        frames, self._frames = self._frames, []
        if frames:
            self.sent = frames[-1].seq
        return frames[0].data if len(frames) == 1 else b"".join(frame.data for frame in frames)

    @property
    def waiting(self) -> int:
        """How much is still to be written."""
        return len(self._frames)

    def _miss(self) -> None:
        self._frames.clear()
        self.behind = True
        self._wake()

    def _add(self, frame: Frame) -> None:
        self._frames.append(frame)
        self.ended = frame.last
        if self.ended or self._write is None or not self._write():
            self._wake()

    def _wake(self) -> None:
        self._write = None
        if self._wanted is not None and not self._wanted.done():
            self._wanted.set_result(None)


class Hub:
    """All ears by conference. Safe to use from every thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._ears: dict[str, set[Ear]] = {}
        self._closed = False

    @contextmanager
    def listen(self, conference: str, audience: Hashable) -> Iterator[Ear]:
        """An ear for as long as the block runs. Listen before the first look, and no change can slip between."""
        ear = Ear(asyncio.get_running_loop(), audience)
        with self._guard:
            self._ears.setdefault(conference, set()).add(ear)
        try:
            yield ear
        finally:
            with self._guard:
                self._ears[conference].discard(ear)
                if not self._ears[conference]:
                    del self._ears[conference]

    def audiences(self, conference: str) -> set[Hashable]:
        """For whom a change of this conference is to be drawn."""
        with self._guard:
            return {ear.audience for ear in self._ears.get(conference, ())}

    def publish(self, conference: str, frames: Mapping[Hashable, Frame]) -> None:
        """A change that is on disk, as each audience sees it. An audience that is not among them is behind."""
        with self._guard:
            ears = list(self._ears.get(conference, ()))
        for loop in {ear.loop for ear in ears}:
            _in(loop, [(ear, frames.get(ear.audience)) for ear in ears if ear.loop is loop])

    def close(self) -> None:
        """The house closes: every stream ends."""
        self._closed = True
        with self._guard:
            ears = [ear for ears in self._ears.values() for ear in ears]
        last = Frame(0, 0, b"", last=True)
        for loop in {ear.loop for ear in ears}:
            _in(loop, [(ear, last) for ear in ears if ear.loop is loop])

    @property
    def silent(self) -> bool:
        """Nobody listens."""
        with self._guard:
            return not self._ears

    @property
    def closed(self) -> bool:
        return self._closed


def _in(loop: asyncio.AbstractEventLoop, heard: list[tuple[Ear, Frame | None]]) -> None:
    """In the loop of these ears. One that has ended has nobody left to tell."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(_tell, heard)


def _tell(heard: list[tuple[Ear, Frame | None]]) -> None:
    for ear, frame in heard:
        if frame is not None and frame.seq == 0:
            ear.say(frame.data, last=frame.last)
        else:
            ear.hear(frame)
