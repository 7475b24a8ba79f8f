"""Facts about the film: its routines, their scenes, and who helps at a scene."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.kinds import CardKind


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


@dataclass(frozen=True, slots=True)
class RoutineChanged:
    """`base` is its version for whoever changes it next: the id of the change that made it so."""

    routine: str
    base: str
    title: str
    picture: str


@dataclass(frozen=True, slots=True)
class RoutineMoved:
    """It stands before that routine from now on; with None at the end."""

    routine: str
    before: str | None


@dataclass(frozen=True, slots=True)
class RoutineRemoved:
    """Its scenes go, and what was said there goes to the scene `into`, of another routine."""

    routine: str
    into: str


@dataclass(frozen=True, slots=True)
class SceneAdded:
    """A scene of the family's own, before that scene of the routine; with None at its end."""

    routine: str
    scene: str
    title: str
    time: str | None
    place: str | None
    picture: str
    before: str | None


@dataclass(frozen=True, slots=True)
class SceneChanged:
    """`base` as for a routine."""

    scene: str
    base: str
    title: str
    time: str | None
    place: str | None
    picture: str


@dataclass(frozen=True, slots=True)
class SceneMoved:
    """It stands in this routine from now on, before that scene; with None at the end."""

    scene: str
    routine: str
    before: str | None


@dataclass(frozen=True, slots=True)
class SceneRemoved:
    """What was said there goes to the scene `into`; what is still being written there goes there too."""

    scene: str
    into: str


@dataclass(frozen=True, slots=True)
class HelpNoted:
    """Somebody said out loud that they can help here, and the facilitator put it on the film."""

    card: str
    kind: CardKind
    person: str
    scene: str


@dataclass(frozen=True, slots=True)
class HelpersOrdered:
    """Who is asked first at this scene, and who after that: their offers, by card."""

    scene: str
    cards: tuple[str, ...]
