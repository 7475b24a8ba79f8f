"""Facts about where everybody is: the phase, the question and the scene that the facilitator leads to."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import CardKind, Phase


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
