"""Facts about the film: its routines and their scenes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SceneFacts:
    scene: str
    title: str
    time: str | None
    place: str | None
    picture: str
    library: str | None


@dataclass(frozen=True, slots=True)
class RoutineAdded:
    routine: str
    title: str
    picture: str
    scenes: tuple[SceneFacts, ...]


@dataclass(frozen=True, slots=True)
class SceneTalkedThrough:
    scene: str
