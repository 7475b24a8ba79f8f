"""Tidying, at each start and while it runs: once a day what goes by itself goes; at a quiet moment what was taken back leaves the file."""

from __future__ import annotations

from datetime import timedelta

from sos_core.services.house import House
from sos_core.services.retention import sweep
from sos_core.store import scrub

QUIET = timedelta(minutes=30)
"""A screen may be left on for the night."""


def tidy(house: House) -> None:
    """To be asked as often as one likes: there is seldom something to do. Never in the middle of a meeting."""
    if house.swept_on != house.today():
        sweep(house)
        house.swept_on = house.today()
    if is_quiet(house):
        clean(house)


def clean(house: House) -> bool:
    """What was taken back or erased is on no page of the file any more. False while somebody read for so long that it has to be done
    once more.
    """
    with house.lock("cleaning"):
        with house.store.reading() as session:
            if not scrub.waits(session.connection()):
                return True
        return scrub.scrub(house.store)


def is_quiet(house: House) -> bool:
    """Nobody looks at a conference, or nobody said or did anything for a while: who writes now would have to wait."""
    return house.hub.silent or house.wrote_at is None or house.now() - house.wrote_at >= QUIET
