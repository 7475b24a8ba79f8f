"""The safety scale: set unseen while it is asked, shown once, and kept with its session."""

import pytest

from sos_core.domain import events as e
from sos_core.domain.rules import meeting, scale
from tests.domain.given import ROOM, TODAY, board_of, given

ASKED = (*ROOM, e.ScaleAsked("Q1", TODAY, named=False))


def test_it_is_set_only_while_it_is_asked() -> None:
    given(*ROOM).when(scale.set_scale, person="mother", value=5).refused("scale.not_asked")
    given(*ASKED).when(scale.set_scale, person="mother", value=5).then(e.ScaleSet("Q1", "mother", 5))
    shown = (*ASKED, e.ScaleSet("Q1", "mother", 5), e.ScaleShown("Q1"))
    given(*shown).when(scale.set_scale, person="mother", value=6).refused("scale.shown_already")
    again = e.ScaleAsked("Q2", TODAY, named=True)
    given(*shown).when(scale.ask_scale, scale="Q2", on=TODAY, named=True).then(again)
    given(*shown, again).when(scale.set_scale, person="mother", value=6).then(e.ScaleSet("Q2", "mother", 6))


@pytest.mark.parametrize("value", range(-1, 12))
def test_it_goes_from_nought_to_ten(value: int) -> None:
    story = given(*ASKED).when(scale.set_scale, person="mother", value=value)
    if 0 <= value <= 10:
        story.then(e.ScaleSet("Q1", "mother", value))
    else:
        story.refused("scale.zero_to_ten")


def test_it_is_shown_once_somebody_has_set_it() -> None:
    given(*ROOM).when(scale.show_scale).refused("scale.not_asked")
    given(*ASKED).when(scale.show_scale).refused("scale.nobody_yet")
    given(*ASKED, e.ScaleSet("Q1", "mother", 5)).when(scale.show_scale).then(e.ScaleShown("Q1"))


def test_a_childs_faces_stand_for_numbers_of_the_scale() -> None:
    assert list(scale.FACES) == sorted(set(scale.FACES))
    assert (scale.FACES[0], scale.FACES[-1]) == (scale.LOWEST, scale.HIGHEST)


def test_the_first_session_begins_at_the_door_and_the_next_by_the_facilitator() -> None:
    given(*ROOM[:2]).when(meeting.begin_session).refused("session.first_by_the_door")
    assert board_of(*ROOM[:2]).now.session == 0
    given(*ROOM).when(meeting.begin_session).then(e.SessionBegun())
    board = board_of(*ROOM, e.DoorClosed(), e.DoorOpened())
    assert board.now.session == 1
    assert board_of(*ROOM, e.SessionBegun(), e.DoorOpened()).now.session == 2


def test_a_scale_belongs_to_the_session_in_which_it_was_asked() -> None:
    steps = (*ASKED, e.SessionBegun(), e.ScaleAsked("Q2", TODAY, named=False))
    found = {one.id: one.session for one in board_of(*steps).scales.values()}
    assert found == {"Q1": 1, "Q2": 2}
    undone = board_of(*steps, e.Undone(len(ASKED) + 1))
    assert {one.id: one.session for one in undone.scales.values()} == {"Q1": 1, "Q2": 1}
