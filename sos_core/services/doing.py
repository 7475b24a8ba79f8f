"""Doing: every other verb of a conference, by name. Each reads its fields, asks its rule, and gives one fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.domain.fold import last_undoable
from sos_core.domain.kinds import Answer, Audience, CardKind, Decision, Outcome, Phase, Role
from sos_core.domain.rules import agreements, cards, meeting, plan
from sos_core.domain.words import name as checked_name
from sos_core.services import library
from sos_core.services.carrying_out import Step, carry_out, stake_in
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.speakers import speaker
from sos_core.store.journal import Kept
from sos_core.store.tables import Conference, Evaluation, Person, Words


def do(house: House, actor: Actor, done: Mapping[str, Any]) -> Kept:
    """Carry out one verb: `POST /api/do` in docs/http.md. Its `key` makes sending it again harmless."""
    fields = Fields(done)
    verb = fields.id("verb")
    if verb not in VERBS:
        raise DomainError("input.unknown_choice", field="verb")
    conference = actor.conference if isinstance(actor, Guest) else fields.id("conference")
    with house.store.reading() as session:
        policy.may_do(actor, verb, stake_in(session, conference))

    def decide(step: Step) -> e.Event:
        if isinstance(actor, Guest):
            _own(actor, verb, step, fields)
        return VERBS[verb](house, actor, step, fields)

    return carry_out(house, actor, conference, fields.id("key"), decide)


def _own(actor: Guest, verb: str, step: Step, fields: Fields) -> None:
    """What guests do with cards they do with their own; a card of another is not there for them."""
    if verb in policy.OWN_CARD_VERBS:
        author = cards.card_of(step.board, fields.id("card")).author
        if author not in actor.people:
            raise NotAllowed("policy.not_your_card")
        speaker(actor, step.board, author)


Verb = Callable[[House, Actor, Step, Fields], e.Event]
VERBS: dict[str, Verb] = {}


def _verb(verb: Verb) -> Verb:
    VERBS[verb.__name__] = verb
    return verb


# -- the meeting ------------------------------------------------------------------------------------------------------


@_verb
def add_routine(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """A routine of the library, its words copied so that they are the family's from here on.

    With `title`, `picture` and `scenes` the family's own take their place: as many scenes as the library has, in its order.
    """
    chosen = library.routine(fields.id("library"))
    own = fields.records("scenes") or (Fields({}),) * len(chosen.scenes)
    if len(own) != len(chosen.scenes):
        raise DomainError("film.other_scenes", scenes=len(chosen.scenes))
    scenes = tuple(
        _scene(step, idea, said, f"{chosen.id}/{place}")
        for place, (idea, said) in enumerate(zip(chosen.scenes, own, strict=True))
    )
    return meeting.add_routine(
        step.board,
        routine=step.make(),
        title=step.keep_if_any(fields.raw("title")) or step.keep(chosen.title),
        picture=fields.maybe_id("picture") or chosen.picture,
        scenes=scenes,
    )


def _scene(step: Step, idea: library.SceneIdea, said: Fields, place: str) -> e.SceneFacts:
    """The scene of the library, with what the family says otherwise."""
    return e.SceneFacts(
        scene=new_id(),
        title=step.keep_if_any(said.raw("title")) or step.keep(idea.title),
        time=said.maybe_time("time") or idea.time,
        place=step.keep_if_any(said.raw("place")) or step.keep_if_any(idea.place),
        picture=said.maybe_id("picture") or idea.picture,
        library=place,
    )


@_verb
def open_door(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The first opening is the day of the first session."""
    conference = step.session.get_one(Conference, step.conference)
    conference.first_session_on = conference.first_session_on or house.today()
    return meeting.open_door(step.board)


