"""May they be together: in separate sessions once it is said who is apart, whatever comes first; and never two of those in one room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given as any_of
from hypothesis import settings
from hypothesis import strategies as st

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import RestrictionKind, Role, Together
from sos_core.domain.rules import inviting, meeting, preparing, restrictions
from sos_core.domain.steps import steps_of, to_undo
from tests.domain.given import PLANNED, ROUTINE, TODAY, board_of, given, journal

PEOPLE = ("mother", "father", "grandmother")
INVITED: tuple[e.Event, ...] = (PLANNED, ROUTINE, *(e.PersonInvited(who, Role.PARENT) for who in PEOPLE))
WAITING = (*INVITED, e.DoorOpened(), *(e.InvitedCame(who) for who in PEOPLE))
APART = e.RestrictionSet("X1", RestrictionKind.APART, ("mother", "father"), None)
UNREAD = e.RestrictionSet("X2", RestrictionKind.UNREAD, ("father", "mother"), None)
DAY: dict[str, Any] = {"session": "D1", "on": TODAY, "hours": ("09:30", "12:00"), "place": "w-place"}
MEETS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "plan": (preparing.plan_session, {**DAY, "people": ("mother",)}),
    "door": (meeting.open_door, {}),
    "admit": (meeting.admit, {"person": "mother", "role": Role.PARENT}),
    "back": (meeting.come_back, {"person": "grandmother", "came_as": "mother"}),
    "here": (meeting.mark_here, {"people": ("grandmother",), "here": True}),
}
"""All that brings somebody to a session."""
THERE = (*WAITING, e.PersonAdmitted("grandmother", Role.NETWORK), e.SessionBegun())


@pytest.mark.parametrize("how", MEETS)
@pytest.mark.parametrize("held", [(), (UNREAD,)], ids=["nothing", "another"])
def test_while_nobody_is_named_nobody_is_planned_or_let_in(how: str, held: tuple[e.Event, ...]) -> None:
    verb, asked = MEETS[how]
    given(*THERE, *held).when(verb, **asked, judged=Together.SEPARATE).refused("restrictions.name_first")
    given(*THERE, *held).when(verb, **asked, judged=Together.NOT_NOW).refused("referral.not_now")
    for judged, named in ((Together.TOGETHER, ()), (None, ()), (Together.SEPARATE, (APART,))):
        assert verb(board_of(*THERE, *held, *named), **asked, judged=judged)


def test_whoever_leaves_the_room_is_asked_nothing() -> None:
    asked = {"people": ("grandmother",), "here": False, "judged": Together.SEPARATE}
    given(*THERE).when(meeting.mark_here, **asked).then(e.PeopleHere(("grandmother",), here=False))


@pytest.mark.parametrize(("first", "second"), [("mother", "father"), ("father", "mother")])
def test_a_session_that_parts_two_people_is_not_undone_under_them(first: str, second: str) -> None:
    met = (*WAITING, APART, e.PersonAdmitted(first, Role.PARENT), e.SessionBegun())
    begun = len(met)
    assert _undoable(*met).seq == begun
    apart = (*met, e.PersonAdmitted(second, Role.PARENT))
    assert _undoable(*apart) is None
    assert _undoable(*apart, e.RestrictionLifted("X1")).seq == begun


def _undoable(*events: e.Event) -> Any:
    return to_undo(steps_of(journal(*events)), board_of(*events))


Act = tuple[str, Any]
ACTS = st.one_of(
    st.tuples(st.just("judge"), st.sampled_from(Together)),
    st.tuples(st.just("name"), st.sampled_from([PEOPLE[:2], PEOPLE[1:], PEOPLE[1::-1]])),
    st.tuples(st.sampled_from(["lift", "session", "undo", "door"]), st.none()),
    st.tuples(st.sampled_from(["admit", "away", "withdraw"]), st.sampled_from(PEOPLE)),
    st.tuples(st.just("plan"), st.sets(st.sampled_from(PEOPLE), min_size=1).map(lambda who: tuple(sorted(who)))),
)


@settings(max_examples=200, deadline=None)
@any_of(st.lists(ACTS, max_size=16))
def test_whatever_is_judged_and_named_in_whatever_order_nobody_is_brought_together_who_may_not(acts: list[Act]) -> None:
    events: list[e.Event] = [*WAITING]
    judged = Together.TOGETHER
    for number, (verb, about) in enumerate(acts):
        judged = about if verb == "judge" else judged
        before = board_of(*events)
        try:
            events += _act(events, verb, about, judged=judged, key=f"K{number}")
        except DomainError as error:
            refused = error.key
            assert (refused == "restrictions.name_first") <= (judged is Together.SEPARATE and not _pairs(before))
            continue
        if verb in BRINGS:
            assert judged is Together.TOGETHER or (judged is Together.SEPARATE and _pairs(before))
        after = board_of(*events)
        for pair in _pairs(after):
            assert not pair <= after.here or pair <= before.here
            assert verb != "plan" or not pair <= set(about)


BRINGS = {"plan", "door", "admit"}


def _act(events: list[e.Event], verb: str, about: Any, *, judged: Together, key: str) -> list[e.Event]:
    """What comes of it by the rules."""
    board = board_of(*events)
    if verb == "name":
        return [restrictions.restrict(board, restriction=key, kind=RestrictionKind.APART, people=about, words=None)]
    if verb == "lift":
        return [restrictions.lift_restriction(board, restriction=next(iter(board.restrictions), "none"))]
    if verb == "withdraw":
        return [inviting.withdraw_invitation(board, person=about)]
    if verb == "door":
        return [meeting.open_door(board, judged=judged)]
    if verb == "session":
        return [meeting.begin_session(board)]
    if verb == "plan":
        return [preparing.plan_session(board, **{**DAY, "session": key, "people": about}, judged=judged)]
    if verb == "undo":
        return [e.Undone(last.seq) for last in [_undoable(*events)] if last]
    if verb == "away":
        return [meeting.mark_here(board, people=(about,), here=False, judged=judged)]
    if verb == "admit":
        return [meeting.admit(board, person=about, role=Role.PARENT, judged=judged)]
    return []


def _pairs(board: Board) -> list[set[str]]:
    return [set(one.people) for one in board.restrictions.values() if one.kind is RestrictionKind.APART]
