"""The meeting: the door, who is in, where everybody is."""

import pytest

from sos_core.domain import events as e
from sos_core.domain.errors import NotFound
from sos_core.domain.kinds import QUESTIONS, CardKind, Phase, Role, Standing
from sos_core.domain.rules import meeting
from tests.domain.given import LINE, PLANNED, ROOM, ROUTINE, SCENES, TOGETHER, came, given


def test_a_conference_begins_once_and_with_bottom_lines() -> None:
    given().when(meeting.plan_conference, lines=(LINE,)).then(PLANNED)
    given(PLANNED).when(meeting.plan_conference, lines=(LINE,)).refused("conference.planned_already")
    given().when(meeting.plan_conference, lines=()).refused("referral.no_bottom_lines")


def test_a_routine_has_scenes_and_there_are_not_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    routine = {"routine": "R1", "title": "w-routine", "picture": "school"}
    given(PLANNED).when(meeting.add_routine, **routine, scenes=SCENES).then(ROUTINE)
    given(PLANNED).when(meeting.add_routine, **routine, scenes=()).refused("film.routine_without_scenes")
    monkeypatch.setattr(meeting, "MOST_ROUTINES", 1)
    given(*ROOM).when(meeting.add_routine, **routine, scenes=SCENES).refused("film.too_many_routines")


def test_the_door_opens_only_on_a_film() -> None:
    given(PLANNED).when(meeting.open_door, judged=TOGETHER).refused("door.no_routine_yet")
    given(PLANNED, ROUTINE).when(meeting.open_door, judged=TOGETHER).then(e.DoorOpened())


def test_a_closed_door_stays_closed_to_all() -> None:
    given(PLANNED, ROUTINE).when(meeting.close_door).refused("door.closed_already")
    given(*ROOM).when(meeting.close_door).then(e.DoorClosed())
    given(*ROOM, e.DoorClosed()).when(meeting.come_in, person="late").refused("door.closed")


def test_who_comes_in_waits_until_let_in() -> None:
    given(*ROOM).when(meeting.come_in, person="late").then(e.PersonCame("late"))
    waiting = given(*ROOM, *came("late", None))
    assert waiting.board.role_of("late") is None
    waiting.when(meeting.admit, person="late", role=Role.PROFESSIONAL, judged=TOGETHER).then(
        e.PersonAdmitted("late", Role.PROFESSIONAL)
    )


def test_a_full_room_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meeting, "MOST_PEOPLE", 4)
    given(*ROOM).when(meeting.come_in, person="late").refused("door.full")


def test_who_was_put_out_is_not_let_in_again() -> None:
    out = given(*ROOM, e.PersonLeft("father"))
    out.when(meeting.admit, person="father", role=Role.PARENT, judged=TOGETHER).refused("door.has_left")


def test_at_a_new_session_nobody_is_there_until_it_is_said_and_all_stay_let_in() -> None:
    assert given(*ROOM).board.here == {"mother", "father", "grandmother", "child"}
    again = given(*ROOM, e.SessionBegun())
    assert again.board.here == frozenset()
    assert again.board.attendees["father"].standing is Standing.ADMITTED
    again.when(meeting.mark_here, people=("father",), here=True, judged=TOGETHER).then(
        e.PeopleHere(("father",), here=True)
    )
    some = given(*ROOM, e.SessionBegun(), e.PeopleHere(("father", "child"), here=True), *came("aunt"))
    assert some.board.here == {"father", "child", "aunt"}
    assert given(*ROOM, e.PeopleHere(("father",), here=False), e.PersonLeft("child")).board.here == {
        "mother",
        "grandmother",
    }


def test_by_the_own_link_who_was_let_in_is_in_and_who_never_was_waits_at_an_open_door() -> None:
    closed = (*ROOM, *came("late", None), e.DoorClosed())
    for inside in ("father", "late"):
        given(*closed).when(meeting.come_by_link, person=inside).then(e.PersonReturned(inside))
    given(*closed).when(meeting.come_by_link, person="invited").refused("door.closed")
    given(*ROOM).when(meeting.come_by_link, person="invited").then(e.PersonCame("invited"))
    given(*ROOM, *came("late", None), e.PersonLeft("late")).when(meeting.come_by_link, person="late").then(
        e.PersonCame("late")
    )


def test_who_is_back_by_the_own_link_is_who_they_were_and_not_yet_at_this_session() -> None:
    left = given(*ROOM, e.PersonLeft("father")).board.attendees["father"]
    back = given(*ROOM, e.PersonLeft("father"), e.PersonReturned("father")).board.attendees["father"]
    assert (back.standing, back.role, back.away, back.here) == (Standing.ADMITTED, left.role, False, False)
    assert given(*ROOM, e.PersonReturned("father")).board.attendees == given(*ROOM).board.attendees
    waiting = given(*ROOM, *came("late", None), e.PersonReturned("late")).board.attendees["late"]
    assert waiting.standing is Standing.WAITING


