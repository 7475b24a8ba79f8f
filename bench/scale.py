"""Group `scale`: how it grows, in streams and in history. Servers on one core, the crowd on the other."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from bench.figures import Figure
from bench.growth import growth
from bench.history import history
from bench.processes import among_the_crowd


def measure() -> list[Figure]:
    """All rows of the group."""
    with among_the_crowd():
        return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        streams = await growth(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        return streams + await history(Path(folder))
