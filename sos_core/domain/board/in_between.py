"""What was reported between two meetings, and what was agreed about it. Frozen; texts are ids of words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import Report


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How it went on a day. `readers`: those who had a part in the agreement when it was said, as the page then told; it stays
    between them and the desk. `deed`: what the agreement was by then. `confirmed`: that it worked is so.
    """

    id: str
    seq: int
    agreement: str
    person: str
    how: Report
    on: date
    words: str | None
    readers: tuple[str, ...]
    deed: tuple[str, str, str] | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """Who speaks to whom about it; None: the facilitator. `done_on`: it was done."""

    id: str
    seq: int
    check_in: str
    agreement: str
    speaks: str | None
    to: str | None
    on: date
    readers: tuple[str, ...]
    done_on: date | None = None
    done_by: str | None = None
    words: str | None = None
