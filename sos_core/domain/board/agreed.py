"""What was agreed: agreements, bottom lines, what was tried out, and how it went. Frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sos_core.domain.kinds import IN_REAL_LIFE, PROMISES, Answer, Decision, DryRunOutcome, Look, Outcome, Proof
from sos_core.domain.when import When


@dataclass(frozen=True, slots=True)
class Reply:
    """`told_back`: what this person will do, in own words; for the facilitator and that person alone. `aloud`: it was said out loud,
    and the desk wrote it down.
    """

    answer: Answer
    words: str | None
    told_back: str | None = None
    aloud: bool = False

    @property
    def promised(self) -> bool:
        return self.answer in PROMISES


@dataclass(frozen=True, slots=True)
class Proven:
    """An agreement was practised, or worked: on which day, noted by whom, told by whom (if that was said). `what_if`: the card of the
    dry run by which it was practised. `check_in`: it was reported from a phone, and confirmed.
    """

    proof: Proof
    on: date
    noted_by: str
    told_by: str | None
    what_if: str | None = None
    check_in: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, when, how it is noticed; who steps in, in the order in which they are asked, and who watches. Texts are ids of
    words. `rule`: its `when` as calendars know it, where that could be understood.
    """

    id: str
    seq: int
    base: str
    what: str
    who: str
    when: str
    notice: str
    backups: tuple[str, ...]
    monitor: str | None
    risks: tuple[str, ...]
    worries: tuple[str, ...]
    bottom_lines: tuple[str, ...]
    strengths: tuple[str, ...]
    rule: When | None = None
    answers: Mapping[str, Reply] = field(default_factory=dict)
    proven: tuple[Proven, ...] = ()

    @property
    def proof(self) -> Proof | None:
        """The furthest that it came on the ladder agreed → practised → worked → worked under stress; None: it is agreed."""
        noted = {one.proof for one in self.proven}
        return next((rung for rung in reversed(Proof) if rung in noted), None)

    @property
    def worked(self) -> int:
        """How often it worked in real life."""
        return sum(1 for one in self.proven if one.proof in IN_REAL_LIFE)

    @property
    def deed(self) -> tuple[str, str, str]:
        """Who does what, when: what it proved is about that."""
        return self.who, self.what, self.when

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The cards that it answers: it is for nobody's eyes from whom one of these is kept."""
        return self.risks + self.worries

    @property
    def hands(self) -> tuple[str, ...]:
        """Who can do it, in the order in which they are asked: the doer, then the back-ups."""
        return (self.who, *self.backups)

    @property
    def people(self) -> tuple[str, ...]:
        """Those who have a part in it, the doer first, each once."""
        return tuple(dict.fromkeys((*self.hands, *((self.monitor,) if self.monitor else ()))))

    @property
    def cannot(self) -> tuple[str, ...]:
        """Those of them who said no to it, or that they can do it no longer."""
        refused = {Answer.NO, Answer.NO_LONGER}
        return tuple(p for p in self.people if p in self.answers and self.answers[p].answer in refused)

    @property
    def carried(self) -> bool:
        """Its doer has not said so: nothing rests on an agreement that nobody carries out."""
        return self.who not in self.cannot


@dataclass(frozen=True, slots=True)
class BottomLine:
    id: str
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str
    holds: bool | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A bottom line was broken on a day, and what was then done. `words` are ids."""

    id: str
    seq: int
    line: str
    on: date
    words: str
    followed_up: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A "what if" card that was drawn for the plan of `version`, at a scene. `idea` is the card of the library that it was, "" for one
    of this family's own; its texts are ids of words, as is `words`: what came of it.

    `outcome`: None until it was walked through. `held`: the agreements by which the plan held there. `agreements` were made or
    changed because of it. `base` is its version for whoever writes down next how it went.
    """

    id: str
    seq: int
    base: str
    version: int
    idea: str
    title: str
    question: str
    scene: str
    outcome: DryRunOutcome | None = None
    words: str | None = None
    held: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """The plan of `version` is the board as it was at `seq`."""

    version: int
    seq: int
    adopted_on: date
    evaluation_on: date


@dataclass(frozen=True, slots=True)
class Weighing:
    how: Outcome
    words: str | None


@dataclass(frozen=True, slots=True)
class Handover:
    """Who carries the plan on, who keeps an eye on that, and whom people call (`call` is an id)."""

    carries_on: str
    watches: str
    call: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`ended_seq`: where in the journal it ended, and `ended_on` the day; what is reported after that is for the next."""

    id: str
    version: int
    on: date
    look: Look = Look.EVALUATION
    started: bool = False
    weighed: Mapping[str, Weighing] = field(default_factory=dict)
    decision: Decision | None = None
    because: str | None = None
    handover: Handover | None = None
    ended_seq: int | None = None
    ended_on: date | None = None
