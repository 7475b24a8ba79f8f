"""The film as the desk changes it: routines, scenes, who helps where, and where a card stands."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.kinds import CardKind
from sos_core.domain.rules import film, meeting
from sos_core.services import library
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()

BLANK = "film"
"""The picture of what has none of its own yet."""


@verbs.add
def add_routine(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """A routine of the library, its words copied so that they are the family's from here on; without one, the family's own.

    With `title`, `picture` and `scenes` the family's own take the place of the library's: as many scenes as that has, in its
    order.
    """
    name = fields.maybe_id("library")
    if name is None:
        return _own_routine(step, fields)
    chosen = library.routine(name)
    own = fields.records("scenes") or (Fields({}),) * len(chosen.scenes)
    if len(own) != len(chosen.scenes):
        raise DomainError("film.other_scenes", scenes=len(chosen.scenes))
    scenes = tuple(
        _scene_of_library(step, idea, said, f"{chosen.id}/{place}")
        for place, (idea, said) in enumerate(zip(chosen.scenes, own, strict=True))
    )
    return meeting.add_routine(
        step.board,
        routine=step.make(),
        title=step.keep_if_any(fields.raw("title")) or step.keep(chosen.title),
        picture=fields.maybe_id("picture") or chosen.picture,
        scenes=scenes,
    )


@verbs.add
def change_routine(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.change_routine(
        step.board,
        routine=fields.id("routine"),
        title=step.keep(fields.raw("title")),
        picture=fields.maybe_id("picture") or BLANK,
        base=fields.id("base"),
        change=new_id(),
    )


@verbs.add
def move_routine(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.move_routine(step.board, routine=fields.id("routine"), before=fields.maybe_id("before"))


@verbs.add
def remove_routine(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.remove_routine(step.board, routine=fields.id("routine"), into=fields.maybe_id("into"))


@verbs.add
def add_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.add_scene(
        step.board,
        _shot(step, fields),
        scene=step.make(),
        routine=fields.id("routine"),
        before=fields.maybe_id("before"),
    )


@verbs.add
def change_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.change_scene(
        step.board, _shot(step, fields), scene=fields.id("scene"), base=fields.id("base"), change=new_id()
    )


@verbs.add
def move_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.move_scene(
        step.board, scene=fields.id("scene"), routine=fields.id("routine"), before=fields.maybe_id("before")
    )


@verbs.add
def remove_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.remove_scene(step.board, scene=fields.id("scene"), into=fields.maybe_id("into"))


@verbs.add
def note_help(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """What somebody says out loud; they can take it back on their own phone."""
    return film.note_help(
        step.board,
        card=step.make(),
        kind=fields.choice("kind", CardKind, default=CardKind.HELP_STEP_IN),
        person=fields.id("person"),
        scene=fields.id("scene"),
    )


@verbs.add
def order_helpers(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return film.order_helpers(step.board, scene=fields.id("scene"), cards=fields.ids("cards"))


def _own_routine(step: Step, fields: Fields) -> e.RoutineAdded:
    scenes = tuple(_own_scene(step, said) for said in fields.records("scenes"))
    return meeting.add_routine(
        step.board,
        routine=step.make(),
        title=step.keep(fields.raw("title")),
        picture=fields.maybe_id("picture") or BLANK,
        scenes=scenes,
    )


def _own_scene(step: Step, said: Fields) -> e.SceneFacts:
    shot = _shot(step, said)
    return e.SceneFacts(new_id(), shot.title, shot.time, shot.place, shot.picture, None)


def _shot(step: Step, fields: Fields) -> film.Shot:
    return film.Shot(
        title=step.keep(fields.raw("title")),
        time=fields.maybe_time("time"),
        place=step.keep_if_any(fields.raw("place")),
        picture=fields.maybe_id("picture") or BLANK,
    )


def _scene_of_library(step: Step, idea: library.SceneIdea, said: Fields, place: str) -> e.SceneFacts:
    """The scene of the library, with what the family says otherwise."""
    return e.SceneFacts(
        scene=new_id(),
        title=step.keep_if_any(said.raw("title")) or step.keep(idea.title),
        time=said.maybe_time("time") or idea.time,
        place=step.keep_if_any(said.raw("place")) or step.keep_if_any(idea.place),
        picture=said.maybe_id("picture") or idea.picture,
        library=place,
    )
