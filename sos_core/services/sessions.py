"""The days of a conference: for whoever leads all of them, for whoever is asked to come the own ones."""

from __future__ import annotations

from dataclasses import dataclass

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain.errors import NotFound
from sos_core.domain.here import day_here
from sos_core.export.dates_file import Dated, dates_file
from sos_core.i18n import words_for
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.seeing import eyes_of
from sos_core.store.overview import AT_LEAST, AT_MOST
from sos_core.store.tables import Conference, Referral


@dataclass(frozen=True, slots=True)
class FirstDay:
    """How many days the first session is after the referral. `pace`: `within` four weeks, `close` (in week five or six), `late`."""

    days: int
    pace: str


def first_day(house: House, actor: Actor, conference: str) -> FirstDay | None:
    """The first planned day against the 4 to 6 weeks; None while there is none. Only for whoever leads. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_lead(actor, stake_in(session, conference))
        sessions = house.boards.current(session, conference).board.sessions.values()
        referral = session.get_one(Referral, session.get_one(Conference, conference).referral)
        referred_on = day_here(referral.referred_at)
    if not sessions:
        return None
    since = min(one.on for one in sessions) - referred_on
    pace = "within" if since <= AT_LEAST else "close" if since <= AT_MOST else "late"
    return FirstDay(since.days, pace)


def days_of(house: House, actor: Actor, conference: str, *, through: str = "") -> tuple[Dated, ...]:
    """In their order: a guest's own days; for whoever leads all of them, or those of `through` as that person may know them.

    Raises NotFound.
    """
    where = actor.conference if isinstance(actor, Guest) else conference
    eyes = eyes_of(house, actor, where, through=through)
    if eyes.face is Face.SCREEN:
        raise NotFound("person.not_here")
    with house.store.reading() as session:
        current = house.boards.current(session, where)
    _, lookup = as_read_by(current.board, eyes, current.lookup)
    own = (one for one in current.board.sessions.values() if _is_asked(eyes, one.people))
    found = [Dated(one.id, one.on, one.begins, one.ends, lookup.text(one.place)) for one in own]
    return tuple(sorted(found, key=lambda one: (one.on, one.begins)))


def days_file(house: House, actor: Actor, conference: str, *, through: str = "", lang: str = "nl") -> bytes:
    """`days_of` for a calendar. Raises NotFound, also when there are none."""
    found = days_of(house, actor, conference, through=through)
    if not found:
        raise NotFound("sessions.none")
    t = words_for(lang)
    return dates_file(found, title=t("Afspraak"), written=house.now())


def _is_asked(eyes: Eyes, people: tuple[str, ...]) -> bool:
    return eyes.face is Face.DESK or eyes.person in people
