"""Facts about contact that grows step by step: planned, signed off on what was seen, halted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ContactStepPlanned:
    """The next step of contact with `person`: what it is (`what`), and what must be seen before it begins (`asks`)."""

    step: str
    person: str
    what: str
    asks: str
    hours: int | None


@dataclass(frozen=True, slots=True)
class ContactStepSignedOff:
    """It may begin: `because`, and what was seen (`seen`, words), or how often agreements were reported to have worked (`worked`)."""

    step: str
    on: date
    because: str
    seen: str | None
    worked: int


@dataclass(frozen=True, slots=True)
class ContactStepHalted:
    """It stops, and all steps after it: they want to be signed off anew."""

    step: str
    on: date
    because: str
