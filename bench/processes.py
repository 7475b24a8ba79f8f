"""The server on one core and the crowd on the other, so that neither is measured in the other's time."""

from __future__ import annotations

import os
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
SERVERS, CROWDS = {CORES[0]}, {CORES[-1]}
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def pin(pid: int, cores: set[int]) -> None:
    """All threads that it has and will have."""
    for thread in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


def processor_seconds(pid: int) -> float:
    """What it used so far, of all its threads, in the program and in the kernel."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def resident_bytes(pid: int) -> int:
    """The memory that it holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
