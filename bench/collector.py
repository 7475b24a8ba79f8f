"""What it is worth that Python's collector is kept quiet: the same notes, meanwhile busy, as shipped and without each of both measures."""

from __future__ import annotations

import shutil
from contextlib import AsyncExitStack
from pathlib import Path

from bench.contenders import at_the_product, busy, product
from bench.figures import Figure, middle, p95
from bench.room import a_room, an_office
from sos_core.services.house import new_id

NEVER_FROZEN = Path(__file__).parent / "unfrozen"
AS_SHIPPED = "as shipped"
WAYS = {
    AS_SHIPPED: {},
    "with Streamlit's collection after each run": {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"},
    "without gc.freeze()": {"PYTHONPATH": str(NEVER_FROZEN)},
}
"""What is set in the environment of each server."""


async def collector(folder: Path, *, streams: int, repeats: int, notes: int, rate: float) -> list[Figure]:
    """A server for each way, in copies of one house; busy is only the one that is listened to."""
    with an_office(folder / "house") as office:
        room = a_room(office, streams)
    heard: dict[str, list[float]] = {way: [] for way in WAYS}
    async with AsyncExitStack() as open_:
        servers, crowds = {}, {}
        for number, (way, env) in enumerate(WAYS.items()):
            house = shutil.copytree(folder / "house", folder / f"house{number}")
            servers[way] = open_.enter_context(product(house, env))
            crowds[way] = await open_.enter_async_context(at_the_product(servers[way], room, streams))
        for _ in range(repeats):
            for way, crowd in crowds.items():
                async with busy(servers[way], room):
                    heard[way].append(p95((await crowd.talk(new_id(), notes, rate)).delays))
    shipped = middle(heard[AS_SHIPPED])
    return [
        Figure(f"busy, {streams} screens, {way}: p95", middle(took), "ms", floor=None if way == AS_SHIPPED else shipped)
        for way, took in heard.items()
    ]
