"""The stream: what it begins with, how it goes on, when it ends. What it writes was made once for all who see the same."""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from sos_core.live.frames import BEAT, GONE, event
from sos_core.live.hub import Ear
from sos_core.services.house import House
from sos_core.services.seeing import picture
from sos_core.services.watching import Watcher, still_watching

BEAT_EVERY = 15.0
"""Seconds. So often every stream shows that it is alive, and is looked up whether its reader may still read."""
MOST_STUCK = 3
"""Beats. A reader who takes nothing for so long is cut off; who is still there comes back by itself."""
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class Live(Response):
    """An answer of server-sent events, until the reader leaves or has nothing to see any more. `seen`: the view that the reader
    has, or 0.
    """

    media_type = "text/event-stream"

    def __init__(self, house: House, watcher: Watcher, *, seen: int) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self._house = house
        self._watcher = watcher
        self._seen = seen

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        house, watcher = self._house, self._watcher
        with house.presence.here(watcher.people), house.hub.listen(watcher.conference, watcher.eyes) as ear:
            leaving = asyncio.ensure_future(_until_left(receive, ear))
            try:
                with _heart(house).beats_for(ear, watcher):
                    await self._write(ear, send)
            finally:
                leaving.cancel()
        await send(_body(b"", more=False))

    async def _write(self, ear: Ear, send: Send) -> None:
        hub, line, ear.sent = self._house.hub, Line(send), self._seen
        hello = event("hello", {"boot": self._house.boot, "now": self._house.now().isoformat()})
        await send(_body(hello + await self._afresh(ear)))
        while ear.waiting or not (ear.ended or hub.closed):
            await ear.wait(lambda: line.write(ear.take()))
            await line
            if ear.behind:
                await send(_body(await self._afresh(ear, again=True)))
            elif ear.waiting:
                await send(_body(ear.take()))

    async def _afresh(self, ear: Ear, *, again: bool = False) -> bytes:
        """From what the reader has to what there is now; `again`: if that reader may still read."""
        if again and not (await run_in_threadpool(still_watching, self._house, [self._watcher]))[0]:
            ear.say(b"", last=True)  # before it holds anything: not even what comes meanwhile is theirs
            return GONE
        ear.hold()
        now = await run_in_threadpool(
            picture, self._house, self._watcher.conference, self._watcher.eyes, since=ear.sent
        )
        ear.go_on(now.seq)
        if now.out:
            ear.say(GONE, last=True)
        return now.data


class Line:
    """The way to one reader. What its connection takes at once is written at once, in whatever runs: no task has to be woken.
    What it does not take is awaited here.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._begun: Generator[Any, None, None] | None = None
        self._waits: Any = None
        self._failed: Exception | None = None

    def write(self, data: bytes) -> bool:
        """Whether it is out. If not, nothing may be written until this line was awaited."""
        sending = self._send(_body(data)).__await__()
        try:
            self._waits = next(sending)
        except StopIteration:
            return True
        except Exception as error:  # noqa: BLE001 - for the stream that it is about, and no other
            self._failed = error
            return False
        self._begun = sending
        return False

    def __await__(self) -> Generator[Any, None, None]:
        """Until what was begun is out. Raises what it came to."""
        begun, self._begun = self._begun, None
        if self._failed:
            raise self._failed
        if begun:
            yield self._waits
            yield from begun


class Heart:
    """One timer for all streams of a loop."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._watchers: dict[Ear, Watcher] = {}
        self._writers: dict[Ear, asyncio.Task[None] | None] = {}
        self._stuck: dict[Ear, int] = {}
        self._beating: asyncio.Task[None] | None = None

    @contextmanager
    def beats_for(self, ear: Ear, watcher: Watcher) -> Iterator[None]:
        """For as long as the block runs, in the task that writes this stream. One who takes nothing is cut off there."""
        self._watchers[ear] = watcher
        self._writers[ear] = asyncio.current_task()
        if self._beating is None or self._beating.done():
            self._beating = asyncio.ensure_future(self._beat())
        try:
            yield
        finally:
            del self._watchers[ear], self._writers[ear]
            self._stuck.pop(ear, None)

    async def _beat(self) -> None:
        while self._watchers:
            await asyncio.sleep(BEAT_EVERY)
            ears = list(self._watchers)
            still = await run_in_threadpool(still_watching, self.house, [self._watchers[ear] for ear in ears])
            for ear, may_watch in zip(ears, still, strict=True):
                self._beat_for(ear, may_watch=may_watch)

    def _beat_for(self, ear: Ear, *, may_watch: bool) -> None:
        writer = self._writers.get(ear)
        self._stuck[ear] = self._stuck.get(ear, 0) + 1 if ear.waiting or ear.behind else 0
        if writer and self._stuck[ear] > MOST_STUCK:
            writer.cancel()
        elif may_watch:
            ear.say(BEAT)
        else:
            ear.say(GONE, last=True)


_hearts: WeakKeyDictionary[asyncio.AbstractEventLoop, Heart] = WeakKeyDictionary()


def _heart(house: House) -> Heart:
    loop = asyncio.get_running_loop()
    if loop not in _hearts or _hearts[loop].house is not house:
        _hearts[loop] = Heart(house)
    return _hearts[loop]


async def _until_left(receive: Receive, ear: Ear) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    ear.say(b"", last=True)


def _body(data: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": data, "more_body": more}
