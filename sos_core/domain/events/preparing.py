"""Facts about the preparation: when people are to meet, and what the facilitator has asked them. Known at the desk alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import Preparation


@dataclass(frozen=True, slots=True)
class SessionPlanned:
    """These people are asked to come on this day, from and until these times of the clock; `place` is the id of words. It takes the
    place of the session of this id, if there is one.
    """

    session: str
    on: date
    begins: str
    ends: str
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionCalledOff:
    session: str


@dataclass(frozen=True, slots=True)
class PreparationNoted:
    """This was asked, or is still to be asked; `words`: what the facilitator wrote beside it."""

    preparation: Preparation
    done: bool
    words: str | None
