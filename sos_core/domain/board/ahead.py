"""What lies ahead of the meeting: who may not meet or read what, when people are to meet, and what was asked of them. Frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import Preparation, RestrictionKind


@dataclass(frozen=True, slots=True)
class Restriction:
    """What may not be, as the kind says it. `apart`: two people; `unread`: who does not read, and of whom; `guarded`: who does not
    read, and `words`, the id of what is kept from them.
    """

    id: str
    kind: RestrictionKind
    people: tuple[str, ...]
    words: str | None

    def between(self, one: str, other: str) -> bool:
        """Whether it keeps these two out of one room."""
        return self.kind is RestrictionKind.APART and one != other and {one, other} <= set(self.people)


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A day on which these people are asked to come. `begins` and `ends` are times of the clock on the wall, in Amsterdam."""

    id: str
    on: date
    begins: str
    ends: str
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of one question of the preparation."""

    preparation: Preparation
    done: bool
    words: str | None
