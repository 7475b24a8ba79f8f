"""Erasing: one proposes it, another does it, and then it is gone: from the rows, the file, the log of changes, what is at hand, and
from every back-up that is put back later.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor, Duty, Staff
from sos_core.domain import retention
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.domain.replacing import replace
from sos_core.domain.retention import DueState
from sos_core.domain.rules import closing
from sos_core.services.boards import Current
from sos_core.services.carrying_out import record
from sos_core.services.erasing_one import check_person, erase_person
from sos_core.services.house import House, new_id
from sos_core.services.plan_words import plan_words
from sos_core.services.retention import terms_in
from sos_core.services.showing import show
from sos_core.services.tidying import clean, is_quiet
from sos_core.store import erasing as rows
from sos_core.store import ledger
from sos_core.store.engine import Pen
from sos_core.store.scrub import forgotten
from sos_core.store.tables import Conference, Erasure, Referral

_ALL = "erasing"
"""Erasures wait for each other: the ledger has one end."""


def propose(house: House, actor: Actor, referral: str, *, keeping: Keeping, asked_for: bool = False) -> str:
    """Propose to erase this kind of a closed referral, and what goes along with it. Its id, for `confirm` and `withdraw`.

    `asked_for`: the family asked for it, so its term need not be over. Raises `closing.not_closed`, `erasing.not_due`,
    `erasing.gone_already`, `erasing.proposed_already`.
    """
    policy.may_erase(actor)
    with house.store.writing() as session:
        row = session.get(Referral, referral)
        if row is None:
            raise NotFound("referral.not_here")
        _check(house, session, row, keeping, asked_for=asked_for)
        if session.exec(_open_of(referral)).first():
            raise DomainError("erasing.proposed_already")
        taken = session.exec(select(Conference.id).where(Conference.referral == referral)).first()
        assert row.closed_on
        assert row.closed_because
        proposed = Erasure(
            id=new_id(),
            referral=referral,
            conference=taken,
            keeping=keeping.value,
            asked_for=asked_for,
            closed_on=row.closed_on,
            closed_because=row.closed_because,
            proposed_by=actor.id,
            proposed_at=house.now(),
        )
        session.add(proposed)
    return proposed.id


def withdraw(house: House, actor: Actor, erasure: str) -> None:
    """It is not erased after all, for now: whoever may erase may say so. Raises NotFound, `erasing.gone_already`."""
    policy.may_erase(actor)
    with house.store.writing() as session:
        _open_one(session, erasure).withdrawn_at = house.now()


def confirm(house: House, actor: Actor, erasure: str) -> bool:
    """Erase what another proposed. Whether nothing of it is left in the file either: False while people meet, then the last of it goes
    at the next quiet moment.

    Raises `erasing.another_person` for who proposed it, `closing.not_closed` for what was opened again, `erasing.not_due`.
    """
    with house.lock(_ALL):
        with house.store.reading() as session:
            proposed = _open_one(session, erasure)
            policy.may_erase(actor, proposed_by=proposed.proposed_by)
            _check_proposed(house, session, proposed)
        line = _line(proposed, by=actor.id, at=house.now())
        ledger.append(house.settings.ledger, line)  # first: from here on it is going to happen, also after a power cut
        _erase(house, line)
    return is_quiet(house) and clean(house)


def settle(house: House) -> None:
    """What the ledger knows of was erased, and is here all the same, is erased anew: an older database was put back. What only the
    database knows of is written in the ledger. To be done before anybody looks. Raises the `ledger.…` errors.
    """
    lines = ledger.read(house.settings.ledger)
    with house.store.reading() as session:
        done = {row.id: row for row in session.exec(select(Erasure).where(col(Erasure.erased_at).is_not(None)))}
    missed = [line for line in lines if line.id not in done]
    for line in missed:
        _erase(house, line)
    for row in sorted(done.keys() - {line.id for line in lines}):
        ledger.append(house.settings.ledger, _line(done[row], by=str(done[row].confirmed_by), at=done[row].erased_at))
    clean(house)


def _check_proposed(house: House, session: Session, proposed: Erasure) -> None:
    """Whether what was proposed may be erased now."""
    row = session.get(Referral, proposed.referral)
    if row is None:
        raise DomainError("erasing.gone_already")
    if proposed.person:
        check_person(session, str(proposed.conference), proposed.person)
    else:
        _check(house, session, row, Keeping(proposed.keeping), asked_for=proposed.asked_for)


def _check(house: House, session: Session, row: Referral, keeping: Keeping, *, asked_for: bool) -> None:
    """Whether this may be erased now."""
    if keeping not in retention.ORDER:
        raise DomainError("erasing.goes_by_itself")
    if row.closed_on is None:
        raise DomainError("closing.not_closed")
    erased = select(Erasure.keeping).where(*_of_all(row.id), col(Erasure.erased_at).is_not(None))
    gone = {Keeping(one) for one in session.exec(erased)}
    kept = {one.keeping: one for one in retention.what_is_kept(row.closed_on, terms_in(session), gone, house.today())}
    if keeping not in kept:
        raise DomainError("erasing.gone_already")
    if kept[keeping].state is not DueState.DUE and not asked_for:
        raise DomainError("erasing.not_due")


def _erase(house: House, line: ledger.Line) -> None:
    """One transaction; after it nothing of this is at hand either."""
    with house.lock(line.conference or line.referral):
        with house.store.pen() as pen:
            before = house.boards.current(pen, line.conference) if line.person and line.conference else None
            gone: Collection[str] = ()
            if line.person:
                gone = erase_person(house, pen, line)
            elif pen.session.get(Referral, line.referral):
                _erase_rows(house, pen, line)
            _mark(pen.session, line)
            forgotten(pen.connection())
        if line.conference:
            house.boards.forget(line.conference)
            house.walks.forget(line.conference)
        if before and line.conference:
            _show(house, line.conference, before, gone)


def _show(house: House, conference: str, before: Current, gone: Collection[str]) -> None:
    """Whoever looks on has those words before them."""
    with house.store.reading() as session:
        after = house.boards.current(session, conference)
    show(house, conference, before, replace(after, reworded=frozenset(gone)))


def _erase_rows(house: House, pen: Pen, line: ledger.Line) -> None:
    keeping, by = Keeping(line.keeping), Staff(line.confirmed_by, "", Duty.COORDINATOR)
    conference = pen.session.exec(select(Conference.id).where(Conference.referral == line.referral)).first()
    if keeping is Keeping.FAMILY:
        pen.session.expunge_all()
        rows.remove(pen.connection(), line.referral)
        return
    _close_again(house, pen, by, conference, line)
    plan = plan_words(house, house.boards.current(pen, conference)) if conference else frozenset[str]()
    for one in retention.goes_along(keeping):
        rows.empty(pen.connection(), line.referral, one, plan=plan)
    if conference:
        record(house, pen, by, conference, lambda step: closing.erase(step.board, keeping=keeping))


def _close_again(house: House, pen: Pen, by: Actor, conference: str | None, line: ledger.Line) -> None:
    """In a database of before its closing it is closed first, on the day that it was."""
    because = ClosedBecause(str(line.closed_because))
    row = pen.session.get_one(Referral, line.referral)
    row.closed_on, row.closed_because = _day(line.closed_on), line.closed_because
    pen.write()
    if conference and not house.boards.current(pen, conference).board.closed:
        record(house, pen, by, conference, lambda _: closing.closed_before(because))


def _mark(session: Session, line: ledger.Line) -> None:
    row = session.get(Erasure, line.id) or Erasure(
        id=line.id,
        referral=line.referral,
        conference=line.conference,
        keeping=line.keeping,
        asked_for=line.asked_for,
        person=line.person,
        closed_on=_day(line.closed_on),
        closed_because=line.closed_because,
        proposed_by=line.proposed_by,
        proposed_at=datetime.fromisoformat(line.proposed_at),
    )
    row.confirmed_by, row.erased_at = line.confirmed_by, datetime.fromisoformat(line.erased_at)
    row.withdrawn_at = None
    session.add(row)


def _line(row: Erasure, *, by: str, at: datetime | None) -> ledger.Line:
    assert at
    return ledger.Line(
        id=row.id,
        referral=row.referral,
        conference=row.conference,
        keeping=row.keeping,
        asked_for=row.asked_for,
        person=row.person,
        closed_on=row.closed_on.isoformat() if row.closed_on else None,
        closed_because=row.closed_because,
        proposed_by=row.proposed_by,
        proposed_at=row.proposed_at.isoformat(),
        confirmed_by=by,
        erased_at=at.isoformat(),
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _of_all(referral: str) -> tuple[ColumnElement[bool], ...]:
    """The erasures of this referral that are not of one person alone."""
    return col(Erasure.referral) == referral, col(Erasure.person).is_(None)


def _open_of(referral: str):  # type: ignore[no-untyped-def]
    return select(Erasure).where(
        *_of_all(referral), col(Erasure.erased_at).is_(None), col(Erasure.withdrawn_at).is_(None)
    )


def _open_one(session: Session, erasure: str) -> Erasure:
    row = session.get(Erasure, erasure)
    if row is None or row.withdrawn_at:
        raise NotFound("erasing.no_such_proposal")
    if row.erased_at:
        raise DomainError("erasing.gone_already")
    return row
