"""Who may not meet or read what: what the facilitator can set, and what the room then holds to."""

import pytest

from sos_core.domain import events as e
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import RestrictionKind, Role, Standing
from sos_core.domain.rules import inviting, meeting
from sos_core.domain.rules import restrictions as rules
from tests.domain.given import PLANNED, ROOM, TOGETHER, board_of, came, given

APART = e.RestrictionSet("X1", RestrictionKind.APART, ("mother", "father"), None)
INVITED = (PLANNED, e.PersonInvited("mother", Role.PARENT), e.PersonInvited("father", Role.PARENT))
HIDDEN = e.RestrictionSet("X2", RestrictionKind.GUARDED, ("father",), "w-address")


def test_what_is_set_names_two_people_or_one_and_words() -> None:
    asked = {"restriction": "X9", "people": ("mother", "father")}
    given(*ROOM).when(rules.restrict, kind=RestrictionKind.APART, words=None, **asked).then(
        e.RestrictionSet("X9", RestrictionKind.APART, ("mother", "father"), None)
    )
    given(*ROOM).when(rules.restrict, kind=RestrictionKind.GUARDED, words="w", **asked).refused("restrictions.how_many")
    given(*ROOM).when(
        rules.restrict, kind=RestrictionKind.GUARDED, restriction="X9", people=("father",), words=None
    ).refused("restrictions.which_words")
    given(*ROOM).when(
        rules.restrict, kind=RestrictionKind.UNREAD, restriction="X9", people=("father", "father"), words=None
    ).refused("restrictions.how_many")
    given(*ROOM).when(
        rules.restrict, kind=RestrictionKind.APART, restriction="X9", people=("father", "nobody"), words=None
    ).refused("person.not_here", NotFound)


def test_two_people_are_kept_apart_once_whoever_is_named_first() -> None:
    given(*ROOM, APART).when(
        rules.restrict, restriction="X9", kind=RestrictionKind.APART, people=("father", "mother"), words=None
    ).refused("restrictions.there_already")
    given(*ROOM).when(rules.lift_restriction, restriction="X1").refused("restrictions.not_here", NotFound)
    assert not board_of(*ROOM, APART, e.RestrictionLifted("X1")).restrictions


@pytest.mark.parametrize(("first", "second"), [("mother", "father"), ("father", "mother")])
def test_whoever_is_kept_apart_is_not_let_in_while_the_other_is_there(first: str, second: str) -> None:
    waiting = (*INVITED, APART, e.InvitedCame(first), e.PersonAdmitted(first, Role.PARENT), e.InvitedCame(second))
    given(*waiting).when(meeting.admit, person=second, role=Role.PARENT, judged=TOGETHER).refused("restrictions.apart")
    given(*waiting, e.PeopleHere((first,), here=False)).when(
        meeting.admit, person=second, role=Role.PARENT, judged=TOGETHER
    ).then(e.PersonAdmitted(second, Role.PARENT))
    given(*waiting, e.SessionBegun()).when(meeting.admit, person=second, role=Role.PARENT, judged=TOGETHER).then(
        e.PersonAdmitted(second, Role.PARENT)
    )


def test_whoever_is_kept_apart_does_not_come_back_or_count_as_there_beside_the_other() -> None:
    met = (*ROOM, e.SessionBegun(), APART, e.PeopleHere(("mother",), here=True), *came("new", None))
    given(*met).when(meeting.mark_here, people=("father", "child"), here=True, judged=TOGETHER).refused(
        "restrictions.apart"
    )
    given(*met).when(meeting.come_back, person="father", came_as="new", judged=TOGETHER).refused("restrictions.apart")
    given(*ROOM, e.SessionBegun(), APART).when(
        meeting.mark_here, people=("father", "mother"), here=True, judged=TOGETHER
    ).refused("restrictions.apart")


def test_whoever_is_invited_stays_expected_until_they_are_let_in() -> None:
    board = board_of(*INVITED, e.InvitedCame("mother"))
    assert board.attendees["mother"].standing is Standing.WAITING
    back = board_of(*INVITED, e.InvitedCame("mother"), e.PersonLeft("mother"))
    assert back.attendees["mother"].standing is Standing.INVITED
    left = (*INVITED, e.InvitedCame("mother"), e.PersonLeft("mother"))
    given(*left).when(meeting.admit, person="mother", role=Role.PARENT, judged=TOGETHER).refused("door.not_waiting")
    given(*INVITED).when(inviting.withdraw_invitation, person="mother").then(e.InvitationWithdrawn("mother"))
    given(*ROOM).when(inviting.withdraw_invitation, person="mother").refused("invitations.came_already")


def test_with_an_invitation_goes_what_was_to_be_kept_from_that_person() -> None:
    board = board_of(*INVITED, APART, HIDDEN, e.InvitationWithdrawn("father"))
    assert not board.restrictions
    assert "father" not in board.attendees
