"""The film as the desk changes it: routines, scenes, and who helps where."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.domain import events as e
from sos_core.domain.board import Board, Routine
from sos_core.domain.errors import ChangedMeanwhile, DomainError, NotFound
from sos_core.domain.kinds import HELP, CardKind, Role, Standing
from sos_core.domain.rules.cards import MOST_CARDS
from sos_core.domain.rules.meeting import attendee_of, scene_of

MOST_SCENES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A scene as the desk writes it. `title` and `place` are ids of words."""

    title: str
    picture: str
    time: str | None = None
    place: str | None = None


def change_routine(board: Board, *, routine: str, title: str, picture: str, base: str, change: str) -> e.RoutineChanged:
    """On the version that the desk looked at; else ChangedMeanwhile."""
    _check_base(routine_of(board, routine).base, base)
    return e.RoutineChanged(routine, change, title, picture)


def move_routine(board: Board, *, routine: str, before: str | None) -> e.RoutineMoved:
    if before is not None:
        routine_of(board, before)
    return e.RoutineMoved(routine_of(board, routine).id, before)


def remove_routine(board: Board, *, routine: str, into: str | None) -> e.RoutineRemoved:
    """There is always a film. What was said in this routine goes to a scene of another; without words, to any."""
    found = routine_of(board, routine)
    others = [scene for scene in board.scenes.values() if scene.routine != found.id]
    if not others:
        raise DomainError("film.last_routine")
    return e.RoutineRemoved(found.id, _taker(board, found.scenes, into, others[0].id))


def add_scene(board: Board, shot: Shot, *, scene: str, routine: str, before: str | None) -> e.SceneAdded:
    found = _with_room(board, routine)
    if before is not None:
        scene_of(board, before)
    return e.SceneAdded(found.id, scene, shot.title, shot.time, shot.place, shot.picture, before)


def change_scene(board: Board, shot: Shot, *, scene: str, base: str, change: str) -> e.SceneChanged:
    """On the version that the desk looked at; else ChangedMeanwhile."""
    _check_base(scene_of(board, scene).base, base)
    return e.SceneChanged(scene, change, shot.title, shot.time, shot.place, shot.picture)


def move_scene(board: Board, *, scene: str, routine: str, before: str | None) -> e.SceneMoved:
    """Within its routine, or to another that has room; the last scene of a routine stays in it."""
    found = scene_of(board, scene)
    if found.routine != routine:
        _with_room(board, routine)
        _check_not_last(board, found.routine)
    if before is not None:
        scene_of(board, before)
    return e.SceneMoved(scene, routine_of(board, routine).id, before)


def remove_scene(board: Board, *, scene: str, into: str | None) -> e.SceneRemoved:
    """A routine keeps a scene. What was said here goes to the scene `into`, which the desk chooses when there is something to
    keep; else to the scene beside it, where words go that somebody is still writing.
    """
    found = scene_of(board, scene)
    _check_not_last(board, found.routine)
    row = board.routines[found.routine].scenes
    at = row.index(scene)
    return e.SceneRemoved(scene, _taker(board, (scene,), into, row[at - 1] if at else row[1]))


def note_help(board: Board, *, card: str, kind: CardKind, person: str, scene: str) -> e.HelpNoted:
    """Somebody who is in said out loud that they can help. A child is nobody's help; nobody is noted twice."""
    if kind not in HELP:
        raise DomainError("input.unknown_choice", field="kind")
    somebody = attendee_of(board, person)
    if somebody.standing is not Standing.ADMITTED:
        raise NotFound("person.not_here")
    if somebody.role is Role.CHILD:
        raise DomainError("film.child_is_no_help")
    offers = board.help_by_scene()[scene_of(board, scene).id]
    if any(offer.author == person and offer.kind is kind for offer in offers):
        raise DomainError("film.helps_already")
    if len(board.cards) >= MOST_CARDS:
        raise DomainError("cards.too_many", most=MOST_CARDS)
    return e.HelpNoted(card, kind, person, scene)


def order_helpers(board: Board, *, scene: str, cards: tuple[str, ...]) -> e.HelpersOrdered:
    """Who is asked first. Every card is an offer at this scene; those that are left out come after."""
    offered = {card.id for card in board.help_by_scene()[scene_of(board, scene).id]}
    if not set(cards) <= offered:
        raise NotFound("cards.no_such_card")
    return e.HelpersOrdered(scene, cards)


def routine_of(board: Board, routine: str) -> Routine:
    """The routine, or NotFound."""
    if routine not in board.routines:
        raise NotFound("film.routine_gone")
    return board.routines[routine]


def _with_room(board: Board, routine: str) -> Routine:
    found = routine_of(board, routine)
    if len(found.scenes) >= MOST_SCENES:
        raise DomainError("film.too_many_scenes", most=MOST_SCENES)
    return found


def _check_not_last(board: Board, routine: str) -> None:
    if len(board.routines[routine].scenes) < 2:
        raise DomainError("film.last_scene")


def _check_base(current: str, base: str) -> None:
    if current != base:
        raise ChangedMeanwhile("film.changed_meanwhile", current=current)


def _taker(board: Board, gone: tuple[str, ...], into: str | None, beside: str) -> str:
    """The scene to which the words go."""
    if into is None:
        if any(card.scene in gone and not card.taken_back for card in board.cards.values()):
            raise DomainError("film.where_do_cards_go")
        return beside
    if scene_of(board, into).id in gone:
        raise NotFound("film.no_such_scene")
    return into
