"""The board: what the journal adds up to. Frozen; `sos_core.domain.fold` makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sos_core.domain.kinds import (
    HELP,
    Answer,
    Audience,
    CardKind,
    Cover,
    Decision,
    Outcome,
    Phase,
    Role,
    Standing,
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """`away`: has left; in an adopted plan: had left when it was adopted."""

    id: str
    standing: Standing = Standing.WAITING
    role: Role | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    id: str
    title: str
    picture: str
    scenes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    id: str
    routine: str
    title: str
    time: str | None
    place: str | None
    picture: str
    library: str | None
    talked_through: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """`words` is an id; `author` is empty where the reader may not know who said it. `seq` is when it was said.

    `held`: said while cards are held back, and not shown yet. `behind`: the card that says the same, and stands for both.
    `clearer` is the id of the facilitator's wording beside its own words. A card that was taken back stays as a mark without
    a face, so that what leaned on it stays as narrow as it was.
    `lapsed`: an offer of somebody who left; eyes that may not see whose it is know it by this.
    """

    id: str
    seq: int
    kind: CardKind
    words: str | None
    author: str
    scene: str | None
    risk: str | None
    audience: Audience
    hidden_from: tuple[str, ...]
    on_board: bool
    named: bool = True
    child_yes: bool = False
    parked: bool = False
    parked_because: str | None = None
    clearer: str | None = None
    behind: str | None = None
    held: bool = False
    taken_back: bool = False
    lapsed: bool = False

    @property
    def narrow(self) -> bool:
        """Not everybody in the room may read it."""
        return self.audience is not Audience.EVERYBODY or bool(self.hidden_from)


@dataclass(frozen=True, slots=True)
class Note:
    """The facilitator's words to one person; `card` is what they are about, if anything."""

    id: str
    seq: int
    person: str
    card: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Reply:
    answer: Answer
    words: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what, when, how it is noticed; who steps in and who watches. Texts are ids of words."""

    id: str
    seq: int
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
    answers: Mapping[str, Reply] = field(default_factory=dict)

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The cards that it answers: it is for nobody's eyes from whom one of these is kept."""
        return self.risks + self.worries

    @property
    def people(self) -> tuple[str, ...]:
        """Those who have a part in it, the doer first, each once."""
        return tuple(dict.fromkeys(p for p in (self.who, self.backup, self.monitor) if p))


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
class Scale:
    id: str
    values: Mapping[str, int] = field(default_factory=dict)
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Weighing:
    how: Outcome
    words: str | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    id: str
    version: int
    on: date
    started: bool = False
    weighed: Mapping[str, Weighing] = field(default_factory=dict)
    decision: Decision | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Adoption:
    """The plan of `version` is the board as it was at `seq`."""

    version: int
    seq: int
    adopted_on: date
    evaluation_on: date


@dataclass(frozen=True, slots=True)
class Now:
    """Where the facilitator has everybody. `holding`: what is said is held back; `ready` are those who said to be ready."""

    phase: Phase = Phase.WELCOME
    scene: str | None = None
    question: CardKind = CardKind.STRENGTH
    playing: bool = False
    straight: bool = False
    paused: bool = False
    scale: str | None = None
    timer: datetime | None = None
    holding: bool = False
    ready: tuple[str, ...] = ()
    light: str | None = None


@dataclass(frozen=True, slots=True)
class Board:
    seq: int = 0
    planned: bool = False
    door_open: bool = False
    now: Now = field(default_factory=Now)
    attendees: Mapping[str, Attendee] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    lines: Mapping[str, BottomLine] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    plans: Mapping[int, Adoption] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)

    def role_of(self, person: str) -> Role | None:
        attendee = self.attendees.get(person)
        return attendee.role if attendee else None

    def is_away(self, person: str | None) -> bool:
        """Whether this person was here and left."""
        attendee = self.attendees.get(person or "")
        return attendee is not None and attendee.away

    def has_lapsed(self, card: Card) -> bool:
        """Whether it is an offer of help of somebody who left: nobody can count on it until they are back."""
        return card.lapsed or (card.kind in HELP and self.is_away(card.author))

    @property
    def said_too(self) -> Counter[str]:
        """By card how many stand behind it: that many said the same."""
        return Counter(card.behind for card in self.cards.values() if card.behind and not card.taken_back)

    def offers_at(self, scene: str) -> list[Card]:
        """The offers to step in at this scene that are on the board and stand, in the order in which they were said."""
        return [
            card
            for card in self.cards.values()
            if card.kind is CardKind.HELP_STEP_IN
            and card.scene == scene
            and card.on_board
            and not card.parked
            and not self.has_lapsed(card)
        ]

    def helpers_at(self, scene: str) -> tuple[str, ...]:
        """Who offered to step in: the first, then the back-ups. Those without a name are not among them."""
        return tuple(dict.fromkeys(card.author for card in self.offers_at(scene) if card.author))

    def cover_of(self, scene: str) -> Cover:
        """How much help stands ready: with two people there is a first and a back-up."""
        people = {card.author or card.id for card in self.offers_at(scene)}
        return (Cover.NOBODY, Cover.ONE, Cover.ENOUGH)[min(2, len(people))]

    @property
    def adjusting(self) -> bool:
        """The last evaluation ended in 'adjust', and its new version is not adopted yet."""
        ended = [evaluation for evaluation in self.evaluations.values() if evaluation.decision is not None]
        return bool(ended) and ended[-1].decision is Decision.ADJUST and ended[-1].version == len(self.plans)

    @property
    def open_evaluation(self) -> Evaluation | None:
        """The evaluation that is planned or being held, the newest first."""
        return next((ev for ev in reversed(list(self.evaluations.values())) if ev.decision is None), None)
