"""What stands ready: the library of routines, the pictures, and the "what if" cards of the dry run. Read once from data/."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sos_core.domain.dry_run import WhatIfIdea
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import DayPart
from sos_core.settings import LIBRARY, PICTURES, WHAT_IFS


@dataclass(frozen=True, slots=True)
class RiskIdea:
    """A usual risk point, with how one notices it, what may prevent it and what to fall back on."""

    text: str
    warning_signs: tuple[str, ...]
    ideas: tuple[str, ...]
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SceneIdea:
    title: str
    picture: str
    time: str | None
    place: str | None
    risk_points: tuple[RiskIdea, ...]


@dataclass(frozen=True, slots=True)
class RoutineIdea:
    id: str
    title: str
    picture: str
    note: str
    scenes: tuple[SceneIdea, ...]


def routine(name: str) -> RoutineIdea:
    """The routine of this id. Raises NotFound."""
    if name not in (found := routines()):
        raise NotFound("film.no_such_routine")
    return found[name]


@cache
def routines(folder: Path = LIBRARY) -> dict[str, RoutineIdea]:
    """All routines by id, the id being the file's name."""
    read = {path.stem: _routine(path.stem, tomllib.loads(path.read_text())) for path in folder.glob("*.toml")}
    return dict(sorted(read.items(), key=lambda item: item[1].title))


@dataclass(frozen=True, slots=True)
class Picture:
    """One of the drawings that a family chooses from, and the Dutch word that finds it."""

    id: str
    label: str
    group: str


@cache
def pictures() -> tuple[Picture, ...]:
    """Every drawing that ships with the product."""
    read = tomllib.loads((PICTURES / "index.toml").read_text())
    return tuple(Picture(name, about["label"], about["group"]) for name, about in read.items())


def what_if(name: str) -> WhatIfIdea:
    """The "what if" card of this id. Raises NotFound."""
    if name not in (found := what_ifs()):
        raise NotFound("dry_run.no_such_card")
    return found[name]


@cache
def what_ifs(folder: Path = WHAT_IFS) -> dict[str, WhatIfIdea]:
    """All "what if" cards by id, each table of a file being one; by title."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))]
    read = {name: _what_if(name, card) for file in files for name, card in file.items() if isinstance(card, dict)}
    return dict(sorted(read.items(), key=lambda item: item[1].title))


def _what_if(name: str, read: dict[str, Any]) -> WhatIfIdea:
    times = tuple(DayPart(part) for part in read.get("times", ()))
    return WhatIfIdea(
        name, read["title"], read["question"], tuple(read.get("places", ())), times, read.get("by_chance", True)
    )


def _routine(name: str, read: dict[str, Any]) -> RoutineIdea:
    scenes = tuple(_scene(scene) for scene in read["scenes"])
    return RoutineIdea(name, read["title"], read["picture"], read["note"], scenes)


def _scene(read: dict[str, Any]) -> SceneIdea:
    risks = tuple(
        RiskIdea(
            r["text"],
            tuple(r.get("warning_signs", ())),
            tuple(r.get("ideas", ())),
            tuple(r.get("backups", ())),
        )
        for r in read.get("risk_points", ())
    )
    return SceneIdea(read["title"], read["picture"], read.get("time"), read.get("place"), risks)
