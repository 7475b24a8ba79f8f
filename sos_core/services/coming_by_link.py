"""Coming in by the own link: who was let in before is in at once, from wherever; who never was waits, under the own name."""

from __future__ import annotations

from typing import NamedTuple

from sos_core.access.actor import Guest
from sos_core.access.secrets import fingerprint, new_token
from sos_core.domain.errors import DomainError
from sos_core.domain.events import Event
from sos_core.domain.kinds import Standing
from sos_core.domain.rules.meeting import come_by_link
from sos_core.services.carrying_out import Step, carry_out
from sos_core.services.house import House, new_id
from sos_core.services.joining import MOST_ON_ONE_PHONE, NEW_PHONE, guest_of, leave_lobby
from sos_core.services.links import Purpose, held_by
from sos_core.store.tables import Person


class Came(NamedTuple):
    """The token for the phone's cookie, and who it is that came."""

    token: str
    person: str


def join_by_link(house: House, *, link: str, phone_token: str | None = None) -> Came:
    """From here on this person speaks through this phone, and through no other: a link in wrong hands is noticed. A phone of the same
    conference keeps its token and whoever else speaks through it.

    Raises `links.over` for whatever opens nothing (any more), `links.too_often`, `door.phone_full`; for who was never let in
    `door.closed` and `door.full`.
    """
    conference, person = _holder(house, link)
    guest = guest_of(house, phone_token)
    elsewhere = guest if guest and guest.conference != conference else None
    guest = None if elsewhere else guest
    if guest and phone_token and person in guest.people and not _is_out(house, conference, person):
        return Came(phone_token, person)
    if guest and person not in guest.people and len(guest.people) >= MOST_ON_ONE_PHONE:
        raise DomainError("door.phone_full", most=MOST_ON_ONE_PHONE)
    fresh = new_token()
    phone = guest.id if guest else new_id()

    def decide(step: Step) -> Event:
        if held_by(house, step.session, link, Purpose.DOOR) is None:
            raise DomainError("links.over")
        fact = come_by_link(step.board, person=person)
        if guest is None:
            row = {"id": phone, "conference": conference, "token": fingerprint(fresh), "joined_at": house.now()}
            NEW_PHONE.run(step.pen, row)
        step.session.get_one(Person, person).phone = phone
        return fact

    carry_out(house, Guest(phone, conference, (person,)), conference, None, decide)
    if elsewhere:
        leave_lobby(house, elsewhere)
    return Came(phone_token if guest and phone_token else fresh, person)


def _holder(house: House, link: str) -> tuple[str, str]:
    with house.store.reading() as session:
        held = held_by(house, session, link, Purpose.DOOR)
    if held is None or not held.holder.conference or not held.holder.person:
        raise DomainError("links.over")
    if not house.link_uses.hit(held.id):
        raise DomainError("links.too_often")
    return held.holder.conference, held.holder.person


def _is_out(house: House, conference: str, person: str) -> bool:
    with house.store.reading() as session:
        attendee = house.boards.current(session, conference).board.attendees.get(person)
    return attendee is None or attendee.standing is Standing.OUT
