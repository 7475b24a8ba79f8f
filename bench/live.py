"""Group `live`: a note to all screens, beside its floors, a peer and its cost. Servers on one core, the crowd on the other."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.collector import collector
from bench.contenders import (
    Contender,
    at_a_floor,
    at_the_peer,
    at_the_product,
    busy,
    floor,
    idle_share,
    product,
    y_websocket,
)
from bench.crowd import Heard
from bench.figures import Figure, middle, p95
from bench.processes import among_the_crowd, resident_bytes
from bench.room import a_room, an_office, rooms
from bench.rush import figures_of, rush
from bench.turns import Measured, in_turns
from sos_core.services.house import new_id

FEW = 25
FEW_MS = {FEW: 10.0, 200: 17.0}
"""What p95 may be on a quiet machine, by the number of streams."""
OVER_THE_FLOOR = 1.5
ALONE, KEPT = "fan-out alone", "fan-out and a commit"
MOST_MICROSECONDS = 60.0
MOST_KB = 80.0
MOST_IDLE = 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    streams: tuple[int, ...] = (FEW, 200, 300)
    repeats: int = 5
    notes: int = 60
    rate: float = 20.0
    conferences: int = 20
    each: int = 15
    slowly: int = 5
    """Notes in a repeat, where each conference hears one a second."""
    idle_seconds: float = 10.0
    phones: int = 30
    """Those that scan the QR at once."""
    with_peer: bool = True
    with_collector: bool = True


def measure(size: Size | None = None) -> list[Figure]:
    """All rows of the group."""
    with among_the_crowd():
        return asyncio.run(_measure(size or Size()))


async def _measure(size: Size) -> list[Figure]:
    figures: list[Figure] = []
    for streams in size.streams:
        with tempfile.TemporaryDirectory() as folder:
            figures += await _one_conference(Path(folder), streams, size)
    with tempfile.TemporaryDirectory() as folder:
        figures += await _many_conferences(Path(folder), size)
    if size.with_collector:
        with tempfile.TemporaryDirectory() as folder:
            figures += await collector(
                Path(folder), streams=FEW, repeats=size.repeats, notes=size.notes, rate=size.rate
            )
    return figures


async def _one_conference(folder: Path, streams: int, size: Size) -> list[Figure]:
    with an_office(folder / "house") as office:
        room = a_room(office, streams)
    with (
        product(folder / "house") as server,
        floor() as bare,
        floor(folder / "floor") as kept,
        y_websocket(wanted=size.with_peer) as other,
    ):
        async with AsyncExitStack() as open_:
            before = resident_bytes(server.pid)
            contenders = {"product": await open_.enter_async_context(at_the_product(server, room, streams))}
            memory = (resident_bytes(server.pid) - before) / streams / 1024
            idle = await idle_share(server.pid, size.idle_seconds)
            for name, place in {ALONE: bare, KEPT: kept}.items():
                contenders[name] = await open_.enter_async_context(at_a_floor(place, streams))
            if other:
                contenders["y-websocket"] = await open_.enter_async_context(at_the_peer(other, streams))
            turns = partial(in_turns, repeats=size.repeats, notes=size.notes, rate=size.rate)
            measured = await turns(contenders)
            async with busy(server, room):
                while_busy = await turns({"product": contenders["product"]})
    return _rows(streams, measured, while_busy["product"], memory, idle)


def _rows(
    streams: int, measured: dict[str, Measured], while_busy: Measured, memory: float, idle: float
) -> list[Figure]:
    ours, floor_ = measured["product"], measured[KEPT]
    most = min(OVER_THE_FLOOR * floor_.p95, FEW_MS.get(streams, float("inf")))
    rows = [
        Figure(f"note → {streams} screens, half of them within", ours.p50, "ms", None, floor_.p50),
        Figure(f"note → {streams} screens, p95", ours.p95, "ms", most, floor_.p95),
        Figure(
            "… while a staff page reruns and a PDF is made, p95",
            while_busy.p95,
            "ms",
            OVER_THE_FLOOR * floor_.p95,
            floor_.p95,
        ),
        Figure(f"lost of {streams} streams' notes", ours.lost + while_busy.lost, "notes", 0),
        Figure(
            f"processor a delivery at {streams}",
            middle(ours.microseconds),
            "µs",
            MOST_MICROSECONDS,
            middle(floor_.microseconds),
        ),
        Figure(f"memory a stream at {streams}", memory, "KB", MOST_KB),
        Figure(f"{streams} idle streams", idle, "% of a core", MOST_IDLE),
    ]
    others = {name: one for name, one in measured.items() if name != "product"}
    rows += [Figure(f"{name}, {streams}: p95", one.p95, "ms") for name, one in others.items()]
    return rows + [
        Figure(f"{name}, {streams}: a delivery", middle(one.microseconds), "µs") for name, one in others.items()
    ]


async def _many_conferences(folder: Path, size: Size) -> list[Figure]:
    with an_office(folder / "house") as office:
        meetings = rooms(office, size.conferences, size.each)
        doors = rooms(office, size.repeats, 1)
    with product(folder / "house") as server:
        async with AsyncExitStack() as open_:
            crowds = [await open_.enter_async_context(at_the_product(server, room, size.each)) for room in meetings]
            apart = [await _each_by_itself(crowds, size.slowly) for _ in range(size.repeats)]
            at_once = [
                await asyncio.gather(*(one.talk(new_id(), size.slowly, 1.0) for one in crowds))
                for _ in range(size.repeats)
            ]
        rushes = [await rush(server, door, size.phones) for door in doors]
    lost = sum(len(one.left) * size.each - len(one.came) for run in apart + at_once for one in run)
    name = f"{size.conferences} conferences × {size.each} streams, a note a second in each"
    return [
        Figure(f"{name}: p95", _p95(apart), "ms", FEW_MS[FEW]),
        Figure("… all of them in the same instant: p95", _p95(at_once), "ms"),
        Figure(f"{name}: lost", lost, "notes", 0),
        *figures_of(rushes),
    ]


async def _each_by_itself(crowds: Sequence[Contender], notes: int) -> list[Heard]:
    """No conference waits for another's second: they are spread over it."""

    async def talking(place: int, crowd: Contender) -> Heard:
        await asyncio.sleep(place / len(crowds))
        return await crowd.talk(new_id(), notes, 1.0)

    return await asyncio.gather(*(talking(place, crowd) for place, crowd in enumerate(crowds)))


def _p95(runs: Sequence[Sequence[Heard]]) -> float:
    return middle(p95(delay for one in run for delay in one.delays) for run in runs)
