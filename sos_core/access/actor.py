"""Who is asking: a member of staff by account, or a guest by phone. Read afresh from cookie and database every time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Duty(StrEnum):
    """What a member of staff is here for."""

    FACILITATOR = "facilitator"
    COORDINATOR = "coordinator"
    REFERRER = "referrer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Staff:
    """A signed-in member of staff."""

    id: str
    name: str
    duty: Duty


@dataclass(frozen=True, slots=True)
class Guest:
    """A phone that joined one conference; `people` are those who speak through it, the first to join first."""

    id: str
    conference: str
    people: tuple[str, ...]


Actor = Staff | Guest


@dataclass(frozen=True, slots=True)
class Stake:
    """Whose conference it is: the accounts of its facilitator, of the referrer of its family, and of a second facilitator."""

    conference: str
    facilitator: str
    referrer: str
    second: str | None = None

    def is_led_by(self, account: str) -> bool:
        """Both may do the same; only the first asks a second in."""
        return account in {self.facilitator, self.second}
