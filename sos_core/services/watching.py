"""Watching: whether those who read along may still do so. Looked up for all of them at once, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes
from sos_core.access.secrets import fingerprint
from sos_core.services.accounts import staff_of
from sos_core.services.house import House
from sos_core.services.seeing import leads
from sos_core.store.tables import Person, Phone

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who opened a stream: with which cookie, and through whose eyes."""

    actor: Actor
    conference: str
    eyes: Eyes
    cookie: str

    @property
    def people(self) -> tuple[str, ...]:
        """Those whose phone this is."""
        return self.actor.people if isinstance(self.actor, Guest) else ()


def still_watching(house: House, watchers: Sequence[Watcher]) -> list[bool]:
    """Of each whether the cookie is still good, for these eyes: who signed out sees nothing more, nor who speaks by another phone
    now (nor, with the eyes that they had, who shares the phone that they left), nor who does not lead it any more.
    """
    tokens = {fingerprint(one.cookie) for one in watchers if isinstance(one.actor, Guest)}
    speaking = _speaking(house, tokens)
    return [
        all((fingerprint(one.cookie), one.actor.id, who) in speaking for who in {one.eyes.person, *one.eyes.own})
        if isinstance(one.actor, Guest)
        else _leads(house, one)
        for one in watchers
    ]


def _speaking(house: House, tokens: Iterable[str]) -> set[tuple[str, str, str]]:
    """Each person with the phone that they speak through."""
    found: set[tuple[str, str, str]] = set()
    with house.store.reading() as session:
        wanted = sorted(tokens)
        for first in range(0, len(wanted), AT_ONCE):
            some = wanted[first : first + AT_ONCE]
            spoken = select(Phone.token, Phone.id, Person.id).where(
                Person.phone == Phone.id, col(Phone.token).in_(some)
            )
            found |= {(token, phone, person) for token, phone, person in session.exec(spoken)}
    return found


def _leads(house: House, watcher: Watcher) -> bool:
    staff = staff_of(house, watcher.cookie)
    return staff is not None and staff.id == watcher.actor.id and leads(house, staff, watcher.conference)
