"""Facts about the safety scale: asked, set by each, shown together."""

from __future__ import annotations

from dataclasses import dataclass


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
