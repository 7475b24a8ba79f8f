"""Facts about what all look at and wait for together: the timer, cards that are held back until shown, one card in the light, a day without
somebody, what is still to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TimerSet:
    """Everybody sees how long there is; it ends at this moment by the house's clock."""

    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TimerStopped:
    pass


@dataclass(frozen=True, slots=True)
class CardsHeld:
    """What is said from here on is seen by its author and the desk alone, until all is shown together."""


@dataclass(frozen=True, slots=True)
class PersonReady:
    """Somebody said to be ready with the question of this moment, or not yet after all."""

    person: str
    ready: bool


@dataclass(frozen=True, slots=True)
class CardsShown:
    """All that was held is seen from here on by whoever may read it."""


@dataclass(frozen=True, slots=True)
class CardPutInLight:
    """Everybody looks at this one card, large."""

    card: str


@dataclass(frozen=True, slots=True)
class LightPutOut:
    pass


@dataclass(frozen=True, slots=True)
class DayWithoutShown:
    """The shared screen shows the film as a day without these people."""

    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TodoShown:
    """The shared screen says at each scene what is still to do there, without any person in it."""


@dataclass(frozen=True, slots=True)
class TodoHidden:
    """The shared screen says so no longer."""


@dataclass(frozen=True, slots=True)
class DayWithoutEnded:
    """They are back: the film stands on the shared screen as it is."""
