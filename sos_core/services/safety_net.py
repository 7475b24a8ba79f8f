"""The safety-net check of a referral: who is around the family, what was decided on it, and the other measures."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeVar

from sqlmodel import Session, col, select

from sos_core.access import policy
from sos_core.access.actor import Actor
from sos_core.domain.errors import DomainError, NotFound
from sos_core.domain.safety_net import Around, Circle, Known, NetOutcome, advise_on_net
from sos_core.domain.words import name as checked_name
from sos_core.domain.words import spoken
from sos_core.services.erasing_one import is_erased
from sos_core.services.fields import Fields
from sos_core.services.house import House, new_id
from sos_core.services.net_form import (
    CheckCard,
    CheckForm,
    MeasureCard,
    MeasureForm,
    NetPersonCard,
    NetPersonForm,
    SafetyNet,
)
from sos_core.services.referral_form import holds_bsn
from sos_core.services.referrals import may_be_changed_by, referral_of
from sos_core.store.tables import AlternativeMeasure, NetPerson, SafetyNetCheck, Words

MOST = 60
"""People around one family, and measures for it: more is a list that nobody looks through."""
TEXTS = frozenset({"name", "relation", "who", "what", "when"})
"""The columns of people and measures that are ids of words."""
Row = TypeVar("Row", NetPerson, AlternativeMeasure)


def safety_net(house: House, actor: Actor, referral: str) -> SafetyNet:
    """Raises NotFound for a referral that is not there or not for this reader."""
    with house.store.reading() as session:
        row = referral_of(session, actor, referral, policy.may_read_referral)
        words = _words(session, referral)
        people = net_of(session, referral)
        measures = session.exec(
            select(AlternativeMeasure)
            .where(AlternativeMeasure.referral == referral)
            .order_by(col(AlternativeMeasure.id))
        )
        checks = session.exec(
            select(SafetyNetCheck).where(SafetyNetCheck.referral == referral).order_by(col(SafetyNetCheck.at).desc())
        )
        return SafetyNet(
            alias=row.alias,
            lvb=row.lvb,
            asked=row.lvb or row.net_wanted,
            people=people,
            advice=advise_on_net(person.around for person in people),
            checks=tuple(_check(check, words) for check in checks),
            measures=tuple(_measure(measure, words) for measure in measures),
            may_change=may_be_changed_by(session, actor, row),
        )


def net_of(session: Session, referral: str) -> tuple[NetPersonCard, ...]:
    """Who is around this family, the nearest first, for a service that asked for leave itself."""
    words, near = _words(session, referral), list(Circle)
    rows = session.exec(select(NetPerson).where(NetPerson.referral == referral).order_by(col(NetPerson.id))).all()
    return tuple(_person(row, words) for row in sorted(rows, key=lambda row: near.index(Circle(row.circle))))


def keep_net_person(house: House, actor: Actor, referral: str, person: str, form: NetPersonForm) -> None:
    """Write somebody down, or write anew who has this id already: sending it twice makes one. Whoever was erased does not come back."""
    name, relation = checked_name(form.name), _maybe(form.relation)
    _no_number(name, relation)
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        before = _own_or_room(session, NetPerson, referral, person)
        if is_erased(session, person):
            raise NotFound("net.not_here")  # sent from a page of before that
        session.merge(
            NetPerson(
                id=person,
                referral=referral,
                name=_write(session, referral, name, before.name if before else None),
                relation=_write(session, referral, relation, before.relation if before else None),
                circle=form.circle,
                informal=form.informal,
                reachable=form.reachable,
                knows=form.knows,
                willing=form.willing,
                dares=form.dares,
            )
        )


def place_net_person(house: House, actor: Actor, referral: str, person: str, circle: Circle) -> None:
    """Somebody stands nearer to the family, or farther off."""
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        _there(_own(session, NetPerson, referral, person)).circle = circle


def remove_net_person(house: House, actor: Actor, referral: str, person: str) -> None:
    """They leave the net, and their name the database."""
    _remove(house, actor, referral, NetPerson, person)


def decide_on_net(house: House, actor: Actor, referral: str, form: CheckForm, *, key: str) -> None:
    """A person's word on the net, with the reason; what was decided before stays to be read. A `key` counts once."""
    why, by, condition = spoken(form.why), checked_name(form.by), None
    if form.outcome is NetOutcome.YES_IF:
        if not form.condition.strip():
            raise DomainError("net.if_what")
        condition = spoken(form.condition)
    _no_number(why, by, condition or "")
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        if session.get(SafetyNetCheck, _id(key)):
            return
        texts = {"why": _write(session, referral, why), "by": _write(session, referral, by)}
        stated = _write(session, referral, condition) if condition else None
        row = SafetyNetCheck(id=key, referral=referral, outcome=form.outcome, condition=stated, at=house.now(), **texts)
        session.add(row)


