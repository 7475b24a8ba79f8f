"""The safety net of a referral as staff fill it in and read it: people, what was decided, other measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sos_core.domain.safety_net import Around, Circle, Known, NetAdvice, NetOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPersonForm:
    """Somebody around the family, as staff write them down. `relation` may be empty."""

    name: str
    relation: str
    circle: Circle
    informal: bool
    reachable: Known = Known.UNKNOWN
    knows: Known = Known.UNKNOWN
    willing: Known = Known.UNKNOWN
    dares: Known = Known.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPersonCard:
    """The same, as kept; `name` and `relation` are None once they were erased, `around` is what the rule looks at."""

    id: str
    name: str | None
    relation: str | None
    circle: Circle
    around: Around


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckForm:
    """What somebody decided on the net, and why. `condition`: of *yes, if*."""

    outcome: NetOutcome
    condition: str = ""
    why: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCard:
    """The same, as kept; a text is None once it was erased."""

    outcome: NetOutcome
    condition: str | None
    why: str | None
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureForm:
    """What is done where there is no net: who, what, when."""

    who: str
    what: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCard:
    """The same, as kept; a text is None once it was erased."""

    id: str
    who: str | None
    what: str | None
    when: str | None
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyNet:
    """All of it for one referral. `people`: the nearest first. `checks`: what was decided, the newest first. `asked`: a conference waits
    for it.
    """

    alias: str
    lvb: bool
    asked: bool
    people: tuple[NetPersonCard, ...]
    advice: NetAdvice
    checks: tuple[CheckCard, ...]
    measures: tuple[MeasureCard, ...]
    may_change: bool
