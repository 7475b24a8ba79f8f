"""The crowd: many open streams and some senders in one process, so that one clock sees a note leave and arrive everywhere."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import cast

MARK = "noot-{run}-{number}."
"""What is said: found back in what comes out of every socket."""
PATIENCE = 20.0
Send = Callable[[int, str], Coroutine[None, None, None]]


@dataclass(slots=True)
class Heard:
    """When each note of a run left, and when it came out of each socket (seconds of one clock)."""

    left: dict[int, float] = field(default_factory=dict)
    came: list[tuple[int, float]] = field(default_factory=list)

    @property
    def delays(self) -> list[float]:
        """Milliseconds, one for each note at each socket."""
        return [(at - self.left[number]) * 1000 for number, at in self.came]

    @property
    def last(self) -> list[float]:
        """Milliseconds until the last socket had it, one for each note."""
        latest: dict[int, float] = {}
        for number, at in self.came:
            latest[number] = max(at, latest.get(number, 0))
        return [(at - self.left[number]) * 1000 for number, at in latest.items()]


class Ear(asyncio.Protocol):
    """One open stream: an HTTP answer that does not end, or a WebSocket. It only looks for the marks."""

    def __init__(self, request: bytes) -> None:
        self._request = request
        self._tail = b""
        self.heard: Heard | None = None
        self.mark = re.compile(b"$^")
        self.open = asyncio.get_running_loop().create_future()
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self.write(self._request)

    def data_received(self, data: bytes) -> None:
        now = time.perf_counter()
        if not self.open.done():
            self.open.set_result(data[:16])
        seen = self._tail + data
        end = 0
        for found in self.mark.finditer(seen):
            end = found.end()
            if self.heard is not None:
                self.heard.came.append((int(found[1]), now))
        self._tail = seen[max(end, len(seen) - 64) :]

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        if not self.open.done():
            self.open.set_exception(error or ConnectionError("closed before it was open"))

    def write(self, data: bytes) -> None:
        self._transport.write(data)

    def close(self) -> None:
        self._transport.close()


class Mouth:
    """One kept-open HTTP connection; a request at a time, its answer read whole. It keeps the cookies that it is given."""

    def __init__(self, host: str, port: int, *cookies: str) -> None:
        self._host, self._port, self._cookies = host, port, list(cookies)
        self._lock = asyncio.Lock()
        self._reader: asyncio.StreamReader | None = None

    async def request(
        self, method: str, path: str, body: bytes = b"", kind: str = "application/json"
    ) -> tuple[int, bytes]:
        """Status and body."""
        async with self._lock:
            if self._reader is None or self._reader.at_eof():  # the server closes what was quiet for a while
                self.close()
                self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
            lines = [
                f"{method} {path} HTTP/1.1",
                f"Host: {self._host}:{self._port}",
                f"Cookie: {'; '.join(self._cookies)}",
            ]
            lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}", "", ""]
            self._writer.write("\r\n".join(lines).encode() + body)
            head = await self._reader.readuntil(b"\r\n\r\n")
            self._cookies += [one.decode() for one in re.findall(rb"set-cookie: ([^=]+=[^;\"]+);", head, re.I)]
            size = re.search(rb"content-length: (\d+)", head, re.I)
            answer = await self._reader.readexactly(int(size[1])) if size else b""
            return int(head.split()[1]), answer

    def close(self) -> None:
        if self._reader is not None:
            self._writer.close()


def stream_request(host: str, port: int, path: str, cookie: str = "") -> bytes:
    """What opens a stream of server-sent events."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Accept: text/event-stream", f"Cookie: {cookie}", "", ""]
    return "\r\n".join(lines).encode()


def socket_request(host: str, port: int, path: str) -> bytes:
    """What opens a WebSocket."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Upgrade: websocket", "Connection: Upgrade"]
    return "\r\n".join([*lines, f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]).encode()


async def open_ears(host: str, port: int, requests: Sequence[bytes], *, at_once: int = 25) -> list[Ear]:
    """All open, so many at a time."""
    loop = asyncio.get_running_loop()
    ears: list[Ear] = []
    for first in range(0, len(requests), at_once):
        some = requests[first : first + at_once]
        made = await asyncio.gather(*(loop.create_connection(partial(Ear, one), host, port) for one in some))
        ears += [ear for _, ear in made]
        await asyncio.wait_for(asyncio.gather(*(ear.open for ear in ears[first:])), PATIENCE)
    return ears


async def talk(ears: Sequence[Ear], send: Send, *, run: str, notes: int, rate: float) -> Heard:
    """So many notes at so many a second; waits until all came everywhere, or for `PATIENCE`."""
    heard = Heard()
    mark = re.compile(MARK.format(run=run, number=r"(\d+)").encode())
    for ear in ears:
        ear.heard, ear.mark = heard, mark
    begun = time.perf_counter()
    sent = []
    for number in range(notes):
        await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
        heard.left[number] = time.perf_counter()
        sent.append(asyncio.ensure_future(send(number, MARK.format(run=run, number=number))))
    await asyncio.gather(*sent)
    until = time.perf_counter() + PATIENCE
    while len(heard.came) < notes * len(ears) and time.perf_counter() < until:
        await asyncio.sleep(0.02)
    return heard
