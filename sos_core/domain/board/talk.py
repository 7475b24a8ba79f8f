"""Who is there, what was told to the facilitator alone or to one person, and the numbers of the scale. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sos_core.domain.kinds import CardKind, Phase, Role, Standing


@dataclass(frozen=True, slots=True)
class Now:
    """Where the facilitator has everybody. `session` counts from 1, and is 0 before the first. `holding`: what is said is held
    back; `ready` are those who said to be ready. `what_if` is the card that lies on the table. `without`: the shared screen shows a
    day without these people. `todo`: it says at each scene what is still to do there.
    """

    phase: Phase = Phase.WELCOME
    scene: str | None = None
    question: CardKind = CardKind.STRENGTH
    playing: bool = False
    straight: bool = False
    paused: bool = False
    scale: str | None = None
    session: int = 0
    timer: datetime | None = None
    holding: bool = False
    ready: tuple[str, ...] = ()
    light: str | None = None
    what_if: str | None = None
    without: tuple[str, ...] = ()
    todo: bool = False

    @property
    def shows_todo(self) -> bool:
        """On a day without somebody the film tells of that day alone."""
        return self.todo and not self.without


@dataclass(frozen=True, slots=True)
class Attendee:
    """`away`: has left; in an adopted plan: had left when it was adopted. `here`: is at the session of now. `saw`: where everybody
    was when the last session of this person was over.
    """

    id: str
    standing: Standing = Standing.WAITING
    role: Role | None = None
    away: bool = False
    here: bool = False
    saw: Now | None = None

    @property
    def expected(self) -> bool:
        """Was invited, and was never let in."""
        return self.standing is Standing.INVITED or (self.standing is Standing.WAITING and self.role is not None)


@dataclass(frozen=True, slots=True)
class Confidence:
    """What one person told the facilitator alone. `heard`: the facilitator has read it."""

    id: str
    seq: int
    person: str
    words: str
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What one person finds not right. `done`: whether it was put right, None until it is answered; `because` is the id of words."""

    id: str
    seq: int
    person: str
    words: str
    on: date
    done: bool | None = None
    because: str | None = None


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
