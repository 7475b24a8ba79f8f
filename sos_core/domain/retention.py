"""Retention: what is due to be erased on which day, given the day of closing and the organisation's terms. Pure.

Source of the defaults, and of the law behind them: docs/privacy.md.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Keeping

Terms = Mapping[Keeping, int]
"""Of each kind how many days it is kept: what is closed counts from its closing, a sign-in from its end."""

DEFAULTS: Terms = {Keeping.WORKING: 42, Keeping.PLAN: 365, Keeping.FAMILY: 365, Keeping.ACCESS: 30}
LONGEST = 7305
"""Days: 20 years, the longest term that the law knows in youth care, for another file than this one."""
SOON = timedelta(days=14)
ORDER = (Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY)
"""What two people erase, and in which order."""


class DueState(StrEnum):
    """`DUE`: it should go now. `SOON`: within two weeks. `LATER`: after that."""

    DUE = "due"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Due:
    """One kind of what is kept of one referral, and from which day on it is to be erased."""

    keeping: Keeping
    on: date
    state: DueState


def checked_terms(terms: Mapping[Keeping, int]) -> Terms:
    """These terms, whole and possible. Raises `retention.not_a_term` (1 day to 20 years each) or `retention.out_of_order`: what
    leans on something is not kept longer than that.
    """
    whole = {**DEFAULTS, **terms}
    if any(not 1 <= days <= LONGEST for days in whole.values()):
        raise DomainError("retention.not_a_term", longest=LONGEST)
    if not whole[Keeping.WORKING] <= whole[Keeping.PLAN] <= whole[Keeping.FAMILY]:
        raise DomainError("retention.out_of_order")
    return whole


def what_is_kept(closed_on: date, terms: Terms, erased: Collection[Keeping], today: date) -> tuple[Due, ...]:
    """What is still there, the first to go first."""
    return tuple(_due(one, closed_on, terms, today) for one in ORDER if not is_gone(one, erased))


def is_gone(keeping: Keeping, erased: Collection[Keeping]) -> bool:
    """Whether it was erased, by itself or along with what comes after it."""
    return any(one in erased for one in ORDER[ORDER.index(keeping) :])


def goes_along(keeping: Keeping) -> tuple[Keeping, ...]:
    """What is erased together with it: all that stands before it, and itself."""
    return ORDER[: ORDER.index(keeping) + 1]


def _due(keeping: Keeping, closed_on: date, terms: Terms, today: date) -> Due:
    on = closed_on + timedelta(days=terms[keeping])
    if on <= today:
        return Due(keeping, on, DueState.DUE)
    return Due(keeping, on, DueState.SOON if on - today <= SOON else DueState.LATER)
