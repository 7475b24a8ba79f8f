"""Many families, made by chance from a seed and written straight into the tables: conferences with their evaluations, no words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Connection, insert

from sos_core.domain.heard import Heard
from sos_core.store.engine import Store
from sos_core.store.overview import write_rows
from sos_core.store.tables import Account, Conference, Evaluation, Referral, SafetyNetCheck, SQLModel

EVALUATIONS = 4
"""For each conference, on the average exactly so many."""
FACILITATORS = 200
WAITING = 50
"""Beside so many conferences there is one referral that nobody has taken yet."""
CLOSED = 10
"""Beside so many conferences one referral was closed in the past year; the oldest of them are due to be erased."""
YEARS = timedelta(days=3 * 365)
AT_ONCE = 5_000
ALIASES = ("Beuk", "Wilg", "Iep", "Linde", "Els", "Eik", "Den", "Spar", "Vlier", "Hazelaar", "Es", "Berk", "Populier")
Row = dict[str, Any]


def write_families(store: Store, conferences: int, *, today: date, seed: int = 5) -> None:
    """So many conferences, each with its referral, and `EVALUATIONS` times as many evaluations; the same every time. Some at a
    time, so that the log of changes does not grow to many times the database.
    """
    chance = Random(seed)
    staff = [_account(n) for n in range(FACILITATORS)]
    with store.pen() as pen:
        _write(pen.connection(), Account, staff)
    waiting = conferences // WAITING
    total = conferences + waiting + conferences // CLOSED
    left = conferences * EVALUATIONS
    numbers = iter(range(total))
    while some := list(islice(numbers, AT_ONCE)):
        referrals, led, held, nets = [], [], [], []
        for number in some:
            waits, closed = number >= conferences, number >= conferences + waiting
            days = chance.randint(0, 60) if waits else YEARS.days * (conferences - number) // conferences
            referral = _referral(chance, number, staff, today - timedelta(days=days))
            referrals.append(referral)
            if closed:
                referral |= _closing(chance, today)
            elif waits:
                nets += _no_net(referral) if number % 5 == 0 else ()
            if waits:
                continue
            conference = _conference(chance, referral, number, staff, today)
            many = _share(chance, left, conferences - number)
            left -= many
            led.append(conference)
            held += _evaluations(chance, conference, many, today)
        with store.pen() as pen:
            for table, rows in ((Referral, referrals), (Conference, led), (Evaluation, held), (SafetyNetCheck, nets)):
                _write(pen.connection(), table, rows)
            write_rows(pen.connection(), [row["id"] for row in referrals])


def _write(connection: Connection, table: type[SQLModel], rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _account(number: int) -> Row:
    made = datetime(2023, 1, 1, tzinfo=UTC)
    return {
        "id": f"account-{number:018d}",
        "name": f"Procesbegeleider {number}",
        "password": "",
        "duty": "facilitator",
        "created_at": made,
    }


def _share(chance: Random, left: int, families: int) -> int:
    """Of what is left the part of the next family: more or less than the rest, and for the last one all of it."""
    return left if families == 1 else min(left, chance.randint(0, 2 * round(left / families)))


def _referral(chance: Random, number: int, staff: list[Row], on: date) -> Row:
    at = datetime.combine(on, time(chance.randint(8, 17)), UTC)
    return {
        "id": f"{int(at.timestamp()):012d}R{number:013d}",
        "referrer": staff[0]["id"],
        "alias": f"Familie {chance.choice(ALIASES)} {number}",
        "reason": "crisis",
        "reason_words": "Dat staat hier niet.",
        "mapped": True,
        "lvb": False,
        "together": "together",
        "referred_at": at,
        "key": None,
        "closed_on": None,
        "closed_because": None,
    }


def _closing(chance: Random, today: date) -> Row:
    return {"closed_on": today - timedelta(days=chance.randint(0, 365)), "closed_because": "no_conference"}


def _no_net(referral: Row) -> Iterator[Row]:
    """What was decided where other measures are taken."""
    words = dict.fromkeys(("why", "by"), "Dat staat hier niet.")
    at = referral["referred_at"]
    yield {"id": f"N{referral['id']}", "referral": referral["id"], "outcome": "no", "at": at, **words}


def _conference(chance: Random, referral: Row, number: int, staff: list[Row], today: date) -> Row:
    """Three in ten were stepped out of; one in ten is led by two."""
    referred: date = referral["referred_at"].date()
    first = _before(today, referred + timedelta(days=int(chance.gauss(33, 12)) % 90))
    adopted = _before(today, first + timedelta(days=chance.randint(7, 30))) if first else None
    out = _before(today, adopted + timedelta(days=chance.randint(60, 300))) if adopted else None
    lead, second = chance.sample(staff, 2)
    return {
        "id": f"{referral['id'][:12]}C{number:013d}",
        "referral": referral["id"],
        "facilitator": lead["id"],
        "second": second["id"] if chance.random() < 0.1 else None,
        "taken_at": referral["referred_at"],
        "code": f"{number:08d}",
        "token": f"{number:022d}",
        "first_session_on": first,
        "adopted_on": adopted,
        "stepped_out_on": out if chance.random() < 0.35 else None,
        "heard": _heard(chance, adopted, today) if adopted else None,
        "without_backup": (chance.random() < 0.15) * chance.randint(1, 4) if adopted else None,
        "without_monitor": (chance.random() < 0.1) * chance.randint(1, 4) if adopted else None,
    }


def _heard(chance: Random, adopted: date, today: date) -> tuple[Heard, ...]:
    """Of a few agreements, one in ten of which is carried out seldom; the one that falls silent first before the others."""
    days = [adopted + timedelta(days=chance.randint(0, (today - adopted).days)) for _ in range(chance.randint(1, 8))]
    lately = [max(day, today - timedelta(days=chance.randint(0, 60))) for day in days]
    return tuple(sorted(Heard(on + timedelta(days=22 if chance.random() < 0.9 else 70), on) for on in lately))


def _evaluations(chance: Random, conference: Row, many: int, today: date) -> Iterator[Row]:
    """All but the last were held; of nine in ten that are followed the last is to come, or should have been, and of one in three
    that were stepped out of.
    """
    begun: date = conference["adopted_on"] or today - timedelta(days=400)
    followed = conference["adopted_on"] and chance.random() < (0.3 if conference["stepped_out_on"] else 0.9)
    for n in range(many):
        on, is_open = begun + timedelta(days=7 + n), bool(followed) and n == many - 1
        yield {
            "id": f"{conference['id'][:12]}E{conference['id'][-9:]}{n:04d}",
            "conference": conference["id"],
            "version": 1 + n // 3,
            "on": today + timedelta(days=chance.randint(-60, 90)) if is_open else on,
            "ended_on": None if is_open else _before(today, on) or today,
            "decision": None if is_open else "go_on",
        }


def _before(today: date, day: date) -> date | None:
    return day if day <= today else None
