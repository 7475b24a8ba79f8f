"""What is kept of one person, for that person: own words and deeds, what was written to and about them, their agreements. What others said
stays theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from sos_core.access import policy
from sos_core.access.actor import Actor, Guest
from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain.errors import NotFound
from sos_core.export import paper as p
from sos_core.export.press import press
from sos_core.services import kept_rows as rows
from sos_core.services.boards import Current
from sos_core.services.carrying_out import stake_in
from sos_core.services.house import House
from sos_core.services.kept_facts import Finder
from sos_core.services.net_form import NetPersonCard
from sos_core.services.papers import Writer, part_of
from sos_core.services.safety_net import net_of
from sos_core.store.tables import Conference


@dataclass(frozen=True, slots=True)
class KeptOf:
    """Somebody of whom something is kept. `only_in_net`: stands in the safety net, and was never at the conference."""

    name: str
    relation: str | None
    only_in_net: bool = False


def kept_file(house: House, actor: Actor, conference: str, person: str, *, lang: str) -> bytes:
    """As a PDF: see `kept_paper`."""
    return press.made("kept.pdf", kept_paper(house, actor, conference, person), lang=lang)


def kept_paper(house: House, actor: Actor, conference: str, person: str) -> p.KeptPaper:
    """Everything of this person, also after the conference was closed, but for what `what_is_left_out` names. For that person by the own
    phone; for them by who leads, or by a coordinator. On a phone stands no word that was told to the facilitator alone, and nothing
    that others wrote about this person: somebody may be looking over the shoulder.

    Raises NotFound.
    """
    where = actor.conference if isinstance(actor, Guest) else conference
    with house.store.reading() as session:
        policy.may_read_what_is_kept(actor, person, stake_in(session, where))
        current, net = house.boards.current(session, where), _net(session, where).get(person)
        profile = current.lookup.people.get(person)
        if profile is None and net is None:
            raise NotFound("person.not_here")
        on_phone = isinstance(actor, Guest)
        beside = rows.beside(session, person, on_phone=on_phone)
    eyes = Eyes(Face.PERSON, person, (person,))
    seen, theirs = as_read_by(current.board, eyes, current.lookup)
    role = current.board.role_of(person)
    finder = Finder(current, theirs, eyes, dict(seen.agreements), on_phone=on_phone)
    return p.KeptPaper(
        name=(profile and profile.name) or (net and net.name) or "…",
        made_on=house.today(),
        whole=not on_phone,
        role=role.value if role else None,
        relation=theirs.profile(person).relation,
        net=rows.in_the_net(net, current.lookup.withheld) if net and not on_phone else None,
        beside=beside,
        lines=tuple(line for _, line in finder.lines()),
        parts=_parts(Writer(seen, theirs), person),
    )


def people_kept(house: House, actor: Actor, conference: str) -> dict[str, KeptOf]:
    """Those of whom something is kept: for who leads, and for a coordinator. Raises NotFound."""
    with house.store.reading() as session:
        policy.may_read_what_is_kept(actor, "", stake_in(session, conference))
        current: Current = house.boards.current(session, conference)
        net = _net(session, conference)
    here = {key: KeptOf(one.name, one.relation) for key, one in current.lookup.people.items() if one.name}
    there = {key: KeptOf(one.name, one.relation, only_in_net=True) for key, one in net.items() if one.name}
    return {**here, **{key: one for key, one in there.items() if key not in here}}


def _net(session: Session, conference: str) -> dict[str, NetPersonCard]:
    return {one.id: one for one in net_of(session, session.get_one(Conference, conference).referral)}


def _parts(writer: Writer, person: str) -> tuple[p.OwnPart, ...]:
    found = []
    for number, one in enumerate(writer.board.agreements.values(), 1):
        part = part_of(one, person)
        if part:
            answer = writer.answer(one, person) if person in one.answers else None
            found.append(p.OwnPart(part, number, writer.agreement(one), answer))
    return tuple(found)
