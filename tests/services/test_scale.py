"""The safety scale in a meeting: unseen until shown, with or without names, and kept so that the way travelled can be seen."""

from __future__ import annotations

import pytest

from sos_core.access.view import View
from sos_core.domain.errors import NotAllowed
from sos_core.services.seeing import eyes_of, look
from tests.builders import Meeting, Somebody


@pytest.fixture
def meeting(meeting: Meeting) -> Meeting:
    for name, role in {"Mama": "parent", "Riet": "network", "Sem": "child"}.items():
        meeting.admitted(name, role)
    return meeting


def asked(meeting: Meeting, numbers: dict[str, int], *, named: bool = False) -> str:
    scale = meeting.do("ask_scale", named=named)
    for name, value in numbers.items():
        meeting.do("set_scale", meeting.people[name], value=value)
    return scale


def on(view: View, scale: str) -> View:
    found: View = view["scales"][scale]
    return found


def test_how_many_are_ready_is_told_and_no_number_before_all_are_shown(meeting: Meeting) -> None:
    scale = asked(meeting, {"Riet": 4, "Sem": 8})
    for view in (meeting.desk(), meeting.screen(), meeting.seen_by(meeting.people["Mama"])):
        assert (on(view, scale)["set"], on(view, scale)["of"], on(view, scale)["values"]) == (2, 3, {})
    assert on(meeting.seen_by(meeting.people["Sem"]), scale)["values"] == {meeting.people["Sem"].id: 8}
    meeting.do("show_scale")
    assert on(meeting.screen(), scale)["dots"] == [4, 8]
    assert on(meeting.screen(), scale)["values"] == {}


def test_a_number_can_be_changed_until_it_is_shown(meeting: Meeting) -> None:
    scale = asked(meeting, {"Riet": 4})
    meeting.do("set_scale", meeting.people["Riet"], value=6)
    meeting.do("show_scale")
    assert on(meeting.screen(), scale)["dots"] == [6]


def test_two_on_one_phone_each_set_their_own(meeting: Meeting) -> None:
    riet = meeting.people["Riet"]
    noor = meeting.admitted("Noor", "child", phone=riet)
    scale = asked(meeting, {"Riet": 4, "Noor": 9})
    assert on(meeting.seen_by(noor), scale)["values"] == {noor.id: 9}
    assert on(meeting.seen_by(riet), scale)["values"] == {riet.id: 4}


def test_looking_through_somebody_tells_the_facilitator_no_unseen_number(meeting: Meeting) -> None:
    scale = asked(meeting, {"Sem": 2})
    through = eyes_of(meeting.house, meeting.facilitator, meeting.conference, through=meeting.people["Sem"].id)
    assert on(look(meeting.house, meeting.conference, through), scale)["values"] == {}


def test_later_sessions_show_the_way_travelled(meeting: Meeting) -> None:
    first = asked(meeting, {"Mama": 2, "Riet": 5}, named=True)
    meeting.do("show_scale")
    meeting.office.clock.forward(days=14)
    meeting.do("begin_session")
    second = asked(meeting, {"Mama": 4, "Riet": 6}, named=True)
    meeting.do("show_scale")
    scales = meeting.screen()["scales"]
    assert [(one["session"], one["on"], one["dots"]) for one in scales.values()] == [
        (1, "2026-11-02", [2, 5]),
        (2, "2026-11-16", [4, 6]),
    ]
    assert list(scales) == [first, second]
    meeting.do("undo")
    assert meeting.screen()["now"]["session"] == 1


def test_at_a_later_session_only_who_is_there_is_counted_and_waited_for(meeting: Meeting) -> None:
    meeting.do("begin_session")
    scale = asked(meeting, {})
    meeting.do("hold_cards")
    assert on(meeting.screen(), scale)["of"] == meeting.screen()["now"]["of"] == 0
    riet, mama = meeting.people["Riet"], meeting.people["Mama"]
    meeting.do("mark_here", people=[riet.id, meeting.people["Sem"].id], here=True)
    meeting.do("mark_here", people=[meeting.people["Sem"].id], here=False)
    assert on(meeting.screen(), scale)["of"] == meeting.screen()["now"]["of"] == 1
    there = {person["name"]: person["here"] for person in meeting.screen()["people"].values()}
    assert there == {"Mama": False, "Riet": True, "Sem": False}
    meeting.do("say_ready", mama, ready=True)  # at home, and heard with the others, but not by name
    meeting.do("set_scale", mama, value=4)
    screen = meeting.screen()
    assert (screen["now"]["ready"], screen["now"]["of"], on(screen, scale)["of"]) == (1, 2, 2)
    assert not screen["people"][mama.id]["here"]
    assert "here" not in meeting.seen_by(riet)["people"][mama.id]
    meeting.do("undo")
    assert meeting.screen()["now"]["session"] == 1


def test_only_the_facilitator_asks_shows_and_begins(meeting: Meeting) -> None:
    somebody: Somebody = meeting.people["Mama"]
    for verb in ("ask_scale", "show_scale", "begin_session"):
        with pytest.raises(NotAllowed):
            meeting.do(verb, somebody)
