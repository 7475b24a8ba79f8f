"""Leading the meeting: the door, who is in, where everybody is, undo."""

from __future__ import annotations

from sqlmodel import select

from sos_core.access.actor import Actor, Duty
from sos_core.domain import events as e
from sos_core.domain.errors import DomainError
from sos_core.domain.guarding import plain_words
from sos_core.domain.kinds import CardKind, Phase, Role
from sos_core.domain.rules import meeting
from sos_core.domain.steps import to_redo, to_undo
from sos_core.domain.words import name as checked_name
from sos_core.services.carrying_out import Step
from sos_core.services.fields import Fields
from sos_core.services.house import House
from sos_core.services.links import Holder, Purpose, end_links
from sos_core.services.speakers import leaver
from sos_core.services.verbs.registry import Verbs
from sos_core.store.tables import Account, Conference, Person

verbs = Verbs()


@verbs.add
def ask_in(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """A second facilitator, by the name they sign in with; without a name the first leads alone again."""
    conference = step.session.get_one(Conference, step.conference)
    name = fields.raw("name")
    second = _facilitator_called(step, checked_name(name)) if name else None
    if second == conference.facilitator:
        raise DomainError("account.leads_already")
    conference.second = second
    return e.FacilitatorAskedIn(second)


@verbs.add
def hand_over(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Another facilitator is the first from here on, by the name they sign in with; who was it leads no more. A second stays, but
    for one who is the first now.
    """
    conference = step.session.get_one(Conference, step.conference)
    account = _facilitator_called(step, checked_name(fields.raw("name")))
    if account == conference.facilitator:
        raise DomainError("account.is_first_already")
    conference.facilitator = account
    if conference.second == account:
        conference.second = None
    return e.FacilitatorChanged(account)


def _facilitator_called(step: Step, name: str) -> str:
    found = step.session.exec(select(Account).where(Account.name == name)).first()
    if found is None or found.duty != Duty.FACILITATOR.value:
        raise DomainError("account.no_such_facilitator")
    return found.id


@verbs.add
def open_door(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The first opening is the day of the first session."""
    conference = step.session.get_one(Conference, step.conference)
    conference.first_session_on = conference.first_session_on or house.today()
    return meeting.open_door(step.board, judged=step.judged)


@verbs.add
def close_door(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.close_door(step.board)


@verbs.add
def admit(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Somebody new who is called as somebody from whom something is kept may well be that one: the desk says whether."""
    is_new = fields.flag("someone_else")
    person, role = fields.id("person"), fields.choice("role", Role)
    fact = meeting.admit(step.board, person=person, role=role, judged=step.judged)
    row = step.session.get_one(Person, fact.person)
    if step.board.attendees[fact.person].role is None and not is_new:
        _check_is_somebody_new(step, row.name or "")
    if relation := fields.raw("relation"):
        row.relation = checked_name(relation)
    row.picture = fields.maybe_id("picture") or row.picture
    return fact


def _check_is_somebody_new(step: Step, name: str) -> None:
    people = step.current.lookup.withheld.people
    names = {plain_words(step.current.lookup.profile(who).name or "") for who in people if who not in step.board.here}
    if plain_words(name) in names:
        raise DomainError("restrictions.is_this_the_same")


@verbs.add
def admit_again(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The phone in the lobby is from now on the phone of the person who was here before."""
    person, came_as = fields.id("same_as"), fields.id("person")
    fact = meeting.come_back(step.board, person=person, came_as=came_as, judged=step.judged)
    newcomer = step.session.get_one(Person, fact.came_as)
    step.session.get_one(Person, fact.person).phone = newcomer.phone
    newcomer.phone = newcomer.name = None
    return fact


@verbs.add
def mark_here(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.mark_here(step.board, people=fields.ids("people"), here=fields.flag("here"), judged=step.judged)


@verbs.add
def turn_away(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Whatever link this person has ends with it."""
    fact = meeting.leave(step.board, person=fields.id("person"))
    end_links(house, step.session, Holder(step.conference, fact.person))
    return fact


@verbs.add
def leave(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """Whoever stops by themselves may come back by the own link; their calendar is told nothing more."""
    fact = meeting.leave(step.board, person=leaver(actor, step.board, fields.maybe_id("person")))
    end_links(house, step.session, Holder(step.conference, fact.person), Purpose.CALENDAR)
    return fact


@verbs.add
def move_phase(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.move_phase(step.board, phase=fields.choice("phase", Phase))


@verbs.add
def show_scene(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.show_scene(step.board, scene=fields.id("scene"))


@verbs.add
def play(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.play(step.board, scene=fields.maybe_id("scene"))


@verbs.add
def stop_playing(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.stop_playing(step.board)


@verbs.add
def ask(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.ask(step.board, question=fields.choice("question", CardKind))


@verbs.add
def set_road(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.set_road(step.board, straight=fields.flag("straight"))


@verbs.add
def pause_screen(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.pause_screen(step.board, paused=fields.flag("paused"))


@verbs.add
def talk_through(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.talk_through(step.board, scene=fields.id("scene"))


@verbs.add
def begin_session(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    return meeting.begin_session(step.board)


@verbs.add
def undo(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The last step of the desk that still counts no longer does. With `step` only if it is that one: what was said is what is done."""
    last = to_undo(step.current.steps, step.board)
    if last is None:
        raise DomainError("board.nothing_to_undo")
    _as_said(last, fields)
    return e.Undone(last.seq)


@verbs.add
def redo(house: House, actor: Actor, step: Step, fields: Fields) -> e.Event:
    """The step that was undone last counts again; `step` as for `undo`."""
    last = to_redo(step.current.steps)
    if last is None:
        raise DomainError("board.nothing_to_redo")
    _as_said(last, fields)
    return e.Redone(last.seq)


def _as_said(last: e.Entry, fields: Fields) -> None:
    if fields.raw("step") is not None and fields.number("step") != last.seq:
        raise DomainError("board.another_step_since")
