"""The own mail address for a weekly reminder: left on the own phone, removed there, shown again only on the sheet of what is kept."""

from __future__ import annotations

import re

from sos_core.access.actor import Actor, Guest
from sos_core.domain.errors import DomainError, NotAllowed
from sos_core.domain.kinds import Role
from sos_core.services.house import House
from sos_core.services.speakers import speaker
from sos_core.store.quick import Hand
from sos_core.store.tables import Person

LONGEST = 254
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")


def mail_of(house: House, actor: Actor, *, person: str | None = None) -> dict[str, bool]:
    """`offered`: reminders are sent from here, and to this person they may be; `on`: there is an address. Never the address itself."""
    with house.store.reading() as session:
        who = _own(house, session, actor, person)
        row = session.get(Person, who)
        return {"offered": _offered(house, session, actor, who), "on": bool(row and row.mail)}


def leave_address(house: House, actor: Actor, address: object, *, person: str | None = None, lang: str) -> None:
    """From now on a reminder goes there, in this language; the one of before is gone.

    Raises `mail.not_an_address`; `mail.not_offered` where none is sent, and for a child: others read a child's mail.
    """
    given = address.strip() if isinstance(address, str) else ""
    with house.store.pen() as pen:
        who = _own(house, pen, actor, person)
        if not _offered(house, pen, actor, who):
            raise DomainError("mail.not_offered")
        if len(given) > LONGEST or not _ADDRESS.fullmatch(given):
            raise DomainError("mail.not_an_address")
        row = pen.session.get_one(Person, who)
        row.mail, row.mail_lang = given, lang


def remove_address(house: House, actor: Actor, *, person: str | None = None) -> None:
    with house.store.pen() as pen:
        row = pen.session.get_one(Person, _own(house, pen, actor, person))
        row.mail = row.mail_lang = None
    house.store.forget()


def _own(house: House, hand: Hand, actor: Actor, person: str | None) -> str:
    if not isinstance(actor, Guest):
        raise NotAllowed("policy.only_themselves")
    return speaker(actor, house.boards.current(hand, actor.conference).board, person)


def _offered(house: House, hand: Hand, actor: Actor, person: str) -> bool:
    conference = actor.conference if isinstance(actor, Guest) else ""
    board = house.boards.current(hand, conference).board
    return house.settings.smtp_host is not None and board.role_of(person) is not Role.CHILD
