"""The meeting: the door, who is in, where everybody is."""

from __future__ import annotations

from sos_core.domain import events as e
from sos_core.domain.asking import QUESTIONS_IN, questions_in
from sos_core.domain.board import Attendee, Board, Scene
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import CardKind, Phase, Role, Standing, Together
from sos_core.domain.rules.coming_together import may_meet, may_share_the_room

MOST_ROUTINES = 12
MOST_PEOPLE = 200


def plan_conference(board: Board, *, lines: tuple[e.BottomLineFacts, ...]) -> e.ConferencePlanned:
    """The conference begins, with the bottom lines of the referral: there is at least one."""
    if board.planned:
        raise DomainError("conference.planned_already")
    if not lines:
        raise DomainError("referral.no_bottom_lines")
    return e.ConferencePlanned(lines)


def add_routine(
    board: Board, *, routine: str, title: str, picture: str, scenes: tuple[e.SceneFacts, ...]
) -> e.RoutineAdded:
    if len(board.routines) >= MOST_ROUTINES:
        raise DomainError("film.too_many_routines", most=MOST_ROUTINES)
    if not scenes:
        raise DomainError("film.routine_without_scenes")
    return e.RoutineAdded(routine, title, picture, scenes)


def open_door(board: Board, *, judged: Together | None) -> e.DoorOpened:
    """The door opens only on a film: somebody who comes in must find a question. And only for people who may meet."""
    may_meet(board, judged)
    if not board.routines:
        raise DomainError("door.no_routine_yet")
    return e.DoorOpened()


def close_door(board: Board) -> e.DoorClosed:
    if not board.door_open:
        raise DomainError("door.closed_already")
    return e.DoorClosed()


def begin_session(board: Board) -> e.SessionBegun:
    """The next session. The first one begins by itself, when the door is opened for the first time."""
    if not board.now.session:
        raise DomainError("session.first_by_the_door")
    return e.SessionBegun()


def come_in(board: Board, *, person: str) -> e.PersonCame:
    if not board.door_open:
        raise DomainError("door.closed")
    if len(board.attendees) >= MOST_PEOPLE:
        raise DomainError("door.full", most=MOST_PEOPLE)
    return e.PersonCame(person)


def admit(board: Board, *, person: str, role: Role, judged: Together | None) -> e.PersonAdmitted:
    attendee = attendee_of(board, person)
    if attendee.standing is Standing.OUT:
        raise DomainError("door.has_left")
    if attendee.standing is Standing.INVITED:
        raise DomainError("door.not_waiting")
    may_share_the_room(board, (person,), judged)
    return e.PersonAdmitted(person, role)


def come_back(board: Board, *, person: str, came_as: str, judged: Together | None) -> e.PersonCameBack:
    """Somebody in the lobby is somebody who was let in before: what is hidden from them stays hidden, what is theirs is theirs."""
    if attendee_of(board, came_as).standing is not Standing.WAITING:
        raise DomainError("door.not_waiting")
    if attendee_of(board, person).role is None:
        raise NotFound("person.not_here")
    may_share_the_room(board, (person,), judged)
    return e.PersonCameBack(person, came_as)


def come_by_link(board: Board, *, person: str) -> e.PersonReturned | e.PersonCame | e.InvitedCame:
    """Whoever was let in before is in, the door open or not; who waits waits on; who never was in comes to an open door."""
    attendee = board.attendees.get(person)
    if attendee and attendee.standing is Standing.INVITED:
        if not board.door_open:
            raise DomainError("door.closed")
        return e.InvitedCame(person)
    if attendee and (attendee.role or attendee.standing is Standing.WAITING):
        return e.PersonReturned(person)
    return come_in(board, person=person)


def mark_here(board: Board, *, people: tuple[str, ...], here: bool, judged: Together | None) -> e.PeopleHere:
    """Who is at this session, of those who were let in: they alone are counted and waited for."""
    if not people or any(attendee_of(board, person).standing is not Standing.ADMITTED for person in people):
        raise DomainError("session.only_who_is_in")
    if here:
        may_share_the_room(board, people, judged)
    return e.PeopleHere(people, here)


def leave(board: Board, *, person: str) -> e.PersonLeft:
    if attendee_of(board, person).standing is Standing.INVITED:
        raise DomainError("door.not_waiting")
    return e.PersonLeft(person)


def move_phase(board: Board, *, phase: Phase) -> e.PhaseMoved:
    """Each phase with questions begins with its first; elsewhere the last one stands."""
    questions = QUESTIONS_IN.get(phase, (board.now.question,))
    question = board.now.question if board.now.phase is phase else questions[0]
    return e.PhaseMoved(phase, question)


def show_scene(board: Board, *, scene: str) -> e.SceneShown:
    return e.SceneShown(scene_of(board, scene).id)


def play(board: Board, *, scene: str | None = None) -> e.PlayStarted:
    """Playing starts at the given scene, else where everybody is."""
    start = scene or board.now.scene
    if start is None:
        raise DomainError("film.nothing_to_play")
    return e.PlayStarted(scene_of(board, start).id)


def stop_playing(board: Board) -> e.PlayStopped:
    return e.PlayStopped()


def ask(board: Board, *, question: CardKind) -> e.QuestionAsked:
    if question not in questions_in(board.now.phase):
        raise DomainError("film.no_such_question")
    return e.QuestionAsked(question)


def set_road(board: Board, *, straight: bool) -> e.RoadChanged:
    return e.RoadChanged(straight)


def pause_screen(board: Board, *, paused: bool) -> e.ScreenPaused:
    return e.ScreenPaused(paused)


def talk_through(board: Board, *, scene: str) -> e.SceneTalkedThrough:
    if scene_of(board, scene).talked_through:
        raise DomainError("film.talked_through_already")
    return e.SceneTalkedThrough(scene)


def scene_of(board: Board, scene: str) -> Scene:
    """The scene, or NotFound."""
    if scene not in board.scenes:
        raise NotFound("film.no_such_scene")
    return board.scenes[scene]


def attendee_of(board: Board, person: str) -> Attendee:
    """The person at this conference, or NotFound."""
    if person not in board.attendees:
        raise NotFound("person.not_here")
    return board.attendees[person]
