"""Conferences to measure in: a real house, real cookies, made by the services before the server opens it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sos_core.access.actor import Staff
from sos_core.domain.rules.meeting import MOST_PEOPLE
from sos_core.services.accounts import sign_in
from sos_core.services.entrance import way_in
from sos_core.services.house import open_house
from sos_core.settings import Settings
from tests.builders import PASSWORD, Office, open_office


@dataclass(frozen=True, slots=True)
class Guest:
    """A phone that was let in."""

    person: str
    cookie: str


@dataclass(frozen=True, slots=True)
class Room:
    """A conference with a plan that talks about its worries, straight to the board."""

    conference: str
    staff: str
    """The facilitator's cookie."""
    facilitator: str
    token: str
    """The secret in the QR."""
    guests: tuple[Guest, ...]


@contextmanager
def an_office(folder: Path) -> Iterator[Office]:
    """A new house with staff, on the real clock."""
    open_house(Settings(data=folder)).store.close()
    office = open_office(folder)
    office.house.clock = lambda: datetime.now(UTC)
    try:
        yield office
    finally:
        office.house.store.close()


def a_room(office: Office, people: int) -> Room:
    return rooms(office, 1, people)[0]


def rooms(office: Office, number: int, people: int) -> list[Room]:
    """So many, all led by one who signed in once; each with so many guests, or as many as a conference lets in."""
    staff = staff_cookie(office, office.facilitator)
    return [_room(office, people, staff) for _ in range(number)]


def _room(office: Office, people: int, staff: str) -> Room:
    meeting = office.meeting()
    meeting.do("move_phase", phase="worries_strengths")
    meeting.do("set_road", straight=True)
    guests = []
    for number in range(min(people, MOST_PEOPLE)):
        somebody = meeting.admitted(f"Mens {number}")
        guests.append(Guest(somebody.id, f"draaiboek_phone={somebody.token}"))
    meeting.agree(next(iter(meeting.people.values())))
    meeting.adopted()
    token = way_in(office.house, meeting.facilitator, meeting.conference).partition("#")[2]
    return Room(meeting.conference, staff, meeting.facilitator.id, token, tuple(guests))


def staff_cookie(office: Office, staff: Staff) -> str:
    """As a browser has it after signing in."""
    return f"draaiboek_staff={sign_in(office.house, name=staff.name, password=PASSWORD)}"
