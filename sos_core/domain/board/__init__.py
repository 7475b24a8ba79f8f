"""The board: what the journal adds up to. Frozen; `sos_core.domain.fold` makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sos_core.domain.board.agreed import (
    Adoption,
    Agreement,
    BottomLine,
    Breach,
    Evaluation,
    FollowUp,
    Handover,
    Proven,
    Reply,
    Weighing,
    WhatIf,
)
from sos_core.domain.board.ahead import PlannedSession, Prepared, Restriction
from sos_core.domain.board.contact import ContactStep
from sos_core.domain.board.film import Card, Proposal, Routine, Scene
from sos_core.domain.board.in_between import CheckIn, Talk
from sos_core.domain.board.ready import Ready, cover_of, one_each, ready_at_scenes, together
from sos_core.domain.board.talk import Attendee, Confidence, Correction, Note, Now, Scale, Statement
from sos_core.domain.kinds import HELP, CardKind, ClosedBecause, Cover, Decision, Keeping, Preparation, Role

__all__ = [
    "Adoption",
    "Agreement",
    "Attendee",
    "Board",
    "BottomLine",
    "Breach",
    "Card",
    "CheckIn",
    "Confidence",
    "ContactStep",
    "Correction",
    "Evaluation",
    "FollowUp",
    "Handover",
    "Note",
    "Now",
    "PlannedSession",
    "Prepared",
    "Proposal",
    "Proven",
    "Ready",
    "Reply",
    "Restriction",
    "Routine",
    "Scale",
    "Scene",
    "Statement",
    "Talk",
    "Weighing",
    "WhatIf",
    "cover_of",
    "one_each",
    "together",
]


@dataclass(frozen=True, slots=True)
class Board:
    """`closed`: why it is over; None while it goes on. `erased`: of what is kept the last kind that is gone."""

    seq: int = 0
    planned: bool = False
    door_open: bool = False
    closed: ClosedBecause | None = None
    erased: Keeping | None = None
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
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    """By the person whose it is."""
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    lines: Mapping[str, BottomLine] = field(default_factory=dict)
    breaches: Mapping[str, Breach] = field(default_factory=dict)
    check_ins: Mapping[str, CheckIn] = field(default_factory=dict)
    talks: Mapping[str, Talk] = field(default_factory=dict)
    contact_steps: Mapping[str, ContactStep] = field(default_factory=dict)
    scales: Mapping[str, Scale] = field(default_factory=dict)
    what_ifs: Mapping[str, WhatIf] = field(default_factory=dict)
    plans: Mapping[int, Adoption] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)
    stepped_out: bool = False
    """The facilitator stepped out, and is not back."""
    restrictions: Mapping[str, Restriction] = field(default_factory=dict)
    sessions: Mapping[str, PlannedSession] = field(default_factory=dict)
    prepared: Mapping[Preparation, Prepared] = field(default_factory=dict)

    def has(self, key: str) -> bool:
        """Whether anything here has this id."""
        people, film = (self.attendees,), (self.routines, self.scenes, self.removed, self.proposals)
        said = (
            self.cards,
            self.notes,
            self.confidences,
            self.corrections,
            self.agreements,
            self.lines,
            self.breaches,
            self.check_ins,
            self.talks,
            self.contact_steps,
            self.scales,
            self.evaluations,
        )
        ahead = (self.restrictions, self.sessions)
        return any(key in things for things in (*people, *film, *said, self.what_ifs, *ahead))

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

    def kept_apart(self, person: str) -> frozenset[str]:
        """Those who may not be in one room with this person."""
        return frozenset(
            other for one in self.restrictions.values() for other in one.people if one.between(person, other)
        )

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

    def ready(self) -> dict[str, tuple[Ready, ...]]:
        """By scene who stands ready at each of its risk points, through agreements and offers."""
        return ready_at_scenes(self)

    def cover_of(self, scene: str) -> Cover:
        """How much help stands ready here."""
        return cover_of(self.ready().get(scene, ()))

    @property
    def adjusting(self) -> bool:
        """The last evaluation ended in 'adjust', and its new version is not adopted yet."""
        ended = (ev for ev in self.evaluations.values() if ev.version == len(self.plans))
        return any(ev.decision is Decision.ADJUST for ev in ended)

    @property
    def version_in_hand(self) -> int:
        """The plan that people work on: the one that is being made or changed, else the one that stands."""
        return len(self.plans) + (1 if self.adjusting or not self.plans else 0)

    @property
    def escalated(self) -> Evaluation | None:
        """The evaluation that ended last, if it ended in 'escalate': the referrer's turn until the next one has ended."""
        ended = max(self.evaluations.values(), key=lambda ev: ev.ended_seq or 0, default=None)
        return ended if ended and ended.decision is Decision.ESCALATE else None

    @property
    def planned_evaluations(self) -> list[Evaluation]:
        """Those of the newest plan that are planned or being held, in order of their days."""
        still = (ev for ev in self.evaluations.values() if ev.decision is None and ev.version == len(self.plans))
        return sorted(still, key=lambda ev: ev.on)

    @property
    def open_evaluation(self) -> Evaluation | None:
        """The evaluation that is being held, or else the first that is planned."""
        planned = self.planned_evaluations
        return next((ev for ev in planned if ev.started), planned[0] if planned else None)


def _steps_in(card: Card) -> bool:
    return card.kind is CardKind.HELP_STEP_IN


def _in_order(offers: list[Card], order: tuple[str, ...]) -> list[Card]:
    place = {card: at for at, card in enumerate(order)}
    return sorted(offers, key=lambda card: place.get(card.id, len(place)))
