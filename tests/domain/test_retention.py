"""Retention: what is due on which day, whatever the terms and the day of closing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import Keeping
from sos_core.domain.retention import (
    DEFAULTS,
    LONGEST,
    ORDER,
    DueState,
    checked_terms,
    goes_along,
    is_gone,
    what_is_kept,
)

CLOSED = date(2026, 11, 2)
DAYS = st.integers(1, LONGEST)
TERMS = st.lists(DAYS, min_size=3, max_size=3).map(
    lambda days: {**DEFAULTS, **dict(zip(ORDER, sorted(days), strict=True))}
)
GONE = st.sets(st.sampled_from(ORDER))
AFTER = st.integers(0, 2 * LONGEST)


def test_the_default_terms_are_terms() -> None:
    assert checked_terms({}) == DEFAULTS


def test_the_working_board_is_due_after_six_weeks_and_the_rest_after_a_year() -> None:
    kept = what_is_kept(CLOSED, DEFAULTS, (), CLOSED + timedelta(days=42))
    assert [(one.keeping, one.state) for one in kept] == [
        (Keeping.WORKING, DueState.DUE),
        (Keeping.PLAN, DueState.LATER),
        (Keeping.FAMILY, DueState.LATER),
    ]
    assert kept[1].on == date(2027, 11, 2)


@pytest.mark.parametrize(("before", "state"), [(0, "due"), (1, "soon"), (14, "soon"), (15, "later")])
def test_two_weeks_before_its_day_it_is_due_soon(before: int, state: str) -> None:
    today = CLOSED + timedelta(days=DEFAULTS[Keeping.WORKING] - before)
    assert what_is_kept(CLOSED, DEFAULTS, (), today)[0].state == state


@given(terms=TERMS, gone=GONE, after=AFTER)
def test_what_is_due_stays_due_until_it_is_erased(terms: dict[Keeping, int], gone: set[Keeping], after: int) -> None:
    today, later = CLOSED + timedelta(days=after), CLOSED + timedelta(days=after + 1)
    due = {one.keeping for one in what_is_kept(CLOSED, terms, gone, today) if one.state is DueState.DUE}
    assert due <= {one.keeping for one in what_is_kept(CLOSED, terms, gone, later) if one.state is DueState.DUE}
    assert due == {one for one in ORDER if terms[one] <= after and not is_gone(one, gone)}


@given(terms=TERMS, gone=GONE, after=AFTER)
def test_nothing_is_due_before_what_goes_along_with_it(
    terms: dict[Keeping, int], gone: set[Keeping], after: int
) -> None:
    kept = what_is_kept(CLOSED, terms, gone, CLOSED + timedelta(days=after))
    assert [one.on for one in kept] == sorted(one.on for one in kept)


@given(keeping=st.sampled_from(ORDER), gone=GONE)
def test_what_is_erased_takes_along_all_that_stands_before_it(keeping: Keeping, gone: set[Keeping]) -> None:
    kept = {one.keeping for one in what_is_kept(CLOSED, DEFAULTS, gone | {keeping}, CLOSED)}
    assert kept.isdisjoint(goes_along(keeping))
    assert kept == {one for one in ORDER if not any(one in goes_along(other) for other in gone | {keeping})}


@pytest.mark.parametrize("days", [0, -1, LONGEST + 1])
@pytest.mark.parametrize("keeping", Keeping)
def test_a_term_is_a_day_at_least_and_twenty_years_at_most(keeping: Keeping, days: int) -> None:
    with pytest.raises(DomainError, match=r"retention\.not_a_term"):
        checked_terms({keeping: days})


def test_the_plan_is_not_kept_longer_than_its_names() -> None:
    with pytest.raises(DomainError, match=r"retention\.out_of_order"):
        checked_terms({Keeping.PLAN: 400})
    assert checked_terms({Keeping.PLAN: 400, Keeping.FAMILY: 400})[Keeping.PLAN] == 400
