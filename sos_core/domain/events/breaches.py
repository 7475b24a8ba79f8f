"""Facts about bottom lines that were broken, and what was then done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BreachRecorded:
    """A bottom line was broken: what was seen, on which day."""

    breach: str
    line: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class BreachFollowedUp:
    """What was done about it, on which day; there may be more than one of these."""

    breach: str
    on: date
    words: str
