"""Ending somebody's own way in: it opens nothing more, and the phone that is in by it is out at once, and told why."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import select

from sos_core.access.actor import Actor
from sos_core.access.secrets import fingerprint
from sos_core.domain import events as e
from sos_core.services.carrying_out import Step, carry_out
from sos_core.services.house import House
from sos_core.services.links import Holder, Purpose, end_links, has_link, links_of
from sos_core.store.tables import Link, Person, Phone

_CAME = (e.InvitedCame, e.PersonCame, e.PersonCameBack, e.PersonReturned)
"""After the newest of these somebody has the phone that they have."""


def end_way_in(house: House, actor: Actor, conference: str, person: str, *purposes: Purpose) -> None:
    """These links of a person end, without purposes all; where the way in is among them, so does the visit that it opened. Whoever
    came by the code, or was recognised at the door, stays. The caller has authorised it.
    """
    holder = Holder(conference, person)
    with house.store.pen() as pen:
        if (purposes and Purpose.DOOR not in purposes) or not has_link(house, pen.session, holder, Purpose.DOOR):
            return end_links(house, pen.session, holder, *purposes)

    def decide(step: Step) -> e.Event:
        door = [one for one in _links(house, step, person) if one.purpose == Purpose.DOOR]
        end_links(house, step.session, holder, *purposes)
        row, phone = step.session.get_one(Person, person), None
        if any(_is_in_by(one, step.current.entries, person) for one in door):
            row.phone, phone = None, row.phone
        return e.LinkEnded(person, phone)

    carry_out(house, actor, conference, None, decide, also_closed=True)
    return None


def ended_for(entries: Sequence[e.Entry], phone: str, person: str = "") -> bool:
    """Whether who was on this phone last (of `person`, if that is asked) was there by a link that was ended."""
    for entry in reversed(entries):
        event = entry.event
        if not isinstance(event, (e.LinkEnded, *_CAME)) or person not in {"", event.person}:
            continue
        if isinstance(event, e.LinkEnded) and event.phone == phone:
            return True
        if isinstance(event, _CAME) and entry.by == phone:
            return False
    return False


def was_ended(house: House, token: str | None) -> bool:
    """Whether the phone of this cookie, through which nobody speaks, was in by a link that was ended."""
    if not token:
        return False
    with house.store.reading() as session:
        phone = session.exec(select(Phone).where(Phone.token == fingerprint(token))).first()
        if phone is None:
            return False
        entries = house.boards.current(session, phone.conference).entries
    return ended_for(entries, phone.id)


def _links(house: House, step: Step, person: str) -> list[Link]:
    return links_of(house, step.session, [person]).get(person, [])


def _is_in_by(link: Link, entries: Sequence[e.Entry], person: str) -> bool:
    """Of the way in only one works at a time: who came by an own link since this one was made, came by this one. Somebody new who
    gives a name at the door has no link before they are known; who has, came by it.
    """
    came = (entry for entry in reversed(entries) if isinstance(entry.event, _CAME) and entry.event.person == person)
    last = next(came, None)
    if last is None or isinstance(last.event, e.PersonCameBack):
        return False
    return last.at > link.made_at if isinstance(last.event, e.PersonCame) else last.at >= link.made_at
