"""Who is measured: the product, its floors and a peer, each with its crowd connected."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench import peer
from bench.crowd import MARK, Ear, Heard, Mouth, Send, open_ears, stream_request, talk
from bench.processes import SERVERS, pin, processor_seconds
from bench.room import Room
from sos_core.services.house import new_id
from tests.browser.serving import Server, free_port
from tests.rerunning import rerun_each_second

HOST = "127.0.0.1"
SENDERS = 8
PATIENCE = 30.0
Place = tuple[int, int]
"""A process and its port."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One server with its crowd."""

    pid: int
    ears: Sequence[Ear]
    speaking: Callable[[str, int], Send]
    """For a run of so many notes, who says each of them."""

    @property
    def streams(self) -> int:
        return len(self.ears)

    async def talk(self, run: str, notes: int, rate: float) -> Heard:
        return await talk(self.ears, self.speaking(run, notes), run=run, notes=notes, rate=rate)


@dataclass(frozen=True, slots=True)
class Stage:
    """A server before its crowd is there: what opens each of the streams, and how a note is said."""

    place: Place
    requests: Sequence[bytes]
    send: Send


@contextmanager
def the_product(server: Server, room: Room, streams: int) -> Iterator[Stage]:
    """The desk, the screen and every guest's phone; where there are more streams than these, further tabs of them."""
    desk = f"/api/live?conference={room.conference}&as="
    faces = [stream_request(HOST, server.port, desk + face, room.staff) for face in ("desk", "screen")]
    phones = [
        stream_request(HOST, server.port, f"/api/live?person={guest.person}", guest.cookie) for guest in room.guests
    ]
    mouths = [Mouth(HOST, server.port, guest.cookie) for guest in room.guests[:SENDERS]]

    async def send(number: int, text: str) -> None:
        place = number % len(mouths)
        said = {"key": new_id(), "kind": "worry", "text": text, "person": room.guests[place].person}
        status, answer = await mouths[place].request("POST", "/api/say", json.dumps(said).encode())
        assert status == 200, answer

    yield Stage((server.pid, server.port), list(islice(cycle([*faces, *phones]), streams)), send)
    for mouth in mouths:
        mouth.close()


@contextmanager
def a_floor(place: Place, streams: int) -> Iterator[Stage]:
    mouths = [Mouth(HOST, place[1]) for _ in range(SENDERS)]

    async def send(number: int, text: str) -> None:
        await mouths[number % SENDERS].request("POST", "/say", json.dumps({"text": text}).encode())

    yield Stage(place, [stream_request(HOST, place[1], "/live")] * streams, send)
    for mouth in mouths:
        mouth.close()


@asynccontextmanager
async def at_the_product(server: Server, room: Room, streams: int) -> AsyncIterator[Contender]:
    with the_product(server, room, streams) as stage:
        async with _crowd(server.port, stage.requests) as ears:
            yield Contender(server.pid, ears, lambda _run, _notes: stage.send)


@asynccontextmanager
async def at_a_floor(place: Place, streams: int) -> AsyncIterator[Contender]:
    with a_floor(place, streams) as stage:
        async with _crowd(place[1], stage.requests) as ears:
            yield Contender(place[0], ears, lambda _run, _notes: stage.send)


@asynccontextmanager
async def at_the_peer(place: Place, streams: int) -> AsyncIterator[Contender]:
    """One more socket says all; what it says is made before the run."""
    pid, port = place
    async with _crowd(port, [peer.listening(HOST, port)] * (streams + 1)) as (speaker, *ears):

        def speaking(run: str, notes: int) -> Send:
            frames = peer.updates([MARK.format(run=run, number=number) for number in range(notes)])

            async def send(number: int, _text: str) -> None:
                speaker.write(frames[number])

            return send

        async def stay() -> None:
            while True:
                await asyncio.sleep(peer.ALIVE_EVERY)
                for ear in (speaker, *ears):
                    ear.write(peer.ALIVE)

        staying = asyncio.ensure_future(stay())
        try:
            yield Contender(pid, ears, speaking)
        finally:
            staying.cancel()


@asynccontextmanager
async def busy(server: Server, room: Room) -> AsyncIterator[None]:
    """Meanwhile a page of the staff runs each second, and the plan is made as a PDF again and again."""
    runs: list[float] = []
    mouth = Mouth(HOST, server.port, room.staff)

    async def papers() -> None:
        while True:
            status, _ = await mouth.request("GET", f"/export/plan.pdf?version=1&conference={room.conference}")
            assert status == 200, status
            await asyncio.sleep(1)

    rerunning = asyncio.ensure_future(
        rerun_each_second(HOST, server.port, cookie=room.staff, page="referrals", runs=runs)
    )
    printing = asyncio.ensure_future(papers())
    try:
        async with asyncio.timeout(PATIENCE):
            while not runs:  # the first run loads what the later ones only use
                await asyncio.sleep(0.05)
        yield
    finally:
        for task in (rerunning, printing):
            task.cancel()
        done = await asyncio.gather(rerunning, printing, return_exceptions=True)
        mouth.close()
        failed = [one for one in done if isinstance(one, Exception)]
        assert not failed, failed


async def idle_share(pid: int, seconds: float) -> float:
    """Percent of a core that it uses while nothing is said."""
    before, begun = processor_seconds(pid), time.perf_counter()
    await asyncio.sleep(seconds)
    return (processor_seconds(pid) - before) / (time.perf_counter() - begun) * 100


@contextmanager
def product(folder: Path, env: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The product on the servers' core."""
    server = Server(folder, log=folder.parent / f"{folder.name}.log", env=env)
    server.start()
    try:
        pin(server.pid, SERVERS)
        yield server
    finally:
        server.stop()


@contextmanager
def floor(folder: Path | None = None) -> Iterator[Place]:
    """A floor on the servers' core; with a folder it commits each note there."""
    port = free_port()
    if folder:
        folder.mkdir()
    words = [sys.executable, "-m", "bench.floors", str(port), *([str(folder)] if folder else [])]
    with _running(subprocess.Popen(words), port) as pid:
        yield pid, port


@contextmanager
def y_websocket(*, wanted: bool) -> Iterator[Place | None]:
    """The peer; None where there is no Node, or when it is not wanted."""
    if not (wanted and peer.install()):
        yield None
        return
    port = free_port()
    with _running(peer.start(port), port) as pid:
        yield pid, port


@contextmanager
def _running(process: subprocess.Popen[bytes], port: int) -> Iterator[int]:
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(OSError), urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=2):
                break
            time.sleep(0.05)
        pin(process.pid, SERVERS)
        yield process.pid
    finally:
        process.kill()  # a stream that is open would hold a goodbye up
        process.wait(PATIENCE)


@asynccontextmanager
async def _crowd(port: int, requests: Sequence[bytes]) -> AsyncIterator[list[Ear]]:
    ears = await open_ears(HOST, port, requests)
    try:
        yield ears
        assert not any(ear.lost for ear in ears), "a stream was cut off"
    finally:
        for ear in ears:
            ear.close()
