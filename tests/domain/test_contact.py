"""Contact grows step by step: in order, and only on what was seen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import Proof
from sos_core.domain.rules import contact
from tests.domain.given import ROOM, TODAY, agreement, board_of, given

PLANNED = (
    *ROOM,
    e.ContactStepPlanned("K1", "father", "w-one", "w-asks", 2),
    e.ContactStepPlanned("K2", "father", "w-two", "w-asks", 4),
)
SIGNED = e.ContactStepSignedOff("K1", TODAY, "w-because", "w-seen", 0)
SIGN = {"on": TODAY, "because": "w-because"}
PLAN = {"step": "K9", "what": "w", "asks": "w"}


def test_it_is_planned_with_a_grown_up_of_this_conference() -> None:
    plan = given(*ROOM).when
    plan(contact.plan_step, person="father", hours=None, **PLAN).then(
        e.ContactStepPlanned("K9", "father", "w", "w", None)
    )
    for nobody in ("child", "stranger"):
        plan(contact.plan_step, person=nobody, hours=1, **PLAN).refused("person.not_here", NotFound)
    plan(contact.plan_step, person="father", hours=169, **PLAN).refused("contact.hours")


def test_no_step_before_the_one_before_it_and_none_without_what_was_seen() -> None:
    sign = given(*PLANNED).when
    sign(contact.sign_off_step, step="K1", seen="w-seen", **SIGN).then(SIGNED)
    sign(contact.sign_off_step, step="K1", seen=None, **SIGN).refused("contact.nothing_seen")
    sign(contact.sign_off_step, step="K2", seen="w-seen", **SIGN).refused("contact.step_before_first")
    after = given(*PLANNED, SIGNED).when
    after(contact.sign_off_step, step="K1", seen="w-seen", **SIGN).refused("contact.signed_already")
    after(contact.sign_off_step, step="K2", seen="w-seen", **SIGN).then(
        e.ContactStepSignedOff("K2", TODAY, "w-because", "w-seen", 0)
    )
    other = e.ContactStepPlanned("M1", "mother", "w", "w", None)
    given(*PLANNED, other).when(contact.sign_off_step, step="M1", seen="w", **SIGN).then(
        e.ContactStepSignedOff("M1", TODAY, "w-because", "w", 0)
    )


def test_what_worked_since_the_step_before_is_seen_too() -> None:
    agreed = (*PLANNED, agreement("A1", "father"), agreement("A2", "mother"))
    worked = e.ProofNoted("A1", Proof.WORKED, TODAY, None)
    given(*agreed, worked).when(contact.sign_off_step, step="K1", seen=None, **SIGN).then(
        e.ContactStepSignedOff("K1", TODAY, "w-because", None, 1)
    )
    for nothing in (e.ProofNoted("A1", Proof.PRACTISED, TODAY, None), e.ProofNoted("A2", Proof.WORKED, TODAY, None)):
        given(*agreed, nothing).when(contact.sign_off_step, step="K1", seen=None, **SIGN).refused(
            "contact.nothing_seen"
        )
    given(*agreed, worked, SIGNED).when(contact.sign_off_step, step="K2", seen=None, **SIGN).refused(
        "contact.nothing_seen"
    )


def test_when_a_step_stops_those_after_it_stop_with_it() -> None:
    both = (*PLANNED, SIGNED, e.ContactStepSignedOff("K2", TODAY, "w", "w", 0))
    halted = e.ContactStepHalted("K1", TODAY, "w-why")
    given(*both).when(contact.halt_step, step="K1", on=TODAY, because="w-why").then(halted)
    given(*PLANNED).when(contact.halt_step, step="K1", on=TODAY, because="w").refused("contact.not_signed")
    steps = board_of(*both, halted).contact_steps
    assert [(one.signed_on, one.halted_on) for one in steps.values()] == [(None, TODAY), (None, None)]
    again = given(*both, halted).when
    again(contact.sign_off_step, step="K2", seen="w", **SIGN).refused("contact.step_before_first")
    again(contact.sign_off_step, step="K1", seen="w-seen", **SIGN).then(SIGNED)
    assert board_of(*both, halted, SIGNED).contact_steps["K1"].halted_on is None


@settings(max_examples=60, deadline=None)
@any_of(st.lists(st.tuples(st.sampled_from(["sign", "halt"]), st.sampled_from(["K1", "K2", "K3"])), max_size=12))
def test_whatever_is_tried_no_step_is_signed_while_one_before_it_is_not(tries: list[Any]) -> None:
    events: list[e.Event] = [*PLANNED, e.ContactStepPlanned("K3", "father", "w", "w", 8)]
    for day, (verb, step) in enumerate(tries):
        board, on = board_of(*events), TODAY + timedelta(days=day)
        try:
            if verb == "sign":
                events.append(contact.sign_off_step(board, step=step, on=on, because="w", seen="w"))
            else:
                events.append(contact.halt_step(board, step=step, on=on, because="w"))
        except DomainError:
            continue
    signed = [one.signed_on is not None for one in contact.steps_with(board_of(*events), "father")]
    assert signed == sorted(signed, reverse=True)
