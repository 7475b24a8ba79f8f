"""Facts about the plan: its agreements, its adoption, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import Answer, Decision, Look, Outcome, Proof
from sos_core.domain.when import When


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """`base` is the agreement's version for whoever changes it next: the id of the change that made it so. `backups`: the one who is
    asked first stands first. `rule` is what was understood of its `when`.
    """

    agreement: str
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


@dataclass(frozen=True, slots=True)
class AgreementChanged(AgreementMade):
    pass


@dataclass(frozen=True, slots=True)
class AgreementDropped:
    agreement: str


@dataclass(frozen=True, slots=True)
class AgreementAnswered:
    agreement: str
    person: str
    answer: Answer
    words: str | None


@dataclass(frozen=True, slots=True)
class ToldBack:
    """Somebody told in own words what they will do; without words it was taken back."""

    agreement: str
    person: str
    words: str | None


@dataclass(frozen=True, slots=True)
class ToldAloud(ToldBack):
    """The same, said out loud by somebody without a phone of the own; the desk wrote it down."""


@dataclass(frozen=True, slots=True)
class ProofNoted:
    """The desk noted that an agreement was practised, or worked. `told_by`: whoever told so, if that was said."""

    agreement: str
    proof: Proof
    on: date
    told_by: str | None


@dataclass(frozen=True, slots=True)
class BottomLineJudged:
    """The referrer's word: with this plan the bottom line holds, or not, because."""

    line: str
    holds: bool
    because: str | None


@dataclass(frozen=True, slots=True)
class PlannedLook:
    """A look back that was planned with a plan, beside its evaluation."""

    evaluation: str
    look: Look
    on: date


@dataclass(frozen=True, slots=True)
class PlanAdopted:
    version: int
    adopted_on: date
    evaluation: str
    evaluation_on: date
    looks: tuple[PlannedLook, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluationStarted:
    evaluation: str


@dataclass(frozen=True, slots=True)
class AgreementWeighed:
    evaluation: str
    agreement: str
    how: Outcome
    words: str | None


@dataclass(frozen=True, slots=True)
class Handover:
    """When the facilitator steps out: who carries the plan on, who keeps an eye on that, and whom people call (`call` is the id of the
    words).
    """

    carries_on: str
    watches: str
    call: str


@dataclass(frozen=True, slots=True)
class EvaluationEnded:
    """`next_evaluation` is planned when the family goes on with the same plan; a changed plan plans its own. `dropped`: looks that are
    not held any more.
    """

    evaluation: str
    decision: Decision
    because: str
    next_evaluation: str | None
    next_on: date | None
    dropped: tuple[str, ...] = ()
    handover: Handover | None = None


@dataclass(frozen=True, slots=True)
class EvaluationMoved:
    """A look that was not begun yet is on another day."""

    evaluation: str
    on: date


@dataclass(frozen=True, slots=True)
class EvaluationPlanned:
    """One more look back at the plan of `version`; whoever had stepped out is back with it."""

    evaluation: str
    version: int
    on: date
