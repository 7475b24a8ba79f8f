"""Contact that grows step by step. Frozen; texts are ids of words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ContactStep:
    """One step of contact with `person`; the steps of one person stand in the order in which they were planned. `signed_on`: it may
    be done since then. `halted_on`: it was stopped, and was not signed off since.
    """

    id: str
    seq: int
    person: str
    what: str
    asks: str
    hours: int | None
    signed_on: date | None = None
    because: str | None = None
    seen: str | None = None
    worked: int = 0
    halted_on: date | None = None
    halted_because: str | None = None
