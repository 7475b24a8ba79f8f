"""Facts about corrections: somebody finds that something kept of them is not right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """Only the facilitator reads the words."""

    correction: str
    person: str
    words: str


@dataclass(frozen=True, slots=True)
class CorrectionAnswered:
    """`done`: it was put right. `words`: why it was not, or what was done; for this person alone."""

    correction: str
    done: bool
    words: str | None
