"""What is erased of the rows, kind by kind. Every column that can hold a text is named here: a new one that is not fails a test."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, bindparam, delete, false, or_, select, update

from sos_core.domain.kinds import Keeping
from sos_core.store.tables import metadata

TEXTS: dict[str, Keeping | None] = {
    "account.name": None,
    "account.password": None,
    "account.duty": None,
    "staff_session.token": Keeping.ACCESS,
    "referral.alias": Keeping.FAMILY,
    "referral.reason": Keeping.FAMILY,
    "referral.reason_words": Keeping.FAMILY,
    "referral.together": Keeping.FAMILY,
    "referral.together_by": Keeping.FAMILY,
    "referral.together_why": Keeping.FAMILY,
    "referral.key": Keeping.WORKING,
    "referral.closed_because": Keeping.FAMILY,
    "child.name": Keeping.FAMILY,
    "net_person.name": Keeping.FAMILY,
    "net_person.relation": Keeping.FAMILY,
    "net_person.circle": Keeping.FAMILY,
    "net_person.reachable": Keeping.FAMILY,
    "net_person.knows": Keeping.FAMILY,
    "net_person.willing": Keeping.FAMILY,
    "net_person.dares": Keeping.FAMILY,
    "net_check.outcome": Keeping.FAMILY,
    "net_check.condition": Keeping.FAMILY,
    "net_check.why": Keeping.FAMILY,
    "net_check.by": Keeping.FAMILY,
    "alternative_measure.who": Keeping.FAMILY,
    "alternative_measure.what": Keeping.FAMILY,
    "alternative_measure.when": Keeping.FAMILY,
    "overview.conference": Keeping.FAMILY,
    "overview.facilitator": Keeping.FAMILY,
    "overview.second": Keeping.FAMILY,
    "overview.stage": Keeping.FAMILY,
    "overview.sought_as": Keeping.FAMILY,
    "referral_draft.body": Keeping.ACCESS,
    "saved_view.name": None,
    "saved_view.filters": None,
    "bottom_line.criterion": Keeping.FAMILY,
    "bottom_line.trigger": Keeping.FAMILY,
    "bottom_line.escalation_who": Keeping.FAMILY,
    "bottom_line.escalation_what": Keeping.FAMILY,
    "bottom_line.escalation_within": Keeping.FAMILY,
    "conference.second": Keeping.FAMILY,
    "conference.code": Keeping.FAMILY,
    "conference.token": Keeping.FAMILY,
    "evaluation.decision": Keeping.FAMILY,
    "evaluation.look": Keeping.FAMILY,
    "phone.token": Keeping.ACCESS,
    "person.name": Keeping.FAMILY,
    "person.relation": Keeping.FAMILY,
    "person.picture": Keeping.FAMILY,
    "person.mail": Keeping.ACCESS,
    "person.mail_lang": Keeping.ACCESS,
    "link.purpose": Keeping.ACCESS,
    "link.token": Keeping.ACCESS,
    "words.text": Keeping.PLAN,
    "journal.kind": Keeping.FAMILY,
    "journal.body": Keeping.FAMILY,
    "journal.by": Keeping.FAMILY,
    "journal.key": Keeping.WORKING,
    "journal.answer": Keeping.FAMILY,
    "retention_term.keeping": None,
    "erasure.referral": None,
    "erasure.conference": None,
    "erasure.person": None,
    "erasure.keeping": None,
    "erasure.closed_because": None,
    "erasure.proposed_by": None,
    "erasure.confirmed_by": None,
}
"""With what each column that can hold a text is erased; None: it holds nothing of a family. Besides, words that are not in a plan
go with the working board, and at `FAMILY` every row goes that belongs to the referral.
"""
STAYING = frozenset(
    {
        "account",
        "staff_session",
        "referral_draft",
        "saved_view",
        "retention_term",
        "erasure",
        "forgotten",
        "alembic_version",
    }
)
"""Tables that belong to no referral: a draft is none yet, and goes by itself when it is left lying."""
_BELONGS_BY = frozenset({"referral", "conference", "person", "phone"})
_NO_FACT: dict[str, Any] = {"kind": "erased", "body": {}, "answer": None}
_NUMBERS = ("scale_set", "checked_in")
"""Facts that say something by themselves, without any words."""


def empty(connection: Connection, referral: str, keeping: Keeping, *, plan: Collection[str]) -> None:
    """Of this referral the texts of this kind are gone; rows and facts stay. `plan`: the ids of the words that an adopted plan holds:
    they go with the plan and not before.
    """
    for table, column in _columns(keeping):
        if f"{table.name}.{column.name}" != "words.text" or keeping is Keeping.PLAN:
            gone = {column.name: None if column.nullable else ""}
            connection.execute(update(table).where(belongs_to(table, referral)).values(gone))
    if keeping is Keeping.WORKING:
        _empty_what_was_said(connection, referral, plan)
        _empty_the_numbers(connection, referral)


def empty_person(connection: Connection, conference: str, person: str, *, words: Collection[str]) -> None:
    """Name, relation, picture, mail address and links of this person, these words, their numbers of the scale and what they reported are
    gone; rows and facts stay. A phone through which nobody speaks any more goes too.
    """
    people, said, links, phones, journal = (
        metadata.tables[name] for name in ("person", "words", "link", "phone", "journal")
    )
    phone = connection.execute(select(people.c.phone).where(people.c.id == person)).scalar()
    nothing = dict.fromkeys(("name", "relation", "picture", "phone", "mail", "mail_lang"))
    connection.execute(update(people).where(people.c.id == person).values(nothing))
    connection.execute(delete(links).where(links.c.person == person))
    if phone and connection.execute(select(people.c.id).where(people.c.phone == phone)).first() is None:
        connection.execute(delete(phones).where(phones.c.id == phone))
    _empty_words(connection, said, words)
    numbers = (
        journal.c.conference == conference,
        journal.c.kind.in_(_NUMBERS),
        journal.c.body["person"].as_string() == person,
    )
    connection.execute(update(journal).where(*numbers).values(_NO_FACT))


def remove_of_net(connection: Connection, referral: str, person: str) -> None:
    """Whoever has this id in the safety net of this referral stands there no more: the row goes, with its words."""
    net, words = metadata.tables["net_person"], metadata.tables["words"]
    which = net.c.id == person, net.c.referral == referral
    for row in connection.execute(select(net.c.name, net.c.relation).where(*which)).all():
        connection.execute(delete(words).where(words.c.id.in_(row)))
    connection.execute(delete(net).where(*which))


def remove(connection: Connection, referral: str) -> None:
    """Every row that belongs to this referral is gone, and the referral too."""
    for table in reversed(metadata.sorted_tables):
        if table.name not in STAYING:
            connection.execute(delete(table).where(belongs_to(table, referral)))


def remove_access(connection: Connection, *, ended_before: datetime, closed_before: date) -> int:
    """Sign-ins and links that ended before this moment, drafts of referrals that lie since before it, and the phones and links of what
    was closed before this day. How many drafts and mail addresses went.
    """
    links = metadata.tables["link"]
    sessions, phones, people = (metadata.tables[name] for name in ("staff_session", "phone", "person"))
    referrals, conferences = metadata.tables["referral"], metadata.tables["conference"]
    connection.execute(delete(sessions).where(sessions.c.expires_at < ended_before))
    drafts = metadata.tables["referral_draft"]
    left_lying = connection.execute(delete(drafts).where(drafts.c.kept_at < ended_before)).rowcount
    closed = (
        select(conferences.c.id)
        .join(referrals, referrals.c.id == conferences.c.referral)
        .where(referrals.c.closed_on < closed_before)
    )
    over = or_(links.c.revoked_at < ended_before, links.c.ends_at < ended_before)
    connection.execute(delete(links).where(or_(over, links.c.conference.in_(closed))))
    mailed = people.c.conference.in_(closed), people.c.mail.is_not(None)
    mails = connection.execute(update(people).where(*mailed).values(mail=None, mail_lang=None)).rowcount
    connection.execute(update(people).where(people.c.conference.in_(closed)).values(phone=None))
    connection.execute(delete(phones).where(phones.c.conference.in_(closed)))
    return left_lying + mails


def belongs_to(table: Table, referral: str) -> ColumnElement[bool]:
    """Which rows of this table belong to the referral, by whatever way: found by what they point at."""
    if table.name == "referral":
        return table.c.id == referral
    ways = [
        column.in_(select(target.c.id).where(belongs_to(target, referral)))
        for column, target in ways_up(table)
        if target is not table
    ]
    return or_(false(), *ways)


def ways_up(table: Table) -> Iterator[tuple[Column[str], Table]]:
    """The columns by which a row may belong to a referral, each with the table that it points at."""
    for column in table.columns:
        targets = [key.column.table for key in column.foreign_keys]
        if not targets and column.name in _BELONGS_BY:
            targets = [metadata.tables[column.name]]
        yield from ((column, target) for target in targets if target.name not in STAYING)


def _columns(keeping: Keeping) -> Iterator[tuple[Table, Column[str]]]:
    for name, goes_with in TEXTS.items():
        table, _, column = name.partition(".")
        if goes_with is keeping and table not in STAYING:
            yield metadata.tables[table], metadata.tables[table].c[column]


def _empty_what_was_said(connection: Connection, referral: str, plan: Collection[str]) -> None:
    words = metadata.tables["words"]
    said = select(words.c.id).where(belongs_to(words, referral), words.c.conference.is_not(None))
    _empty_words(connection, words, [key for (key,) in connection.execute(said) if key not in plan])


def _empty_words(connection: Connection, words: Table, gone: Collection[str]) -> None:
    if gone:
        these = [{"one": key} for key in gone]
        connection.execute(update(words).where(words.c.id == bindparam("one")).values(text=None), these)


def _empty_the_numbers(connection: Connection, referral: str) -> None:
    """Those, and the days that were counted from them."""
    journal, conference, overview = (metadata.tables[name] for name in ("journal", "conference", "overview"))
    which = journal.c.kind.in_(_NUMBERS), belongs_to(journal, referral)
    connection.execute(update(journal).where(*which).values(_NO_FACT))
    connection.execute(update(conference).where(belongs_to(conference, referral)).values(heard=None))
    connection.execute(update(overview).where(belongs_to(overview, referral)).values(heard=None, silent_from=None))
