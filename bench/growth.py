"""How far one process goes: more and more streams hear the same few notes, until it breaks, and what broke first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bench.contenders import Stage, a_floor, floor, product, the_product
from bench.crowd import Ear, open_ears, talk
from bench.figures import Figure, p95
from bench.processes import allow_many_files, processor_seconds, resident_bytes
from bench.room import a_room, an_office
from sos_core.services.house import new_id

STEPS = (25, 50, 100, 200, 500, 1000, 2000, 3000)
PEOPLE = 120
"""Who has the streams: the further ones are second tabs."""
NOTES, RATE = 20, 5.0
TOO_LATE = 2000.0
"""Milliseconds: later than this is broken."""
FILES_BESIDE = 300
"""What a process has open besides its streams."""


@dataclass(frozen=True, slots=True)
class Step:
    """So many streams: what p95 was (ms), the processor's time for each delivery (µs), and the memory of all of it (MB)."""

    streams: int
    p95: float
    microseconds: float
    megabytes: float


@dataclass(slots=True)
class Grown:
    """The steps it took, the number of streams at the last one, and why it went no further: "" when nothing broke."""

    steps: list[Step] = field(default_factory=list)
    streams: int = 0
    broke: str = ""


async def growth(folder: Path, steps: Sequence[int] = STEPS) -> list[Figure]:
    """The product and the floor with a commit, one after the other."""
    allowed = allow_many_files() - FILES_BESIDE
    with an_office(folder / "house") as office:
        room = a_room(office, PEOPLE)
    with ExitStack() as open_:
        bare = open_.enter_context(a_floor(open_.enter_context(floor(folder / "floor")), max(steps)))
        least = await grow(bare, steps, allowed=allowed)
    with ExitStack() as open_:
        server = open_.enter_context(product(folder / "house"))
        ours = await grow(open_.enter_context(the_product(server, room, max(steps))), steps, allowed=allowed)
    return figures_of(ours, least)


async def grow(stage: Stage, steps: Sequence[int], *, allowed: int, notes: int = NOTES) -> Grown:
    """More streams at every step, those of before stay; it ends at the last step or at what breaks."""
    grown, ears = Grown(), list[Ear]()
    try:
        for streams in steps:
            grown.streams = streams
            grown.broke = "open files allowed" if streams > allowed else await _open_more(stage, ears, streams)
            if not grown.broke:
                await _say(stage, ears, grown, notes)
            if grown.broke:
                break
    finally:
        for ear in ears:
            ear.close()
    return grown


async def _open_more(stage: Stage, ears: list[Ear], streams: int) -> str:
    """Until there are so many. What went wrong, or "": a server that is full refuses, closes or says nothing."""
    try:
        ears += await open_ears("127.0.0.1", stage.place[1], stage.requests[len(ears) : streams])
    except (OSError, TimeoutError) as error:
        return f"a stream did not open ({type(error).__name__})"
    answers = [ear.open.result().split()[1] for ear in ears]
    refused = sum(answer != b"200" for answer in answers)
    return f"{refused} streams refused" if refused else ""


async def _say(stage: Stage, ears: list[Ear], grown: Grown, notes: int) -> None:
    pid, _ = stage.place
    used = processor_seconds(pid)
    try:
        async with asyncio.timeout(60):
            heard = await talk(ears, stage.send, run=new_id(), notes=notes, rate=RATE)
    except (OSError, EOFError, TimeoutError) as error:
        grown.broke = f"a note was not taken ({type(error).__name__})"
        return
    deliveries = notes * len(ears)
    cut, lost = sum(ear.lost for ear in ears), deliveries - len(heard.came)
    late = p95(heard.delays) if heard.came else float("inf")
    used = (processor_seconds(pid) - used) / deliveries * 1e6
    grown.steps.append(Step(len(ears), late, used, resident_bytes(pid) / 1e6))
    if cut:
        grown.broke = f"{cut} streams cut off"
    elif lost:
        grown.broke = f"{lost} of {deliveries} deliveries lost"
    elif late > TOO_LATE:
        grown.broke = f"p95 above {TOO_LATE / 1000:g} s"


def figures_of(ours: Grown, least: Grown) -> list[Figure]:
    """A row for each step, and how far both came."""
    floors = {step.streams: step for step in least.steps}
    rows: list[Figure] = []
    for step in ours.steps:
        bare = floors.get(step.streams)
        rows += [
            Figure(f"growing: {step.streams} streams, p95", step.p95, "ms", None, bare.p95 if bare else None),
            Figure(
                "… the processor for a delivery", step.microseconds, "µs", None, bare.microseconds if bare else None
            ),
            Figure("… memory of the server", step.megabytes, "MB", None, bare.megabytes if bare else None),
        ]
    return [*rows, Figure(f"growing, {_how_far(ours)}", ours.streams, "streams"), _of_the_floor(least)]


def _of_the_floor(least: Grown) -> Figure:
    return Figure(f"growing, the floor, {_how_far(least)}", least.streams, "streams")


def _how_far(grown: Grown) -> str:
    return f"broke first: {grown.broke}, at" if grown.broke else "nothing broke, up to"
