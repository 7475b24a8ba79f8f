"""When agreements fall on the clock, and the days without school. Pure: they are worked out elsewhere, and come in here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an agreement is carried out, on the clock of the family's country.

    Of one without a length `end` is `start`. `rough`: no clock time was said, it is somewhere in between.
    """

    start: datetime
    end: datetime
    rough: bool = False


Occurrences = Mapping[str, Sequence[Occurrence]]
"""By agreement, in their order. An agreement whose `when` no calendar can follow is not in it."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days without school, the last one too."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Holidays:
    """The school holidays of one region, in their order. Nothing is known of days before `first` and after `last`."""

    first: date
    last: date
    stretches: tuple[Holiday, ...]

    def at(self, day: date) -> Holiday | None:
        """The holiday that this day is in."""
        return next((holiday for holiday in self.stretches if holiday.first <= day <= holiday.last), None)

    def knows(self, day: date) -> bool:
        """Whether it is known if there is school on this day."""
        return self.first <= day <= self.last
