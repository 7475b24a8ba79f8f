"""Facts about the dry run: a "what if" card drawn, fitted to a moment of the day, walked through, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import DryRunOutcome


@dataclass(frozen=True, slots=True)
class WhatIfDrawn:
    """A card lies on the table, at this scene. `idea`: the card of the library whose words were copied; "" for one that was written at
    the desk. `title` and `question` are ids of its words.
    """

    what_if: str
    idea: str
    title: str
    question: str
    scene: str


@dataclass(frozen=True, slots=True)
class WhatIfFitted:
    """It is walked through at this scene instead."""

    what_if: str
    scene: str


@dataclass(frozen=True, slots=True)
class WhatIfWalked:
    """Whether the plan held there, and what people said of it. `base` is its version for whoever writes it down anew."""

    what_if: str
    base: str
    outcome: DryRunOutcome
    words: str | None


@dataclass(frozen=True, slots=True)
class WhatIfHeld(WhatIfWalked):
    """The plan held there by these agreements: they were practised, on this day."""

    agreements: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True)
class WhatIfAnswered:
    """This agreement was made or changed because of it."""

    what_if: str
    agreement: str


@dataclass(frozen=True, slots=True)
class WhatIfPutAway:
    """It lies on the table no more, walked through or not."""

    what_if: str