def test_only_who_was_let_in_is_there() -> None:
    room = given(*ROOM, *came("late", None), e.PersonLeft("father"))
    for nobody in ((), ("late",), ("mother", "father")):
        room.when(meeting.mark_here, people=nobody, here=True, judged=TOGETHER).refused("session.only_who_is_in")
    room.when(meeting.mark_here, people=("stranger",), here=True, judged=TOGETHER).refused("person.not_here", NotFound)
    assert given(*ROOM, e.PersonLeft("father"), e.PeopleHere(("father",), here=True)).board.here == {
        "mother",
        "grandmother",
        "child",
    }


def test_a_stranger_is_neither_let_in_nor_put_out() -> None:
    given(*ROOM).when(meeting.admit, person="stranger", role=Role.PARENT, judged=TOGETHER).refused(
        "person.not_here", NotFound
    )
    given(*ROOM).when(meeting.leave, person="stranger").refused("person.not_here", NotFound)
    given(*ROOM).when(meeting.leave, person="father").then(e.PersonLeft("father"))


@pytest.mark.parametrize("phase", Phase)
def test_any_phase_may_follow_any_other(phase: Phase) -> None:
    first = CardKind.WORRY if phase is Phase.WORRIES_AND_STRENGTHS else CardKind.STRENGTH
    room = given(*ROOM, e.PhaseMoved(Phase.EVALUATION, CardKind.STRENGTH))
    room.when(meeting.move_phase, phase=phase).then(e.PhaseMoved(phase, first))


def test_coming_back_to_the_phase_one_is_in_keeps_its_question() -> None:
    asked = (e.PhaseMoved(Phase.FILM, CardKind.STRENGTH), e.QuestionAsked(CardKind.RISK))
    given(*ROOM, *asked).when(meeting.move_phase, phase=Phase.FILM).then(e.PhaseMoved(Phase.FILM, CardKind.RISK))


def test_before_the_film_one_asks_for_worries_and_strengths_only() -> None:
    before = given(*ROOM, e.PhaseMoved(Phase.WORRIES_AND_STRENGTHS, CardKind.WORRY))
    before.when(meeting.ask, question=CardKind.STRENGTH).then(e.QuestionAsked(CardKind.STRENGTH))
    before.when(meeting.ask, question=CardKind.RISK).refused("film.no_such_question")


def test_another_phase_stops_the_film() -> None:
    assert given(*ROOM, e.PlayStarted("S2"), e.PhaseMoved(Phase.SCALE, CardKind.STRENGTH)).board.now.playing is False


def test_the_film_plays_from_the_scene_that_is_asked_or_shown() -> None:
    given(*ROOM, e.SceneShown("S2")).when(meeting.play).then(e.PlayStarted("S2"))
    given(*ROOM, e.SceneShown("S2")).when(meeting.play, scene="S1").then(e.PlayStarted("S1"))
    given(*ROOM).when(meeting.play, scene="elsewhere").refused("film.no_such_scene", NotFound)
    given(PLANNED).when(meeting.play).refused("film.nothing_to_play")
    given(*ROOM).when(meeting.stop_playing).then(e.PlayStopped())


def test_a_scene_that_is_not_there_is_not_shown() -> None:
    given(*ROOM).when(meeting.show_scene, scene="S2").then(e.SceneShown("S2"))
    given(*ROOM).when(meeting.show_scene, scene="elsewhere").refused("film.no_such_scene", NotFound)


@pytest.mark.parametrize("question", CardKind)
def test_the_questions_of_a_scene_are_asked_and_a_worry_is_none_of_them(question: CardKind) -> None:
    story = given(*ROOM).when(meeting.ask, question=question)
    if question in QUESTIONS:
        story.then(e.QuestionAsked(question))
    else:
        assert question is CardKind.WORRY
        story.refused("film.no_such_question")


def test_a_scene_is_talked_through_once() -> None:
    given(*ROOM).when(meeting.talk_through, scene="S1").then(e.SceneTalkedThrough("S1"))
    given(*ROOM, e.SceneTalkedThrough("S1")).when(meeting.talk_through, scene="S1").refused(
        "film.talked_through_already"
    )
    given(*ROOM).when(meeting.talk_through, scene="elsewhere").refused("film.no_such_scene", NotFound)


def test_road_and_pause_are_as_the_facilitator_says() -> None:
    given(*ROOM).when(meeting.set_road, straight=True).then(e.RoadChanged(True))
    given(*ROOM).when(meeting.pause_screen, paused=True).then(e.ScreenPaused(True))
    assert given(*ROOM, e.ScreenPaused(True), e.ScreenPaused(False)).board.now.paused is False
