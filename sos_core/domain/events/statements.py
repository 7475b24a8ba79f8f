"""Facts about what somebody wants to stand with the plan, in their own words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementMade:
    """It takes the place of what this person said before; without words it was taken back."""

    person: str
    words: str | None
