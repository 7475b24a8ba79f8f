"""School holidays: read once from data/holidays. The region is a setting, as they differ within the country."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from sos_core.domain.occurrences import Holiday, Holidays
from sos_core.settings import HOLIDAYS, Region


@cache
def school_holidays(region: Region, file: Path = HOLIDAYS) -> Holidays:
    """The holidays of this region, and how far they are known."""
    read = tomllib.loads(file.read_text())
    stretches = [Holiday(one["name"], *one[region.value]) for one in read["holidays"]]
    in_order = tuple(sorted(stretches, key=lambda holiday: holiday.first))
    return Holidays(read["known"]["first"], read["known"]["last"], in_order)
