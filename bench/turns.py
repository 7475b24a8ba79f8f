"""In turns: each contender says its notes in each repeat, one after another, so that all meet the same machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.contenders import Contender
from bench.crowd import Heard
from bench.figures import middle, p95
from bench.processes import processor_seconds
from sos_core.services.house import new_id


@dataclass(slots=True)
class Measured:
    """One contender at one size, over the repeats."""

    heard: list[Heard] = field(default_factory=list)
    microseconds: list[float] = field(default_factory=list)
    """Of the server's processor, for each note at each stream."""
    lost: int = 0

    @property
    def p50(self) -> float:
        return middle(middle(one.delays) for one in self.heard)

    @property
    def p95(self) -> float:
        return middle(p95(one.delays) for one in self.heard)


async def in_turns(
    contenders: Mapping[str, Contender], *, repeats: int, notes: int, rate: float
) -> dict[str, Measured]:
    """What each of them came to, over the repeats."""
    measured = {name: Measured() for name in contenders}
    for _ in range(repeats):
        for name, contender in contenders.items():
            used = processor_seconds(contender.pid)
            heard = await contender.talk(new_id(), notes, rate)
            used = processor_seconds(contender.pid) - used
            deliveries = len(heard.left) * contender.streams
            measured[name].heard.append(heard)
            measured[name].microseconds.append(used / deliveries * 1e6)
            measured[name].lost += deliveries - len(heard.came)
    return measured
