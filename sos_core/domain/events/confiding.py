"""Facts about what somebody told the facilitator alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confided:
    """Nobody else sees the words, nor that there are any."""

    confidence: str
    person: str
    words: str


@dataclass(frozen=True, slots=True)
class ConfidenceHeard:
    """The facilitator has read it, and puts it out of sight."""

    confidence: str


@dataclass(frozen=True, slots=True)
class ConfidenceTakenBack:
    confidence: str
