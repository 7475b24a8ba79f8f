"""What the rows beside the journal hold of one person: phone, links, mail address, the safety net, and whether they asked to be erased."""

from __future__ import annotations

from sqlmodel import Session, col, select

from sos_core.access.withheld import Withheld
from sos_core.domain.here import day_here
from sos_core.domain.safety_net import NetQuestion
from sos_core.export.paper import KeptBeside, KeptNet, KeptWay
from sos_core.services.net_form import NetPersonCard
from sos_core.store.tables import Erasure, Link, Person, Phone


def beside(session: Session, person: str, *, on_phone: bool) -> KeptBeside:
    """Never a secret. Of a mail address a phone tells that it is there, and no more."""
    row = session.get(Person, person)
    phone = session.get(Phone, row.phone) if row and row.phone else None
    mail = row.mail if row else None
    asked = select(Erasure).where(Erasure.person == person).order_by(col(Erasure.proposed_at))
    return KeptBeside(
        joined_on=day_here(phone.joined_at) if phone else None,
        picture=row.picture if row else None,
        ways=tuple(_ways(session, person)),
        mails=mail is not None,
        mail=None if on_phone else mail,
        mail_lang=row.mail_lang if row and mail else None,
        mailed_on=row.mailed_on if row else None,
        erasing=tuple((day_here(one.proposed_at), one.withdrawn_at is not None) for one in session.exec(asked)),
    )


def in_the_net(one: NetPersonCard, withheld: Withheld) -> KeptNet:
    """What was filled in about this person when the safety net was looked at. Name and relation there are others' words."""
    readable = {text: text for text in (one.name, one.relation) if text and one.id not in withheld.would_not_read(text)}
    return KeptNet(
        name=readable.get(one.name or ""),
        relation=readable.get(one.relation or ""),
        circle=one.circle.value,
        informal=one.around.informal,
        answers=tuple((question.value, one.around.answer(question).value) for question in NetQuestion),
    )


def _ways(session: Session, person: str) -> list[KeptWay]:
    """The personal links, also those that ended, for as long as their rows are kept."""
    links = session.exec(select(Link).where(Link.person == person).order_by(col(Link.made_at)))
    return [
        KeptWay(
            for_calendar=link.purpose == "calendar",
            made_on=day_here(link.made_at),
            until=day_here(link.ends_at) if link.ends_at else None,
            ended_on=day_here(link.revoked_at) if link.revoked_at else None,
        )
        for link in links
    ]
