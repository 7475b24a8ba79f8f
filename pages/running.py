"""The house that this process runs, for doors and pages alike."""

from __future__ import annotations

from sos_core.services.house import House, open_house
from sos_core.settings import Settings

_running: list[House] = []


def house() -> House:
    """The open house; opened by whoever asks first."""
    if not _running:
        _running.append(open_house(Settings()))
    return _running[0]


def close_house() -> None:
    """Every stream ends, the database closes."""
    while _running:
        leaving = _running.pop()
        leaving.hub.close()
        leaving.store.close()
