"""Facts about who may not meet or read what. Set before or between sessions, and known at the desk alone."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import RestrictionKind


@dataclass(frozen=True, slots=True)
class RestrictionSet:
    """From here on this holds for these people, in the order that the kind names; `words` is the id of what is guarded."""

    restriction: str
    kind: RestrictionKind
    people: tuple[str, ...]
    words: str | None


@dataclass(frozen=True, slots=True)
class RestrictionLifted:
    restriction: str
