"""Coverage: whoever comes to help never makes it worse, whoever goes never makes it better."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.checks.counted import count
from sos_core.domain.kinds import Answer, CardKind, Role
from tests.domain.checks.plans import PEOPLE, RISKS, agreed, found, offered, plans, somebody, whats
from tests.domain.given import PLANNED, ROOM, ROUTINE, agreement, board_of, came, card


def lacking(board: Board) -> dict[str, set[str]]:
    """By what is missing the risk points at which it is."""
    missing: dict[str, set[str]] = {
        what: {risk for finding in found(board, what) for risk in finding.cards}
        for what in ("nobody", "no_backup", "no_safeguard")
    }
    missing["no_backup"] |= missing["nobody"]
    return missing


def no_worse(before: Board, after: Board) -> bool:
    was, is_ = lacking(before), lacking(after)
    return all(is_[what] <= was[what] for what in was)


@settings(max_examples=60, deadline=None)
@given(plans(), somebody, st.sampled_from(RISKS), agreed("new"))
def test_one_more_helper_never_makes_it_worse(
    plan: tuple[e.Event, ...], person: str, risk: str, more: list[e.Event]
) -> None:
    before = board_of(*plan)
    scene = before.cards[risk].scene or ""
    assert no_worse(before, board_of(*plan, offered("new", person, scene=scene, risk=risk)))
    assert no_worse(before, board_of(*plan, offered("new", person, scene=scene)))
    assert no_worse(before, board_of(*plan, *more))


@settings(max_examples=60, deadline=None)
@given(plans(), somebody)
def test_one_helper_less_never_makes_it_better(plan: tuple[e.Event, ...], person: str) -> None:
    before = board_of(*plan)
    assert no_worse(board_of(*plan, e.PersonLeft(person)), before)
    for key, made in before.agreements.items():
        if person in made.people:
            assert no_worse(board_of(*plan, e.AgreementAnswered(key, person, Answer.NO, None)), before)


def helpers(*events: e.Event) -> tuple[str, ...]:
    return count(board_of(*ROOM, *came("aunt"), card("C1"), *events)).helpers["C1"]


def test_who_is_agreed_comes_first_then_who_offered_each_once() -> None:
    made = agreement("A1", "aunt", backups=("father", "mother"), risks=("C1",))
    offers = (offered("H1", "grandmother"), offered("H2", "father", risk="C1"))
    assert helpers(made, *offers) == ("aunt", "father", "mother", "grandmother")


def test_an_offer_at_another_risk_point_does_not_count_here() -> None:
    assert helpers(card("C2"), offered("H1", "aunt", risk="C2")) == ()
    assert helpers(card("C2"), offered("H1", "aunt")) == ("aunt",)


def test_who_says_no_or_left_does_not_count_nor_a_child() -> None:
    made = agreement("A1", "aunt", backups=("father",), risks=("C1",))
    assert helpers(made, e.AgreementAnswered("A1", "father", Answer.NO, None)) == ("aunt",)
    assert helpers(made, e.AgreementAnswered("A1", "aunt", Answer.NO_LONGER, None)) == ()
    assert helpers(made, e.PersonLeft("aunt")) == ("father",)
    assert helpers(offered("H1", "child")) == ()


def test_what_is_missing_is_told() -> None:
    room = (PLANNED, ROUTINE, *came("ann"), *came("ben", Role.PARENT), card("C1", author="ben"))
    assert {"nobody", "no_safeguard"} <= whats(*room)
    one = (*room, offered("H1", "ann"))
    assert {"no_backup", "no_safeguard", "not_agreed"} <= whats(*one)
    assert "nobody" not in whats(*one)
    assert "no_safeguard" not in whats(*one, card("C2", CardKind.SAFEGUARD, risk="C1", author="ben"))
    alone = whats(*one, agreement("A1", "ann", risks=("C1",)))
    assert {"no_backup", "agreement_alone"} <= alone
    assert not alone & {"no_safeguard", "not_agreed"}
    assert not whats(*one, agreement("A1", "ann", backups=("ben",), risks=("C1",))) & {"no_backup", "agreement_alone"}
    refused = (agreement("A1", "ann", risks=("C1",)), e.AgreementAnswered("A1", "ann", Answer.NO, None))
    assert "agreement_alone" not in whats(*one, *refused)  # nobody does it at all: that is told already


def test_a_risk_point_that_waits_was_parked_or_taken_back_needs_nobody() -> None:
    assert found(board_of(*ROOM, card("C1")), "nobody")
    for gone in (e.CardTakenOffBoard("C1"), e.CardParked("C1", None), e.CardTakenBack("C1")):
        assert not found(board_of(*ROOM, card("C1"), gone), "nobody")


def test_a_finding_names_who_stands_alone_and_where() -> None:
    room = (PLANNED, ROUTINE, *(fact for person in PEOPLE for fact in came(person)))
    board = board_of(*room, card("R1"), offered("H1", "ann", risk="R1"), card("R2"), offered("H2", "ben", risk="R2"))
    (finding,) = found(board, "no_backup")
    assert (finding.scenes, finding.cards, finding.people) == (("S1",), ("R1", "R2"), ("ann", "ben"))