def keep_measure(house: House, actor: Actor, referral: str, measure: str, form: MeasureForm) -> None:
    """Write a measure down, or write anew the one with this id. Raises `net.measure_not_whole`."""
    texts = {one.name: getattr(form, one.name) for one in fields(MeasureForm)}
    if not all(text.strip() for text in texts.values()):
        raise DomainError("net.measure_not_whole")
    _no_number(*texts.values())
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        before = _own_or_room(session, AlternativeMeasure, referral, measure)
        kept = {
            name: _write(session, referral, spoken(text), getattr(before, name, None)) for name, text in texts.items()
        }
        session.merge(AlternativeMeasure(id=measure, referral=referral, done=before.done if before else False, **kept))


def mark_measure(house: House, actor: Actor, referral: str, measure: str, *, done: bool) -> None:
    """That it was done, or was not yet."""
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        _there(_own(session, AlternativeMeasure, referral, measure)).done = done


def remove_measure(house: House, actor: Actor, referral: str, measure: str) -> None:
    """It goes, with its texts."""
    _remove(house, actor, referral, AlternativeMeasure, measure)


# -- rows and their words ---------------------------------------------------------------------------------------------


def _remove(house: House, actor: Actor, referral: str, kind: type[Row], gone: str) -> None:
    with house.store.writing() as session:
        referral_of(session, actor, referral, policy.may_judge_referral)
        row = _own(session, kind, referral, gone)
        if row is None:
            return
        for text in TEXTS.intersection(type(row).model_fields):
            session.delete(session.get_one(Words, getattr(row, text)))
        session.delete(row)
    house.store.forget()


def _own(session: Session, kind: type[Row], referral: str, wanted: str) -> Row | None:
    """The row of this referral; an id of another referral is nobody's here."""
    row = session.get(kind, _id(wanted))
    if row is not None and row.referral != referral:
        raise NotFound("net.not_here")
    return row


def _there(row: Row | None) -> Row:
    if row is None:
        raise NotFound("net.not_here")
    return row


def _own_or_room(session: Session, kind: type[Row], referral: str, wanted: str) -> Row | None:
    """The row that there is; for a new one there is room. Raises `net.too_many`."""
    row = _own(session, kind, referral, wanted)
    if row is None and len(session.exec(select(kind.id).where(kind.referral == referral)).all()) >= MOST:
        raise DomainError("net.too_many", most=MOST)
    return row


def _write(session: Session, referral: str, text: str, at: str | None = None) -> str:
    """The id of this text; `at` is where it stood before."""
    if at:
        session.get_one(Words, at).text = text
        return at
    words = Words(id=new_id(), referral=referral, text=text)
    session.add(words)
    return words.id


def _words(session: Session, referral: str) -> dict[str, str | None]:
    return dict(session.exec(select(Words.id, Words.text).where(Words.referral == referral)).all())


def _person(row: NetPerson, words: dict[str, str | None]) -> NetPersonCard:
    answers = (Known(answer) for answer in (row.reachable, row.knows, row.willing, row.dares))
    around = Around(row.id, row.informal, *answers)
    return NetPersonCard(
        id=row.id, name=words.get(row.name), relation=words.get(row.relation), circle=Circle(row.circle), around=around
    )


def _check(row: SafetyNetCheck, words: dict[str, str | None]) -> CheckCard:
    return CheckCard(
        outcome=NetOutcome(row.outcome),
        condition=words.get(row.condition) if row.condition else None,
        why=words.get(row.why),
        by=words.get(row.by),
        at=row.at,
    )


def _measure(row: AlternativeMeasure, words: dict[str, str | None]) -> MeasureCard:
    return MeasureCard(
        id=row.id, who=words.get(row.who), what=words.get(row.what), when=words.get(row.when), done=row.done
    )


def _maybe(text: str) -> str:
    return checked_name(text) if text.strip() else ""


def _no_number(*texts: str) -> None:
    if any(holds_bsn(text) for text in texts):
        raise DomainError("referral.no_bsn")


def _id(value: str) -> str:
    return Fields({"id": value}).id("id")
