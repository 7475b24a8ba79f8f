"""A person's own links: the address of the calendar, which the person switches on, and the way back in, which the facilitator makes.
What stands at the address of any calendar, a coordinator's too.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.domain.board import Board
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.here import day_here
from sos_core.domain.kinds import Standing
from sos_core.i18n import SOURCE
from sos_core.services.calendars import adopted_calendar
from sos_core.services.carrying_out import stake_in
from sos_core.services.ending_links import end_way_in
from sos_core.services.house import House
from sos_core.services.links import Holder, Purpose, held_by, links_of, make_link
from sos_core.services.open_evaluations import evaluations_calendar
from sos_core.services.speakers import speaker
from sos_core.store.engine import Pen
from sos_core.store.tables import Link, Person

DOOR_DAYS = 120
"""Past the check after three months."""
MOST_DOOR_DAYS = 366

OnUntil = dict[str, date | None]
"""By purpose, the last day on which the link works; None: until it is switched off."""


def switch_on_calendar(house: House, actor: Actor, *, person: str | None = None) -> str:
    """The secret of the own calendar's address; the one before ends. Nobody does this for somebody else. Raises as `speaker`."""
    with house.store.pen() as pen:
        holder = _own(house, pen, actor, person)
        return make_link(house, pen.session, holder, Purpose.CALENDAR)


def calendar_address(house: House, token: str, *, remind: bool = False, lang: str) -> str:
    """Where a calendar finds it. This secret stands in a path: a calendar knows no other way. `remind`: it rings half an hour before."""
    asked = urlencode({**({} if lang == SOURCE else {"lang": lang}), **({"remind": "1"} if remind else {})})
    return f"{house.settings.public_url.rstrip('/')}/agenda/{token}.ics{'?' if asked else ''}{asked}"


def calendar_at(house: House, token: str, *, remind: bool = False, lang: str) -> bytes:
    """The calendar at this address. Raises NotFound, the same for whatever is not there: an address that never was, one that was
    switched off, and one of somebody who is not in any more, or no coordinator any more.
    """
    with house.store.reading() as session:
        held = held_by(house, session, token, Purpose.CALENDAR)
    if held is None:
        raise NotFound("links.not_here")
    if not house.link_uses.hit(held.id):
        raise DomainError("links.too_often")
    whose = held.holder
    if whose.account:
        return evaluations_calendar(house, whose.account, lang=lang)
    if whose.conference and whose.person:
        return adopted_calendar(house, whose.conference, whose.person, remind=remind, lang=lang)
    raise NotFound("links.not_here")


def make_door_link(house: House, actor: Actor, conference: str, person: str, *, days: int = DOOR_DAYS) -> str:
    """The secret by which this person comes in from wherever they are; the one before ends, as `switch_off` ends it. Only for
    whoever leads.

    Raises NotFound for who is not of this conference, was erased, or was refused at the door; `links.days`.
    """
    if not 1 <= days <= MOST_DOOR_DAYS:
        raise DomainError("links.days", most=MOST_DOOR_DAYS)
    with house.store.pen() as pen:
        policy.may_lead(actor, stake_in(pen.session, conference))
        _known(pen, house.boards.current(pen, conference).board, conference, person)
    end_way_in(house, actor, conference, person, Purpose.DOOR)
    with house.store.pen() as pen:
        return make_link(house, pen.session, Holder(conference, person), Purpose.DOOR, days=days)


def door_address(house: House, token: str) -> str:
    """What the QR says: its secret stands behind the `#`, which no browser sends or logs."""
    return f"{house.settings.public_url.rstrip('/')}/m#l={token}"


def switch_off(house: House, actor: Actor, *purposes: Purpose, conference: str = "", person: str | None = None) -> None:
    """These links of a person end, without purposes all: by the person, or by whoever leads. The phone that is in by one of them
    is signed out at once; who came by the code stays. Raises NotFound, or as `speaker`.
    """
    with house.store.pen() as pen:
        if isinstance(actor, Guest):
            holder = _own(house, pen, actor, person)
        else:
            policy.may_lead(actor, stake_in(pen.session, conference))
            holder = Holder(conference, _of_conference(pen, conference, person or "").id)
    end_way_in(house, actor, holder.conference or "", holder.person or "", *purposes)


def which_are_on(house: House, actor: Actor, *, conference: str = "", person: str | None = None) -> dict[str, OnUntil]:
    """By person, the links that work: a guest's own, or for whoever leads those of everybody. Never a secret. Raises NotFound."""
    with house.store.reading() as session:
        where = actor.conference if isinstance(actor, Guest) else conference
        if not isinstance(actor, Guest):
            policy.may_lead(actor, stake_in(session, where))
        board = house.boards.current(session, where).board
        people = [speaker(actor, board, person)] if isinstance(actor, Guest) else list(board.attendees)
        return {
            who: {one.purpose: _last_day(one) for one in held} for who, held in links_of(house, session, people).items()
        }


def _own(house: House, pen: Pen, actor: Actor, person: str | None) -> Holder:
    where = actor.conference if isinstance(actor, Guest) else ""
    return Holder(where, speaker(actor, house.boards.current(pen, where).board, person))


def _known(pen: Pen, board: Board, conference: str, person: str) -> None:
    """Whoever may be let in: also who was invited and never came yet."""
    attendee = board.attendees.get(person)
    refused = attendee is not None and attendee.standing is Standing.OUT and attendee.role is None
    if refused or _of_conference(pen, conference, person).name is None:
        raise NotFound("person.not_here")


def _of_conference(pen: Pen, conference: str, person: str) -> Person:
    found = pen.session.get(Person, person)
    if found is None or found.conference != conference:
        raise NotFound("person.not_here")
    return found


def _last_day(link: Link) -> date | None:
    return day_here(link.ends_at) if link.ends_at else None
