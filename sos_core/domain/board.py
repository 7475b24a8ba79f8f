"""The board: what the journal adds up to. Frozen; `sos_core.domain.fold` makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sos_core.domain.kinds import (
    HELP,
    IN_REAL_LIFE,
    PROMISES,
    Answer,
    Audience,
    CardKind,
    Cover,
    Decision,
    DryRunOutcome,
    Outcome,
    Phase,
    Proof,
    Role,
    Standing,
)
from sos_core.domain.when import When


@dataclass(frozen=True, slots=True)
class Attendee:
    """`away`: has left; in an adopted plan: had left when it was adopted. `here`: is at the session of now."""

    id: str
    standing: Standing = Standing.WAITING
    role: Role | None = None
    away: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    id: str
    title: str
    picture: str
    scenes: tuple[str, ...]
    base: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """`helpers`: offers of help in the order in which they are asked; one that is not among them comes after."""

    id: str
    routine: str
    title: str
    time: str | None
    place: str | None
    picture: str
    library: str | None
    base: str = ""
    talked_through: bool = False
    helpers: tuple[str, ...] = ()


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
class Confidence:
    """What one person told the facilitator alone. `heard`: the facilitator has read it."""

    id: str
    seq: int
    person: str
    words: str
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A picture that somebody would like at a scene."""

    id: str
    seq: int
    person: str
    scene: str
    picture: str


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
    """`told_back`: what this person will do, in own words; for the facilitator and that person alone."""

    answer: Answer
    words: str | None
    told_back: str | None = None

    @property
    def promised(self) -> bool:
        return self.answer in PROMISES


@dataclass(frozen=True, slots=True)
class Proven:
    """An agreement was practised, or worked: on which day, noted by whom at the desk, told by whom (if that was said)."""

    proof: Proof
    on: date
    noted_by: str
    told_by: str | None


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
class Scale:
    """Everybody's number from 0 to 10. `seq` is when it was asked, in which `session` and `on` which day."""

    id: str
    seq: int
    session: int
    on: date
    named: bool
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
class WhatIf:
    """A "what if" card that was drawn for the plan of `version`, at a scene. `idea` is the card of the library that it was; its
    texts are ids of words, as is `words`: what came of it.

    `outcome`: None until it was walked through. `agreements` were made or changed because of it. `base` is its version for
    whoever writes down next how it went.
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
    agreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """The plan of `version` is the board as it was at `seq`."""

    version: int
    seq: int
    adopted_on: date
    evaluation_on: date


@dataclass(frozen=True, slots=True)
class Now:
    """Where the facilitator has everybody. `session` counts from 1, and is 0 before the first. `holding`: what is said is held
    back; `ready` are those who said to be ready. `what_if` is the card that lies on the table. `without`: the shared screen shows a
    day without these people.
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


@dataclass(frozen=True, slots=True)
class Board:
    seq: int = 0
    planned: bool = False
    door_open: bool = False
    now: Now = field(default_factory=Now)
    attendees: Mapping[str, Attendee] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    """Scenes that are gone, and the scene to which what was said there went."""
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    confidences: Mapping[str, Confidence] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    lines: Mapping[str, BottomLine] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    what_ifs: Mapping[str, WhatIf] = field(default_factory=dict)
    plans: Mapping[int, Adoption] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether anything here has this id."""
        people, film = (self.attendees,), (self.routines, self.scenes, self.removed, self.proposals)
        said = (self.cards, self.notes, self.confidences, self.agreements, self.lines, self.scales, self.evaluations)
        return any(key in things for things in (*people, *film, *said, self.what_ifs))

    def role_of(self, person: str) -> Role | None:
        attendee = self.attendees.get(person)
        return attendee.role if attendee else None

    def is_away(self, person: str | None) -> bool:
        """Whether this person was here and left."""
        attendee = self.attendees.get(person or "")
        return attendee is not None and attendee.away

    @property
    def here(self) -> frozenset[str]:
        """Those who are at the session of now."""
        return frozenset(attendee.id for attendee in self.attendees.values() if attendee.here)

    def has_lapsed(self, card: Card) -> bool:
        """Whether it is an offer of help of somebody who left: nobody can count on it until they are back."""
        return card.lapsed or (card.kind in HELP and self.is_away(card.author))

    @property
    def said_too(self) -> Counter[str]:
        """By card how many stand behind it: that many said the same."""
        return Counter(card.behind for card in self.cards.values() if card.behind and not card.taken_back)

    def lands_at(self, scene: str) -> str:
        """The scene where words for this scene go: itself, or the one that took its place."""
        tried: set[str] = set()
        while scene in self.removed and scene not in self.scenes and scene not in tried:
            tried.add(scene)
            scene = self.removed[scene]
        return scene

    def help_by_scene(self) -> dict[str, list[Card]]:
        """The offers of help that are on the board and stand, by scene, in the order in which people are asked."""
        found: dict[str, list[Card]] = {scene: [] for scene in self.scenes}
        for card in self.cards.values():
            if card.kind not in HELP or card.scene not in found:
                continue
            if card.on_board and not card.parked and not self.has_lapsed(card):
                found[card.scene].append(card)
        return {scene: _in_order(offers, self.scenes[scene].helpers) for scene, offers in found.items()}

    def helpers_at(self, scene: str) -> tuple[str, ...]:
        """Who offered to step in: the first, then the back-ups. Those without a name are not among them."""
        offers = self.help_by_scene().get(scene, [])
        return tuple(dict.fromkeys(card.author for card in offers if card.author and _steps_in(card)))

    def cover_of(self, scene: str) -> Cover:
        """How much help stands ready here."""
        return cover_by(self.help_by_scene().get(scene, []))

    @property
    def adjusting(self) -> bool:
        """The last evaluation ended in 'adjust', and its new version is not adopted yet."""
        ended = [evaluation for evaluation in self.evaluations.values() if evaluation.decision is not None]
        return bool(ended) and ended[-1].decision is Decision.ADJUST and ended[-1].version == len(self.plans)

    @property
    def version_in_hand(self) -> int:
        """The plan that people work on: the one that is being made or changed, else the one that stands."""
        return len(self.plans) + (1 if self.adjusting or not self.plans else 0)

    @property
    def open_evaluation(self) -> Evaluation | None:
        """The evaluation that is planned or being held, the newest first."""
        return next((ev for ev in reversed(list(self.evaluations.values())) if ev.decision is None), None)


def cover_by(offers: Iterable[Card]) -> Cover:
    """How much help these offers are: with two people who step in there is a first and a back-up."""
    people = one_each(card for card in offers if _steps_in(card))
    return (Cover.NOBODY, Cover.ONE, Cover.ENOUGH)[min(2, len(people))]


def one_each(offers: Iterable[Card]) -> list[Card]:
    """The first offer of each person; one without a name is a person by itself."""
    first: dict[str, Card] = {}
    for card in offers:
        first.setdefault(card.author or card.id, card)
    return list(first.values())


def _steps_in(card: Card) -> bool:
    return card.kind is CardKind.HELP_STEP_IN


def _in_order(offers: list[Card], order: tuple[str, ...]) -> list[Card]:
    place = {card: at for at, card in enumerate(order)}
    return sorted(offers, key=lambda card: place.get(card.id, len(place)))
