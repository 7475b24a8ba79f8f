"""The dry run: "what if" cards, drawn or chosen, fitted to a scene, walked through, and what came of them."""

from __future__ import annotations

from sos_core.access.actor import Actor
from sos_core.domain import events as e
from sos_core.domain.kinds import DryRunOutcome
from sos_core.domain.rules import dry_run
from sos_core.services import library
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.verbs.registry import Verbs

verbs = Verbs()


@verbs.add
def draw_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The card of this name, or one by chance. Its words are copied, so that they stay as they were walked through."""
    name = fields.maybe_id("idea")
    ideas = library.what_ifs().values()
    idea = library.what_if(name) if name else dry_run.choose_idea(step.board, ideas, pick=house.pick)
    return dry_run.draw_what_if(
        step.board,
        idea,
        what_if=step.make(),
        title=step.keep(idea.title),
        question=step.keep(idea.question),
        scene=fields.maybe_id("scene"),
        pick=house.pick,
    )


@verbs.add
def write_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """A card in the family's own words, beside those of the library."""
    return dry_run.write_what_if(
        step.board,
        what_if=step.make(),
        title=step.keep(fields.raw("title")),
        question=step.keep(fields.raw("question")),
        scene=fields.maybe_id("scene"),
    )


@verbs.add
def fit_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return dry_run.fit_what_if(step.board, what_if=fields.id("what_if"), scene=fields.id("scene"))


@verbs.add
def walk_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return dry_run.walk_what_if(
        step.board,
        what_if=fields.id("what_if"),
        outcome=fields.choice("outcome", DryRunOutcome),
        words=step.keep_if_any(fields.raw("text")),
        base=fields.id("base"),
        change=new_id(),
        agreements=fields.ids("agreements"),
        on=house.today(),
    )


@verbs.add
def answer_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return dry_run.answer_what_if(step.board, what_if=fields.id("what_if"), agreement=fields.id("agreement"))


@verbs.add
def put_away_what_if(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return dry_run.put_away_what_if(step.board, what_if=fields.id("what_if"))
