"""What the paper plan needs, as plain strings: what a reader may not see was never put in here."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Cover = Literal["nobody", "one", "enough"]
Proof = Literal["agreed", "practised", "worked", "under_stress"]
Answer = Literal["yes", "yes_if", "no", "no_longer", "open"]


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of the film; `risks` counts what can go wrong there, `cover` says how much help there is."""

    title: str
    picture: str
    cover: Cover
    time: str | None = None
    place: str | None = None
    helpers: tuple[str, ...] = ()
    risks: int = 0
    talked_through: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    """A row of scenes, in the order of the day."""

    title: str
    picture: str
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what and when; `about` is what it answers: risk points and worries, in people's own words.

    `backups`: in the order in which they are asked. `answers` holds (name, answer, own words or None) of each person asked. `worked`: how
    often it worked in real life.
    """

    who: str
    what: str
    when: str
    notice: str
    backups: tuple[str, ...] = ()
    monitor: str | None = None
    answers: tuple[tuple[str, Answer, str | None], ...] = ()
    bottom_lines: tuple[int, ...] = ()
    strengths: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    proof: Proof = "agreed"
    worked: int = 0


@dataclass(frozen=True, slots=True)
class BottomLine:
    """What must be seen to happen; `holds` is the referrer's word, None as long as there is none."""

    number: int
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str
    holds: bool | None = None
    because: str | None = None
    met_by: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """What the plan does not answer: `risks` as (scene, risk point), `lines` as numbers of bottom lines, `gone` and `cannot` as
    (number of an agreement, who of it has left, or says no or no longer).
    """

    risks: tuple[tuple[str, str], ...] = ()
    lines: tuple[int, ...] = ()
    worries: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    gone: tuple[tuple[int, tuple[str, ...]], ...] = ()
    cannot: tuple[tuple[int, tuple[str, ...]], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.risks or self.lines or self.worries or self.scenes or self.gone or self.cannot)


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the version before, each as a whole sentence."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """One version of a plan, for one reader. Agreements are numbered from 1 in the order given."""

    version: int
    adopted_on: date
    evaluation_on: date | None = None
    routines: tuple[Routine, ...] = ()
    worries: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    bottom_lines: tuple[BottomLine, ...] = ()
    left: Left = Left()
    changes: Changes | None = None
    parked: tuple[tuple[str, str], ...] = ()
