"""The server on one core and the crowd on the other, so that neither is measured in the other's time."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
SERVERS, CROWDS = {CORES[0]}, {CORES[-1]}
_SCHEDULED = 2
"""CPUCLOCK_SCHED of Linux: what the scheduler counted, to the nanosecond; the ticks in /proc are ten milliseconds."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


def pin(pid: int, cores: set[int]) -> None:
    """All threads that it has and will have."""
    for thread in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


@contextmanager
def among_the_crowd() -> Iterator[None]:
    """This process on the crowd's core, meanwhile."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, CROWDS)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def allow_many_files() -> int:
    """As many open files as this machine lets us have, here and in what is started from now on; how many that is."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


def processor_seconds(pid: int) -> float:
    """What it used so far, of all its threads, in the program and in the kernel: its clock, by the kernel's number for it."""
    return time.clock_gettime(~pid << 3 | _SCHEDULED)


def resident_bytes(pid: int) -> int:
    """The memory that it holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
