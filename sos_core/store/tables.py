"""The tables. Words and people stand apart from the journal, so that erasing them leaves the journal foldable."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

from sos_core.domain.heard import Heard


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC and read back with its zone, also where the database knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Day(TypeDecorator[date]):
    """A day, kept as its number: narrow in an index, and every database counts with it in the same way."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> int | None:
        return None if value is None else value.toordinal()

    def process_result_value(self, value: int | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromordinal(value)


class Hearings(TypeDecorator[tuple[Heard, ...]]):
    """Of each agreement when it was heard of: two days, kept as their numbers."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def process_bind_param(self, value: tuple[Heard, ...] | None, dialect: Dialect) -> list[list[int]] | None:
        return None if value is None else [[one.silent_from.toordinal(), one.on.toordinal()] for one in value]

    def process_result_value(self, value: list[list[int]] | None, dialect: Dialect) -> tuple[Heard, ...] | None:
        return None if value is None else tuple(Heard(*map(date.fromordinal, one)) for one in value)


def _day(*, nullable: bool = True) -> Column[date]:
    return Column(Day(), nullable=nullable)


def _moment(*, nullable: bool = False) -> Column[datetime]:
    return Column(Instant(), nullable=nullable)


def _of(table: str, *, nullable: bool = False) -> Column[str]:
    return Column(String, ForeignKey(f"{table}.id"), nullable=nullable, index=True)


class Account(SQLModel, table=True):
    """A member of staff. `name` is what they sign in with."""

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    password: str
    duty: str
    created_at: datetime = Field(sa_column=_moment())


class StaffSession(SQLModel, table=True):
    """One sign-in; `token` is the fingerprint of the cookie."""

    __tablename__ = "staff_session"
    token: str = Field(primary_key=True)
    account: str = Field(sa_column=_of("account"))
    expires_at: datetime = Field(sa_column=_moment())


class Referral(SQLModel, table=True):
    """A family that was referred. `alias` is a made-up name, never a citizen's number.

    `together`: may these people be in one room (`together`, `separate`, `not_now`), or None while nobody judged it. `net_wanted`:
    its safety net is looked at though nobody has a mild intellectual disability. `key` is what the client named its submission.
    `closed_on`: from that day on it is kept for as long as the terms say, and no longer.
    """

    __table_args__ = (Index("ix_referral_referrer_key", "referrer", "key", unique=True),)
    id: str = Field(primary_key=True)
    referrer: str = Field(sa_column=_of("account"))
    alias: str
    reason: str
    reason_words: str
    mapped: bool
    lvb: bool
    net_wanted: bool = False
    together: str | None = None
    together_by: str | None = None
    together_why: str | None = None
    referred_at: datetime = Field(sa_column=_moment())
    key: str | None = None
    closed_on: date | None = Field(default=None, index=True)
    closed_because: str | None = None


class ReferralDraft(SQLModel, table=True):
    """A referral that is being written, by its referrer alone. All its words are in `body`: whoever erases, erases the row."""

    __tablename__ = "referral_draft"
    id: str = Field(primary_key=True)
    referrer: str = Field(sa_column=_of("account"))
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    kept_at: datetime = Field(sa_column=_moment())


class Child(SQLModel, table=True):
    """A child of the family, by first name and age at referral."""

    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=_of("referral"))
    name: str
    age: int


class BottomLineRow(SQLModel, table=True):
    """A bottom line as the referrer stated it; the texts are ids of words."""

    __tablename__ = "bottom_line"
    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=_of("referral"))
    position: int
    criterion: str
    trigger: str
    escalation_who: str
    escalation_what: str
    escalation_within: str


class NetPerson(SQLModel, table=True):
    """Somebody around the family, in one of three circles. `name` and `relation` are ids of words; the answers: yes, no, unknown."""

    __tablename__ = "net_person"
    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=_of("referral"))
    name: str
    relation: str
    circle: str
    informal: bool
    reachable: str
    knows: str
    willing: str
    dares: str


class SafetyNetCheck(SQLModel, table=True):
    """What somebody decided on the safety net; the newest counts. `condition` (of *yes, if*), `why` and `by` are ids of words."""

    __tablename__ = "net_check"
    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=_of("referral"))
    outcome: str
    condition: str | None = None
    why: str
    by: str
    at: datetime = Field(sa_column=_moment())


class AlternativeMeasure(SQLModel, table=True):
    """What is done where there is no safety net; the texts are ids of words."""

    __tablename__ = "alternative_measure"
    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=_of("referral"))
    who: str
    what: str
    when: str
    done: bool = False


class Conference(SQLModel, table=True):
    """A conference: its facilitator, its door, and the dates that the dashboard lists. `second` is the account of who leads it
    with the facilitator. Of the agreements of the plan that stands: `heard`, when it was last told how each goes; so many are
    `without_backup` and `without_monitor`. None while there is no plan.
    """

    id: str = Field(primary_key=True)
    referral: str = Field(sa_column=Column(String, ForeignKey("referral.id"), nullable=False, unique=True))
    facilitator: str = Field(sa_column=_of("account"))
    second: str | None = None
    taken_at: datetime = Field(sa_column=_moment())
    code: str = Field(unique=True)
    token: str = Field(unique=True)
    first_session_on: date | None = None
    adopted_on: date | None = None
    stepped_out_on: date | None = Field(default=None, index=True)
    heard: tuple[Heard, ...] | None = Field(default=None, sa_column=Column(Hearings(), nullable=True))
    without_backup: int | None = None
    without_monitor: int | None = None


class Evaluation(SQLModel, table=True):
    """An evaluation by its dates: what was said in it is in the journal. `look`: which of the looks back at the plan it is."""

    id: str = Field(primary_key=True)
    conference: str = Field(sa_column=_of("conference"))
    version: int
    on: date = Field(index=True)
    look: str = Field(default="evaluation", sa_column_kwargs={"server_default": "evaluation"})
    ended_on: date | None = None
    decision: str | None = None


class Overview(SQLModel, table=True):
    """How a family stands: all that the dashboard filters, orders and counts by, in one narrow row. It is derived:
    `store/overview.py` writes it in the transaction of what it is derived from, and nobody else does.

    `asks_on`: the day on which this family asks for something of somebody; `date.max` when no such day is known. `listed`:
    somebody still works with this family. `silent_from`: the day from which on one of the agreements in `heard` is silent, if nothing
    more is heard of it. `sought_as`: its alias, for who looks for it in capitals or without.
    """

    __table_args__ = (
        Index(
            "ix_overview_urgent",
            *("listed", "asks_on", "referral", "stage", "referred_on", "days_to_first"),
            *("silent_from", "without_backup", "without_monitor", "facilitator", "second", "sought_as"),
        ),
        Index("ix_overview_led", "listed", "facilitator", "second", "stage", "asks_on"),
        Index("ix_overview_first_session", "first_session_on", "days_to_first", "facilitator", "second"),
    )
    referral: str = Field(sa_column=Column(String, ForeignKey("referral.id", ondelete="CASCADE"), primary_key=True))
    conference: str | None
    facilitator: str | None
    second: str | None
    listed: bool
    stage: str
    asks_on: date = Field(sa_column=_day(nullable=False))
    referred_on: date = Field(sa_column=_day(nullable=False))
    first_session_on: date | None = Field(sa_column=_day())
    days_to_first: int | None
    evaluation_on: date | None = Field(sa_column=_day())
    version: int | None
    heard: tuple[Heard, ...] | None = Field(sa_column=Column(Hearings(), nullable=True))
    silent_from: date | None = Field(sa_column=_day())
    without_backup: int
    without_monitor: int
    sought_as: str


class SavedView(SQLModel, table=True):
    """A name that somebody of staff gave to some filters of the dashboard; `filters` as they stand in its address."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("account", "name"),)
    id: str = Field(primary_key=True)
    account: str = Field(sa_column=_of("account"))
    name: str
    filters: str


class Phone(SQLModel, table=True):
    """One browser that joined a conference; `token` is the fingerprint of its cookie."""

    id: str = Field(primary_key=True)
    conference: str = Field(sa_column=_of("conference"))
    token: str = Field(unique=True)
    joined_at: datetime = Field(sa_column=_moment())


class Person(SQLModel, table=True):
    """Somebody at a conference. `name` is None once it was erased; without a phone others speak for them."""

    id: str = Field(primary_key=True)
    conference: str = Field(sa_column=_of("conference"))
    phone: str | None = Field(default=None, sa_column=_of("phone", nullable=True))
    name: str | None = None
    relation: str | None = None
    picture: str | None = None
    mail: str | None = None
    mail_lang: str | None = None
    mailed_on: date | None = Field(default=None, sa_column=_day())


class Link(SQLModel, table=True):
    """A secret that somebody holds for one purpose, until it is revoked or `ends_at` comes; `token` is its fingerprint.

    Its holder is a `person` at a `conference`, or an `account`.
    """

    id: str = Field(primary_key=True)
    purpose: str
    token: str = Field(unique=True)
    conference: str | None = Field(default=None, sa_column=_of("conference", nullable=True))
    person: str | None = Field(default=None, sa_column=_of("person", nullable=True))
    account: str | None = Field(default=None, sa_column=_of("account", nullable=True))
    made_at: datetime = Field(sa_column=_moment())
    ends_at: datetime | None = Field(default=None, sa_column=_moment(nullable=True))
    revoked_at: datetime | None = Field(default=None, sa_column=_moment(nullable=True))


class Words(SQLModel, table=True):
    """One text that somebody said or wrote, of a conference or of a referral; None once it was taken back or erased."""

    id: str = Field(primary_key=True)
    conference: str | None = Field(default=None, sa_column=_of("conference", nullable=True))
    referral: str | None = Field(default=None, sa_column=_of("referral", nullable=True))
    text: str | None


class JournalEntry(SQLModel, table=True):
    """One fact of a conference. `seq` counts from 1 without gaps; `key` is what the client named its submission."""

    __tablename__ = "journal"
    __table_args__ = (UniqueConstraint("conference", "key"),)
    conference: str = Field(sa_column=Column(String, ForeignKey("conference.id"), primary_key=True))
    seq: int = Field(primary_key=True)
    kind: str
    version: int
    body: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    by: str
    at: datetime = Field(sa_column=_moment())
    key: str | None = None
    answer: str | None = None


class RetentionTerm(SQLModel, table=True):
    """How many days this organisation keeps one kind of what is kept. A kind that is not here has its default."""

    __tablename__ = "retention_term"
    keeping: str = Field(primary_key=True)
    days: int


class Erasure(SQLModel, table=True):
    """That something is to be erased: proposed by one account, erased by another, or withdrawn. It outlives what it erased, so it
    has ids and days only, and none of them points at a row. `person`: of this one alone, closed or not.
    """

    id: str = Field(primary_key=True)
    referral: str = Field(index=True)
    conference: str | None = None
    person: str | None = None
    keeping: str
    asked_for: bool
    closed_on: date | None = None
    closed_because: str | None = None
    proposed_by: str
    proposed_at: datetime = Field(sa_column=_moment())
    confirmed_by: str | None = None
    erased_at: datetime | None = Field(default=None, sa_column=_moment(nullable=True))
    withdrawn_at: datetime | None = Field(default=None, sa_column=_moment(nullable=True))


class Forgotten(SQLModel, table=True):
    """Since the file was last written anew, words of a family went: copies of them may still stand on its pages. Which, is not said."""

    id: int | None = Field(default=None, primary_key=True)


metadata = SQLModel.metadata
"""All tables, for the migrations."""