@_verb
def close_door(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.close_door(step.board)


@_verb
def admit(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    fact = meeting.admit(step.board, person=fields.id("person"), role=fields.choice("role", Role))
    person = step.session.get_one(Person, fact.person)
    if relation := fields.raw("relation"):
        person.relation = checked_name(relation)
    person.picture = fields.maybe_id("picture") or person.picture
    return fact


@_verb
def turn_away(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.leave(step.board, person=fields.id("person"))


@_verb
def leave(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.leave(step.board, person=speaker(actor, step.board, fields.maybe_id("person")))


@_verb
def move_phase(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.move_phase(step.board, phase=fields.choice("phase", Phase))


@_verb
def show_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.show_scene(step.board, scene=fields.id("scene"))


@_verb
def play(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.play(step.board, scene=fields.maybe_id("scene"))


@_verb
def stop_playing(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.stop_playing(step.board)


@_verb
def ask(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.ask(step.board, question=fields.choice("question", CardKind))


@_verb
def set_road(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.set_road(step.board, straight=fields.flag("straight"))


@_verb
def pause_screen(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.pause_screen(step.board, paused=fields.flag("paused"))


@_verb
def talk_through(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.talk_through(step.board, scene=fields.id("scene"))


@_verb
def ask_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.ask_scale(step.board, scale=step.make())


@_verb
def set_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    person = speaker(actor, step.board, fields.maybe_id("person"))
    return meeting.set_scale(step.board, person=person, value=fields.number("value"))


@_verb
def show_scale(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.show_scale(step.board)


@_verb
def undo(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The last step of the desk that still counts no longer does."""
    last = last_undoable(step.current.entries, step.board)
    if last is None:
        raise DomainError("board.nothing_to_undo")
    return e.Undone(last.seq)


# -- cards ------------------------------------------------------------------------------------------------------------


@_verb
def put_on_board(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.put_on_board(step.board, card=fields.id("card"), named=fields.flag("named"))


@_verb
def take_off_board(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.take_off_board(step.board, card=fields.id("card"))


@_verb
def agree_to_show(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.agree_to_show(step.board, card=fields.id("card"))


@_verb
def take_back(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The words leave the database with the card."""
    card = cards.card_of(step.board, fields.id("card"))
    if card.words and (words := step.session.get(Words, card.words)):
        words.text = None
    return cards.take_back(step.board, card=card.id)


@_verb
def hide_card(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.hide_card(
        step.board,
        card=fields.id("card"),
        audience=fields.choice("audience", Audience),
        hidden_from=fields.ids("hidden_from"),
        by_author=isinstance(actor, Guest),
    )


@_verb
def park_worry(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return cards.park_worry(step.board, card=fields.id("card"), reason=step.keep(fields.raw("reason")))


# -- agreements and plan ----------------------------------------------------------------------------------------------


@_verb
def make_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.make_agreement(step.board, _draft(step, fields), agreement=step.make())


@_verb
def change_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.change_agreement(
        step.board,
        _draft(step, fields),
        agreement=fields.id("agreement"),
        base=fields.id("base"),
        change=new_id(),
    )


@_verb
def drop_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.drop_agreement(step.board, agreement=fields.id("agreement"))


@_verb
def answer_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return agreements.answer_agreement(
        step.board,
        agreement=fields.id("agreement"),
        person=speaker(actor, step.board, fields.maybe_id("person")),
        answer=fields.choice("answer", Answer),
        words=step.keep_if_any(fields.raw("text")),
    )


@_verb
def judge_line(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return plan.judge_line(
        step.board,
        line=fields.id("bottom_line"),
        holds=fields.flag("holds"),
        because=step.keep_if_any(fields.raw("because")),
    )


@_verb
def adopt_plan(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The plan, and the row by which the dashboard knows its evaluation."""
    today = house.today()
    fact = plan.adopt_plan(
        step.board,
        on=today,
        evaluation=step.make(),
        evaluation_on=fields.maybe_day("evaluation_on") or today + plan.EVALUATION_AFTER,
    )
    conference = step.session.get_one(Conference, step.conference)
    conference.adopted_on = conference.adopted_on or today
    _plan_evaluation(step, fact.evaluation, fact.version, on=fact.evaluation_on)
    return fact


@_verb
def start_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return plan.start_evaluation(step.board)


@_verb
def weigh_agreement(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return plan.weigh_agreement(
        step.board,
        agreement=fields.id("agreement"),
        how=fields.choice("how", Outcome),
        words=step.keep_if_any(fields.raw("text")),
    )


@_verb
def end_evaluation(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The decision, and the rows by which the dashboard knows it."""
    today = house.today()
    fact = plan.end_evaluation(
        step.board,
        decision=fields.choice("decision", Decision),
        because=step.keep(fields.raw("because")),
        next_evaluation=new_id(),
        next_on=fields.maybe_day("next_on"),
        on=today,
    )
    row = step.session.get_one(Evaluation, fact.evaluation)
    row.ended_on, row.decision = today, fact.decision.value
    if fact.next_evaluation and fact.next_on:
        _plan_evaluation(step, fact.next_evaluation, row.version, on=fact.next_on)
    if fact.decision is Decision.STEP_OUT:
        step.session.get_one(Conference, step.conference).stepped_out_on = today
    return fact


def _draft(step: Step, fields: Fields) -> agreements.Draft:
    return agreements.Draft(
        what=step.keep(fields.raw("what")),
        who=fields.id("who"),
        when=step.keep(fields.raw("when")),
        notice=step.keep(fields.raw("notice")),
        backup=fields.maybe_id("backup"),
        monitor=fields.maybe_id("monitor"),
        risks=fields.ids("risks"),
        worries=fields.ids("worries"),
        bottom_lines=fields.ids("bottom_lines"),
        strengths=fields.ids("strengths"),
    )


def _plan_evaluation(step: Step, evaluation: str, version: int, *, on: date) -> None:
    step.session.add(Evaluation(id=evaluation, conference=step.conference, version=version, on=on))
