"""The film on the board: routines, scenes, who helps. `scenes` stand in the order of the film."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sos_core.domain import board as b
from sos_core.domain import events as e
from sos_core.domain.fold.step import changed, fold
from sos_core.domain.kinds import Audience
from sos_core.domain.replacing import replace


@fold.register
def _(event: e.RoutineAdded, board: b.Board, entry: e.Entry) -> b.Board:
    shown = tuple(s.scene for s in event.scenes)
    routine = b.Routine(event.routine, event.title, event.picture, shown, base=event.routine)
    scenes = {
        s.scene: b.Scene(s.scene, event.routine, s.title, s.time, s.place, s.picture, s.library, base=s.scene)
        for s in event.scenes
    }
    now = board.now if board.now.scene else replace(board.now, scene=next(iter(routine.scenes), None))
    return replace(
        board,
        routines={**board.routines, routine.id: routine},
        scenes={**board.scenes, **scenes},
        now=now,
    )


@fold.register
def _(event: e.RoutineChanged, board: b.Board, entry: e.Entry) -> b.Board:
    said = {"title": event.title, "picture": event.picture, "base": event.base}
    return replace(board, routines=changed(board.routines, event.routine, **said))


@fold.register
def _(event: e.RoutineMoved, board: b.Board, entry: e.Entry) -> b.Board:
    if event.routine not in board.routines:
        return board
    order = _placed(board.routines, event.routine, event.before)
    return _filmed(board, {key: board.routines[key] for key in order}, board.scenes)


@fold.register
def _(event: e.RoutineRemoved, board: b.Board, entry: e.Entry) -> b.Board:
    routine, into = board.routines.get(event.routine), board.lands_at(event.into)
    if routine is None or into not in board.scenes or into in routine.scenes:
        return board
    rest = {key: one for key, one in board.routines.items() if key != routine.id}
    return _without(board, routine.scenes, into, rest)


@fold.register
def _(event: e.SceneAdded, board: b.Board, entry: e.Entry) -> b.Board:
    routine = board.routines.get(event.routine)
    if routine is None:
        return board
    scene = b.Scene(
        event.scene, routine.id, event.title, event.time, event.place, event.picture, None, base=event.scene
    )
    order = _placed(routine.scenes, scene.id, event.before)
    routines = changed(board.routines, routine.id, scenes=order)
    return _filmed(board, routines, {**board.scenes, scene.id: scene})


@fold.register
def _(event: e.SceneChanged, board: b.Board, entry: e.Entry) -> b.Board:
    said = {name: getattr(event, name) for name in ("title", "time", "place", "picture", "base")}
    return replace(board, scenes=changed(board.scenes, event.scene, **said))


@fold.register
def _(event: e.SceneMoved, board: b.Board, entry: e.Entry) -> b.Board:
    scene, routine = board.scenes.get(event.scene), board.routines.get(event.routine)
    if scene is None or routine is None:
        return board
    routines = {key: _without_scene(one, scene.id) for key, one in board.routines.items()}
    order = _placed(routines[routine.id].scenes, scene.id, event.before)
    routines = changed(routines, routine.id, scenes=order)
    return _filmed(board, routines, changed(board.scenes, scene.id, routine=routine.id))


@fold.register
def _(event: e.SceneRemoved, board: b.Board, entry: e.Entry) -> b.Board:
    into = board.lands_at(event.into)
    if event.scene not in board.scenes or into not in board.scenes or into == event.scene:
        return board
    rest = {key: _without_scene(one, event.scene) for key, one in board.routines.items()}
    return _without(board, (event.scene,), into, rest)


@fold.register
def _(event: e.HelpNoted, board: b.Board, entry: e.Entry) -> b.Board:
    scene = board.lands_at(event.scene)
    card = b.Card(
        id=event.card,
        seq=entry.seq,
        kind=event.kind,
        words=None,
        author=event.person,
        scene=scene,
        risk=None,
        audience=Audience.EVERYBODY,
        hidden_from=(),
        on_board=True,
    )
    return replace(board, cards={**board.cards, card.id: card})


@fold.register
def _(event: e.HelpersOrdered, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scenes=changed(board.scenes, event.scene, helpers=event.cards))


@fold.register
def _(event: e.SceneTalkedThrough, board: b.Board, entry: e.Entry) -> b.Board:
    return replace(board, scenes=changed(board.scenes, event.scene, talked_through=True))


def _placed(order: Iterable[str], one: str, before: str | None) -> tuple[str, ...]:
    """The same row with this one before that one; at the end when that one is not in it."""
    rest = [other for other in order if other != one]
    at = rest.index(before) if before in rest else len(rest)
    return (*rest[:at], one, *rest[at:])


def _without_scene(routine: b.Routine, scene: str) -> b.Routine:
    return replace(routine, scenes=tuple(one for one in routine.scenes if one != scene))


def _without(board: b.Board, gone: tuple[str, ...], into: str, routines: Mapping[str, b.Routine]) -> b.Board:
    """Without these scenes. What was said there, and everybody who was there, goes to the scene `into`."""
    cards = {key: replace(c, scene=into) if c.scene in gone else c for key, c in board.cards.items()}
    what_ifs = {key: replace(w, scene=into) if w.scene in gone else w for key, w in board.what_ifs.items()}
    now = replace(board.now, scene=into) if board.now.scene in gone else board.now
    left = replace(
        board, cards=cards, what_ifs=what_ifs, now=now, removed={**board.removed, **dict.fromkeys(gone, into)}
    )
    return _filmed(left, routines, {key: scene for key, scene in board.scenes.items() if key not in gone})


def _filmed(board: b.Board, routines: Mapping[str, b.Routine], scenes: Mapping[str, b.Scene]) -> b.Board:
    order = [key for routine in routines.values() for key in routine.scenes]
    return replace(board, routines=routines, scenes={key: scenes[key] for key in order if key in scenes})
