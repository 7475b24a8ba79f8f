"""The days on which people look back at a plan that is adopted today, unless they choose others."""

from __future__ import annotations

from datetime import date

from sos_core.domain.kinds import Look
from sos_core.domain.looks import usual_days
from sos_core.services.holidays import school_holidays
from sos_core.services.house import House


def usual_looks(house: House) -> dict[Look, date]:
    """Each on a day on which people are at work."""
    return usual_days(house.today(), school_holidays(house.settings.region))
