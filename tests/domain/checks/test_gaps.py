"""A day without somebody: what has nobody then, and who could be asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.gaps import Gap, emptied, gaps
from sos_core.domain.kinds import CardKind, Role
from tests.domain.checks.plans import PEOPLE, offered, plans, somebody
from tests.domain.given import PLANNED, ROUTINE, agreement, board_of, came, card

ROOM = (
    PLANNED,
    ROUTINE,
    *(fact for person in PEOPLE for fact in came(person)),
    *came("doc", Role.PROFESSIONAL),
    *came("mum", Role.PARENT),
)


def the_gaps(*events: e.Event, absent: tuple[str, ...] = ("ann",)) -> tuple[Gap, ...]:
    return gaps(count(board_of(*ROOM, *events)), absent)


@settings(max_examples=40, deadline=None)
@given(plans(), st.sets(somebody, max_size=3))
def test_the_gaps_of_a_day_are_what_has_nobody_when_those_people_have_left(
    plan: tuple[e.Event, ...], absent: set[str]
) -> None:
    left = count(board_of(*plan, *(e.PersonLeft(person) for person in sorted(absent))))
    found = gaps(count(board_of(*plan)), absent)
    assert {gap.risk for gap in found} == {risk for risk, people in left.helpers.items() if not people}
    for gap in found:
        assert set(gap.lost) <= absent
        assert not absent & {*gap.offered, *gap.free}
        assert not set(gap.offered) & set(gap.free)


def test_who_offered_something_else_at_the_scene_is_asked_first_then_who_has_nothing_to_do_there() -> None:
    risks = (card("R1"), card("R2"), card("R3", scene="S2"))
    mine = agreement("A1", "ann", risks=("R1",))
    busy = agreement("A2", "ben", backups=("cor",), risks=("R2",))
    elsewhere = agreement("A3", "dee", risks=("R3",))
    watch = card("H1", CardKind.HELP_KEEP_WATCH, "eva", risk="R1")
    (gap,) = the_gaps(*risks, mine, busy, elsewhere, watch)
    assert gap == Gap("R1", "S1", lost=("ann",), offered=("eva",), free=("fem", "dee", "doc"))


def test_who_may_not_read_a_risk_point_is_not_named_for_it() -> None:
    risk = card("R1", author="ann", hidden_from=("fem", "ben"))
    (gap,) = the_gaps(risk, offered("H1", "ann", risk="R1"))
    assert gap.free == ("cor", "dee", "eva")


def test_a_scene_that_then_has_nobody_is_named() -> None:
    at = (card("R1"), card("R2", scene="S2"), offered("H1", "ann"), offered("H2", "ann", scene="S2"))
    counted = count(board_of(*ROOM, *at, offered("H3", "ben", scene="S2")))
    assert emptied(counted, ["ann"]) == ("S1",)
    assert emptied(counted, ["ann", "ben"]) == ("S1", "S2")
    assert emptied(counted, []) == ()
    assert emptied(count(board_of(*ROOM, card("R1"))), ["ann"]) == ()  # it has nobody anyway


def test_with_everybody_there_the_gaps_are_those_that_are_there_anyway() -> None:
    assert [(gap.risk, gap.lost) for gap in the_gaps(card("R1"), absent=())] == [("R1", ())]
    assert the_gaps(card("R1"), offered("H1", "ann"), absent=()) == ()
