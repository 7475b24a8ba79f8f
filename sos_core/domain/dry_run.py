"""The cards of the dry run: what could happen, and at which moments of a family's day. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain.board import Board, Scene
from sos_core.domain.kinds import DayPart

_BEGINS = (
    (22, DayPart.NIGHT),
    (17, DayPart.EVENING),
    (12, DayPart.AFTERNOON),
    (6, DayPart.MORNING),
    (0, DayPart.NIGHT),
)
"""From which hour on."""


@dataclass(frozen=True, slots=True)
class WhatIfIdea:
    """A card of the library. It fits scenes that come from these routines or scenes of the library (`naar-school`,
    `naar-school/1`), and scenes at these parts of the day. Not `by_chance`: only somebody who knows who is in the room, children
    too, chooses it.
    """

    id: str
    title: str
    question: str
    places: tuple[str, ...] = ()
    times: tuple[DayPart, ...] = ()
    by_chance: bool = True


def fits(idea: WhatIfIdea, scene: Scene) -> bool:
    """Whether this could happen there. Of a scene of the family's own only its time is known."""
    routine = (scene.library or "").partition("/")[0]
    there = bool(scene.library) and (scene.library in idea.places or routine in idea.places)
    return there or (scene.time is not None and part_of_day(scene.time) in idea.times)


def scenes_for(idea: WhatIfIdea, board: Board) -> list[str]:
    """The scenes of this family at which it could happen, in the order of the film."""
    return [scene.id for scene in board.scenes.values() if fits(idea, scene)]


def part_of_day(time: str) -> DayPart:
    """Of a time as `08:05`."""
    hour = int(time[:2])
    return next(part for begins, part in _BEGINS if hour >= begins)
