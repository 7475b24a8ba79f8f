"""Facts about what the facilitator does with cards besides putting them up: words beside them, another place, the parking lot."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardParked:
    """It belongs to another moment: it stands in the parking lot, with why, when that was said."""

    card: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class CardUnparked:
    card: str


@dataclass(frozen=True, slots=True)
class CardClarified:
    """A clearer wording beside the own words, never instead of them; without words it is gone again."""

    card: str
    words: str | None


@dataclass(frozen=True, slots=True)
class CardMoved:
    """To another scene, with all that hangs on it; there it hangs on this risk point, or on none."""

    card: str
    scene: str
    risk: str | None


@dataclass(frozen=True, slots=True)
class CardsMerged:
    """`card` says the same as `into`, and steps back behind it. Both stay as they were said."""

    card: str
    into: str


@dataclass(frozen=True, slots=True)
class CardSplit:
    """After all it says something of its own."""

    card: str


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """The facilitator's words to one person, on that person's phone alone."""

    note: str
    person: str
    card: str | None
    words: str
