"""Here: the zone whose days and hours everybody means."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def day_here(moment: datetime) -> date:
    """The day that it then is for the people who use this."""
    return moment.astimezone(HERE).date()
