"""The drop-out test says what a plan in which those people had left would say, and the search finds the smallest set there is."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.checks.counted import count
from sos_core.domain.checks.drop_out import last_helpers, leans_on, lost, whole_cast
from sos_core.domain.checks.hitting import smallest
from tests.domain.checks.plans import PEOPLE, found, offered, plans
from tests.domain.given import PLANNED, ROUTINE, agreement, board_of, came, card


def helped(*events: e.Event) -> set[str]:
    return {risk for risk, people in count(board_of(*events)).helpers.items() if people}


@settings(max_examples=40, deadline=None)
@given(plans())
def test_without_one_or_two_people_it_is_as_if_they_had_left(plan: tuple[e.Event, ...]) -> None:
    counted = count(board_of(*plan))
    singly = {person: set(lost(counted, counted.bits([person]))) for person in PEOPLE}
    told = {frozenset(counted.names(who)): set(risks) for who, risks in last_helpers(counted).items()}
    for person in PEOPLE:
        assert singly[person] == helped(*plan) - helped(*plan, e.PersonLeft(person))
        assert told.get(frozenset({person}), set()) == singly[person]
    for one, other in combinations(PEOPLE, 2):
        gone = helped(*plan) - helped(*plan, e.PersonLeft(one), e.PersonLeft(other))
        assert set(lost(counted, counted.bits([one, other]))) == gone
        if {one, other} <= set(counted.people):
            assert told.get(frozenset({one, other}), set()) == gone - singly[one] - singly[other]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_without_its_whole_cast_a_scene_has_nobody_and_with_one_of_them_it_has(plan: tuple[e.Event, ...]) -> None:
    counted = count(board_of(*plan))
    for scene, risks in counted.at.items():
        there = {risk for risk in risks if counted.masks[risk]}
        cast = whole_cast(counted, scene)
        assert there <= set(lost(counted, cast))
        for person in counted.names(cast):
            assert not there <= set(lost(counted, cast & ~counted.bits([person])))


def by_trying_all(sets: list[int], bits: int) -> int:
    """How many it takes: the smallest first."""
    for many in range(bits + 1):
        for some in combinations(range(bits), many):
            chosen = sum(1 << bit for bit in some)
            if all(one & chosen for one in sets if one):
                return many
    raise AssertionError


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 127), max_size=9))
def test_the_smallest_set_is_as_small_as_by_trying_all(sets: list[int]) -> None:
    told = smallest(sets)
    assert not told.at_most
    assert all(one & told.people for one in sets if one)
    assert told.people.bit_count() == by_trying_all(sets, 7)


def test_a_search_that_is_broken_off_says_so_and_still_meets_them_all() -> None:
    chance = Random(4)
    sets = [sum(1 << bit for bit in chance.sample(range(60), 5)) for _ in range(150)]
    told = smallest(sets, steps=50)
    assert told.at_most
    assert all(one & told.people for one in sets)
    assert not smallest([3, 5, 9], steps=50).at_most


ROOM = (PLANNED, ROUTINE, *(fact for person in PEOPLE for fact in came(person)))


def test_a_scene_that_one_person_can_leave_with_nobody_must_be_looked_at() -> None:
    alone = (*ROOM, card("R1"), card("R2"), offered("H1", "ann"))
    (finding,) = found(board_of(*alone), "scene_without_one")
    assert (finding.people, finding.scenes, finding.cards) == (("ann",), ("S1",), ("R1", "R2"))
    assert not found(board_of(*alone), "without_one")
    board = board_of(*alone, offered("H2", "ben", risk="R1"))
    assert not found(board, "scene_without_one")
    assert [f.people for f in found(board, "scene_without_two")] == [("ann", "ben")]


def test_who_is_the_last_helper_at_more_than_one_risk_point_is_named() -> None:
    risks = (card("R1"), card("R2", scene="S2"))
    others = (card("R3"), card("R4", scene="S2"), agreement("A1", "ben", backups=("cor",), risks=("R3", "R4")))
    board = board_of(*ROOM, *risks, *others, agreement("A2", "ann", risks=("R1", "R2")))
    assert [(f.people, f.cards, f.scenes) for f in found(board, "without_one")] == [
        (("ann",), ("R1", "R2"), ("S1", "S2"))
    ]
    once = board_of(*ROOM, *risks, *others, agreement("A2", "ann", risks=("R1",)))
    assert not found(once, "without_one")  # coverage tells that there is no back-up
    assert [(f.people, f.cards) for f in found(board, "without_two")] == [(("ben", "cor"), ("R3", "R4"))]


def test_somebody_on_whom_every_risk_point_of_a_scene_leans_is_named() -> None:
    with_ann = [
        agreement(f"A{n}", "ann", backups=(backup,), risks=(f"R{n}",)) for n, backup in ((1, "ben"), (2, "cor"))
    ]
    board = board_of(*ROOM, card("R1"), card("R2"), *with_ann)
    counted = count(board)
    assert counted.names(leans_on(counted, "S1")) == ("ann",)
    assert [f.people for f in found(board, "one_in_all")] == [("ann",)]
    assert not found(board_of(*ROOM, card("R1"), card("R2"), with_ann[0]), "one_in_all")
    alone = agreement("A1", "ann", risks=("R1", "R2"))
    assert not found(board_of(*ROOM, card("R1"), card("R2"), alone), "one_in_all")  # that is told already
