"""Who is there, what was told to the facilitator alone or to one person, and the numbers of the scale. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sos_core.domain.kinds import Role, Standing


@dataclass(frozen=True, slots=True)
class Attendee:
    """`away`: has left; in an adopted plan: had left when it was adopted. `here`: is at the session of now."""

    id: str
    standing: Standing = Standing.WAITING
    role: Role | None = None
    away: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Confidence:
    """What one person told the facilitator alone. `heard`: the facilitator has read it."""

    id: str
    seq: int
    person: str
    words: str
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What one person wants to stand with the plan, for all who read it; `words` is an id."""

    id: str
    seq: int
    words: str
    on: date


@dataclass(frozen=True, slots=True)
class Note:
    """The facilitator's words to one person; `card` is what they are about, if anything."""

    id: str
    seq: int
    person: str
    card: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Everybody's number from 0 to 10. `seq` is when it was asked, in which `session` and `on` which day."""

    id: str
    seq: int
    session: int
    on: date
    named: bool
    values: Mapping[str, int] = field(default_factory=dict)
    shown: bool = False
