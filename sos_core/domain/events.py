"""The facts of a conference, in the past tense. No words of a family stand in them: only the ids under which words are kept."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sos_core.domain.kinds import Answer, Audience, CardKind, Decision, Outcome, Phase, Role


@dataclass(frozen=True, slots=True)
class BottomLineFacts:
    line: str
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str


@dataclass(frozen=True, slots=True)
class SceneFacts:
    scene: str
    title: str
    time: str | None
    place: str | None
    picture: str
    library: str | None


@dataclass(frozen=True, slots=True)
class ConferencePlanned:
    """A facilitator took the referral; its bottom lines are fixed from here on."""

    lines: tuple[BottomLineFacts, ...]


@dataclass(frozen=True, slots=True)
class RoutineAdded:
    routine: str
    title: str
    picture: str
    scenes: tuple[SceneFacts, ...]


@dataclass(frozen=True, slots=True)
class DoorOpened:
    pass


@dataclass(frozen=True, slots=True)
class DoorClosed:
    pass


@dataclass(frozen=True, slots=True)
class PersonCame:
    """Somebody gave a first name at the door, and waits."""

    person: str


@dataclass(frozen=True, slots=True)
class PersonAdmitted:
    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonCameBack:
    """Whoever came in as `came_as` is `person`, who was here before: one person, with all that was theirs."""

    person: str
    came_as: str


@dataclass(frozen=True, slots=True)
class PersonLeft:
    """Left, was not let in, or was put out: sees nothing any more; what they said stays."""

    person: str


@dataclass(frozen=True, slots=True)
class PhaseMoved:
    """Everybody goes to this phase, where this question comes first."""

    phase: Phase
    question: CardKind


@dataclass(frozen=True, slots=True)
class SceneShown:
    scene: str


@dataclass(frozen=True, slots=True)
class PlayStarted:
    scene: str


@dataclass(frozen=True, slots=True)
class PlayStopped:
    pass


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    question: CardKind


@dataclass(frozen=True, slots=True)
class RoadChanged:
    """Where phones' cards go from now on: straight to the board, or to the inbox."""

    straight: bool


@dataclass(frozen=True, slots=True)
class ScreenPaused:
    paused: bool


@dataclass(frozen=True, slots=True)
class SceneTalkedThrough:
    scene: str


@dataclass(frozen=True, slots=True)
class CardWritten:
    card: str
    kind: CardKind
    words: str | None
    author: str
    scene: str | None
    risk: str | None
    audience: Audience
    hidden_from: tuple[str, ...]
    on_board: bool


@dataclass(frozen=True, slots=True)
class CardPutOnBoard:
    card: str
    named: bool


@dataclass(frozen=True, slots=True)
class CardTakenOffBoard:
    card: str


@dataclass(frozen=True, slots=True)
class ChildAgreed:
    """The child said that this card may be shown: on the own phone, or to the facilitator."""

    card: str
    on_board: bool


@dataclass(frozen=True, slots=True)
class CardTakenBack:
    card: str


@dataclass(frozen=True, slots=True)
class CardHidden:
    card: str
    audience: Audience
    hidden_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorryParked:
    card: str
    reason: str


@dataclass(frozen=True, slots=True)
class AgreementMade:
    """`base` is the agreement's version for whoever changes it next: the id of the change that made it so."""

    agreement: str
    base: str
    what: str
    who: str
    when: str
    notice: str
    backup: str | None
    monitor: str | None
    risks: tuple[str, ...]
    worries: tuple[str, ...]
    bottom_lines: tuple[str, ...]
    strengths: tuple[str, ...]


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
class ScaleAsked:
    scale: str


@dataclass(frozen=True, slots=True)
class ScaleSet:
    scale: str
    person: str
    value: int


@dataclass(frozen=True, slots=True)
class ScaleShown:
    scale: str


@dataclass(frozen=True, slots=True)
class BottomLineJudged:
    """The referrer's word: with this plan the bottom line holds, or not, because."""

    line: str
    holds: bool
    because: str | None


@dataclass(frozen=True, slots=True)
class PlanAdopted:
    version: int
    adopted_on: date
    evaluation: str
    evaluation_on: date


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
class EvaluationEnded:
    """`next_evaluation` is planned when the family goes on with the same plan; a changed plan plans its own."""

    evaluation: str
    decision: Decision
    because: str
    next_evaluation: str | None
    next_on: date | None


@dataclass(frozen=True, slots=True)
class Undone:
    """The step with this seq no longer counts. It stays in the journal."""

    seq: int


@dataclass(frozen=True, slots=True)
class Redone:
    """The step with this seq, which was undone, counts again: in its own place, before what came after it."""

    seq: int


Event = (
    ConferencePlanned
    | RoutineAdded
    | DoorOpened
    | DoorClosed
    | PersonCame
    | PersonAdmitted
    | PersonCameBack
    | PersonLeft
    | PhaseMoved
    | SceneShown
    | PlayStarted
    | PlayStopped
    | QuestionAsked
    | RoadChanged
    | ScreenPaused
    | SceneTalkedThrough
    | CardWritten
    | CardPutOnBoard
    | CardTakenOffBoard
    | ChildAgreed
    | CardTakenBack
    | CardHidden
    | WorryParked
    | AgreementMade
    | AgreementChanged
    | AgreementDropped
    | AgreementAnswered
    | ScaleAsked
    | ScaleSet
    | ScaleShown
    | BottomLineJudged
    | PlanAdopted
    | EvaluationStarted
    | AgreementWeighed
    | EvaluationEnded
    | Undone
    | Redone
)

UNDOABLE: tuple[type, ...] = (
    RoutineAdded,
    SceneTalkedThrough,
    CardPutOnBoard,
    CardTakenOffBoard,
    WorryParked,
    AgreementMade,
    AgreementChanged,
    AgreementDropped,
)
"""What the desk makes on the board. What people said, answered or took back is theirs: nobody undoes it for them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: `seq` counts from 1 without gaps, `by` is the id of who did it."""

    seq: int
    at: datetime
    by: str
    event: Event


def kind_of(event: Event | type) -> str:
    """`RiskNoted` → `risk_noted`: how an event is named in the journal and on the desk."""
    name = (event if isinstance(event, type) else type(event)).__name__
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_BY_KIND: dict[str, type] = {kind_of(event): event for event in get_args(Event)}


def body_of(event: Event) -> dict[str, Any]:
    """The event as plain JSON values."""
    return {key: _plain(value) for key, value in asdict(event).items()}


def event_from(kind: str, body: dict[str, Any]) -> Event:
    """The event that `body_of` was made from. An unknown kind is a newer program's: KeyError."""
    event: Event = _built(_BY_KIND[kind], body)
    return event


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def _built(cls: type, body: dict[str, Any]) -> Any:
    hints = _hints(cls)
    return cls(**{field.name: _typed(hints[field.name], body[field.name]) for field in fields(cls)})


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    if cls not in _HINTS:
        _HINTS[cls] = get_type_hints(cls)
    return _HINTS[cls]


def _typed(hint: Any, value: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return None if value is None else _typed(next(a for a in get_args(hint) if a is not type(None)), value)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], part) for part in value)
    if hint is date:
        return date.fromisoformat(value)
    if isinstance(value, dict):
        return _built(hint, value)
    return value if hint in {str, int, bool} else hint(value)
