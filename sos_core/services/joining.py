"""Joining: from the code on the screen and a first name to a phone that waits in the lobby."""

from __future__ import annotations

from functools import partial

from sqlalchemy import bindparam, insert
from sqlmodel import col, select

from sos_core.access.actor import Guest
from sos_core.access.secrets import fingerprint, new_token, typed_code
from sos_core.domain.errors import DomainError
from sos_core.domain.events import Event
from sos_core.domain.kinds import Standing
from sos_core.domain.rules.meeting import come_in, leave
from sos_core.domain.words import name as checked_name
from sos_core.services.carrying_out import Step, carry_out
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.store.quick import Quick
from sos_core.store.tables import Conference, Person, Phone

MOST_ON_ONE_PHONE = 8

# A room full of phones asks these at once.
_SPEAKERS = Quick(
    select(Phone.id, Phone.conference, Person.id)
    .join(Person, Person.phone == Phone.id, isouter=True)  # type: ignore[arg-type]
    .where(Phone.token == bindparam("token"))
    .order_by(col(Person.id))
)
_BY_TOKEN = Quick(select(Conference.id).where(Conference.token == bindparam("typed")))
_BY_CODE = Quick(select(Conference.id).where(Conference.code == bindparam("typed")))
NEW_PHONE = Quick(insert(Phone), "id", "conference", "token", "joined_at")


def join(
    house: House, *, name: str, code: str = "", token: str = "", phone_token: str | None = None, key: str | None = None
) -> str:
    """Somebody gives a first name at the door; the answer is the token for the phone's cookie.

    By the code as it was typed or the token of the QR. A phone that already joined this conference (its cookie's
    `phone_token`) adds one more person, and keeps its token. Raises `door.wrong_code`, `door.closed`, `door.full`, and
    the `words.…` errors.
    """
    wanted = checked_name(name)
    checked_key = Fields({"key": key}).maybe_id("key")
    guest = guest_of(house, phone_token)
    conference = _find(house, code, token, guest if guest and guest.people else None)
    elsewhere = guest if guest and guest.conference != conference else None
    guest = None if elsewhere else guest
    if guest and len(guest.people) >= MOST_ON_ONE_PHONE:
        raise DomainError("door.phone_full", most=MOST_ON_ONE_PHONE)
    fresh = new_token()
    phone = guest.id if guest else new_id()
    came: list[str] = []

    def decide(step: Step) -> Event:
        person = step.make()
        fact = come_in(step.board, person=person)
        if guest is None:
            row = {"id": phone, "conference": conference, "token": fingerprint(fresh), "joined_at": house.now()}
            NEW_PHONE.run(step.pen, row)
        step.session.add(Person(id=person, conference=conference, phone=phone, name=wanted))
        came.append(person)
        return fact

    kept = carry_out(house, Guest(phone, conference, ()), conference, checked_key, decide)
    if elsewhere:
        leave_lobby(house, elsewhere)
    if guest and phone_token:
        return phone_token
    if kept.id and not came:
        _give_cookie(house, kept.id, fresh)
    return fresh


def _give_cookie(house: House, person: str, fresh: str) -> None:
    """Sent again with its key, because the first answer with its cookie got lost on the way: the phone gets a new one."""
    with house.store.writing() as session:
        joined = session.get(Person, person)
        if joined and joined.phone:
            session.get_one(Phone, joined.phone).token = fingerprint(fresh)


def leave_lobby(house: House, guest: Guest) -> None:
    """This phone was given up: who still waits on it is waited for no more. Who was let in stays in."""
    with house.store.reading() as session:
        board = house.boards.current(session, guest.conference).board
    attendees = board.attendees
    for person in guest.people if not board.closed else ():
        if attendees[person].standing is Standing.WAITING:
            carry_out(house, guest, guest.conference, None, partial(_leave, person=person))


def _leave(step: Step, *, person: str) -> Event:
    return leave(step.board, person=person)


def guest_of(house: House, token: str | None) -> Guest | None:
    """The phone of this cookie, read afresh; None when it is none of ours."""
    if not token:
        return None
    found = _SPEAKERS.ask(house.store.engine, {"token": fingerprint(token)})
    if not found:
        return None
    phone, conference, _ = found[0]
    return Guest(phone, conference, tuple(person for *_, person in found if person))


def _find(house: House, code: str, token: str, guest: Guest | None) -> str:
    if not code and not token and guest:
        return guest.conference
    door, typed = (_BY_TOKEN, token.strip() if token.isascii() else "?") if token else (_BY_CODE, typed_code(code))
    found = door.ask(house.store.engine, {"typed": typed})
    if not found:
        if not house.wrong_codes.hit("house"):
            raise DomainError("door.too_many_tries")
        raise DomainError("door.wrong_code")
    return str(found[0][0])
