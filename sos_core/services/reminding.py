"""The weekly reminder by mail: neutral words, no names, no link. At most one a week to each, also when it is run twice at once."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid, parseaddr

from sqlmodel import col, or_, select

from sos_core.domain.errors import DomainError
from sos_core.i18n import chosen, words_for
from sos_core.services.house import House
from sos_core.services.speakers import is_in
from sos_core.settings import Security, Settings
from sos_core.store.tables import Person

PATIENCE = 30.0
"""Seconds that a mail server may take for each step."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many went out, and how many did not. Never to whom."""

    sent: int
    failed: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    person: str
    conference: str
    address: str
    lang: str


def remind(house: House) -> Sent:
    """One mail to each who left an address and has a part in the plan that was adopted last, unless there was one this week.

    It is written down before it is sent: what fails is tried again next time, what was sent is never sent twice. Raises
    `mail.no_server`, `mail.not_reached`.
    """
    settings = house.settings
    if settings.smtp_host is None or not parseaddr(settings.smtp_from)[1]:
        raise DomainError("mail.no_server")
    monday = house.today() - timedelta(house.today().weekday())
    wanted = [one for one in _who_wants(house, monday) if _lives_by_the_plan(house, one)]
    if not wanted:
        return Sent(0, 0)
    sent = failed = 0
    with _server(settings) as server:
        for one in wanted:
            if not _mark(house, one, monday):
                continue
            try:
                server.send_message(_message(house, one))
                sent += 1
            except (smtplib.SMTPException, OSError):
                _unmark(house, one)
                failed += 1
    return Sent(sent, failed)


def _who_wants(house: House, monday: date) -> list[_Wanted]:
    due = or_(col(Person.mailed_on).is_(None), col(Person.mailed_on) < monday)
    with house.store.reading() as session:
        rows = session.exec(select(Person).where(col(Person.mail).is_not(None), col(Person.name).is_not(None), due))
        return [_Wanted(row.id, row.conference, row.mail, row.mail_lang or "") for row in rows if row.mail]


def _lives_by_the_plan(house: House, one: _Wanted) -> bool:
    with house.store.reading() as session:
        board = house.boards.current(session, one.conference).board
    own = any(one.person in agreement.people for agreement in board.agreements.values())
    return bool(board.plans) and board.closed is None and own and is_in(board, one.person)


def _mark(house: House, one: _Wanted, monday: date) -> bool:
    """Whether it is ours to send: another run may have been first."""
    with house.store.pen() as pen:
        row = pen.session.get(Person, one.person)
        if row is None or row.mail != one.address or (row.mailed_on and row.mailed_on >= monday):
            return False
        row.mailed_on = house.today()
    return True


def _unmark(house: House, one: _Wanted) -> None:
    with house.store.pen() as pen:
        if row := pen.session.get(Person, one.person):
            row.mailed_on = None


@contextmanager
def _server(settings: Settings) -> Iterator[smtplib.SMTP]:
    """The mail server, greeted. Raises `mail.not_reached`: what it says may hold an address, and is said to nobody."""
    assert settings.smtp_host
    where = settings.smtp_host, settings.smtp_port
    safe = ssl.create_default_context()
    try:
        server = (
            smtplib.SMTP_SSL(*where, timeout=PATIENCE, context=safe)
            if settings.smtp_security is Security.TLS
            else smtplib.SMTP(*where, timeout=PATIENCE)
        )
    except (smtplib.SMTPException, OSError):
        raise DomainError("mail.not_reached") from None
    with server:
        try:
            if settings.smtp_security is Security.STARTTLS:
                server.starttls(context=safe)
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password or "")
        except (smtplib.SMTPException, OSError):
            raise DomainError("mail.not_reached") from None
        yield server


def _message(house: House, one: _Wanted) -> EmailMessage:
    """Nothing in it says what it is about, for whoever reads along."""
    t = words_for(chosen(one.lang))
    sender = house.settings.smtp_from
    message = EmailMessage()
    message["From"] = sender
    message["To"] = one.address
    message["Subject"] = t("Herinnering")
    message["Date"] = format_datetime(house.now())
    message["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    texts = (
        t("Kijk deze week even in je agenda, of open je eigen link."),
        t("Dit bericht komt één keer per week. Je zet het uit waar je het hebt aangezet. Antwoorden kan niet."),
    )
    message.set_content("\n\n".join(texts) + "\n")
    return message
