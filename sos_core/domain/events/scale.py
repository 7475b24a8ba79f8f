"""Facts about the safety scale: asked, set by each, shown together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ScaleAsked:
    """`named`: whether all will see whose each number is. It is fixed here, so that everybody knows it before they choose."""

    scale: str
    on: date
    named: bool


@dataclass(frozen=True, slots=True)
class ScaleSet:
    scale: str
    person: str
    value: int


@dataclass(frozen=True, slots=True)
class ScaleShown:
    scale: str
