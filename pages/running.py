"""The house that this process runs, for doors and pages alike."""

from __future__ import annotations

from sos_core.services.house import House
from sos_core.services.starting import start_house
from sos_core.settings import Settings

_running: list[House] = []


def house() -> House:
    """The open house; opened by whoever asks first. Raises the `store.…` errors."""
    if not _running:
        _running.append(start_house(Settings()))
    return _running[0]


def close_house() -> None:
    """Every stream ends, the database closes."""
    while _running:
        leaving = _running.pop()
        leaving.hub.close()
        leaving.store.close()
