"""Facts from between two meetings: how it went with an agreement, whether that is so, and who speaks to whom when it did not go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sos_core.domain.kinds import Report


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """How it went on a day, as somebody with a part in the agreement says. Said again on the same day it keeps its id: the newer
    counts, and the words of before are gone.
    """

    check_in: str
    agreement: str
    person: str
    how: Report
    words: str | None
    on: date


@dataclass(frozen=True, slots=True)
class CheckInTakenBack:
    check_in: str


@dataclass(frozen=True, slots=True)
class ReportConfirmed:
    """That it worked is so: said by `person`, who keeps an eye on it, or (None) by whoever leads."""

    check_in: str
    person: str | None


@dataclass(frozen=True, slots=True)
class ReportUnconfirmed:
    """It is not said to be so any more."""

    check_in: str


@dataclass(frozen=True, slots=True)
class TalkAgreed:
    """After it did not go: who speaks to whom about it. None: the facilitator."""

    talk: str
    check_in: str
    speaks: str | None
    to: str | None
    on: date


@dataclass(frozen=True, slots=True)
class TalkDone:
    """`by`: who says so, or (None) the desk."""

    talk: str
    by: str | None
    on: date
    words: str | None
