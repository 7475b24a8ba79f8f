"""Many families at once: what the database finds, orders, counts and pages is what plain Python makes of the same rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bench.families import write_families
from sos_core.domain.here import day_here
from sos_core.services.dashboard import Cursor, Page, dashboard, read_cursor
from sos_core.services.dashboard_figures import asking, loads, waited
from sos_core.services.dashboard_filters import (
    EVALUATION_STATES,
    GAPS,
    PACES,
    STAGES,
    Filters,
    read_filters,
    read_written,
    written,
)
from sos_core.store.tables import Account, Conference, Evaluation, Referral, SafetyNetCheck
from tests.builders import Office, open_office

FAMILIES = 250
MANY = ("facilitator", "stage", "state", "pace", "gap")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Office]:
    office = open_office(tmp_path_factory.mktemp("many"), like=new_house)
    write_families(office.house.store, FAMILIES, today=office.house.today(), seed=12)
    yield office
    office.house.store.close()


@pytest.fixture(scope="module")
def expected(many: Office) -> list[Row]:
    return list(told(many))


def told(office: Office) -> Iterator[Row]:
    """Every family that is listed, in order, from the rows that services write. Written apart from the code that it tests."""
    today = office.house.today()
    with office.house.store.reading() as session:
        names = {account.id: account.name for account in session.exec(select(Account))}
        led = {conference.referral: conference for conference in session.exec(select(Conference))}
        held = list(session.exec(select(Evaluation)))
        referrals = [row for row in session.exec(select(Referral)) if row.closed_on is None]
        no_net = {check.referral for check in session.exec(select(SafetyNetCheck))}
    rows = [one_of(referral, led.get(referral.id), names, held, today) for referral in referrals]
    for row in rows:
        if row["referral"] in no_net:
            row |= {"stage": "measures", "state": "measures", "pace": "measures", "asks": date.max}
    yield from sorted((row for row in rows if not row["out"]), key=lambda row: (row["asks"], row["referral"]))


def one_of(
    referral: Referral, led: Conference | None, names: dict[str, str], held: list[Evaluation], today: date
) -> Row:
    on = day_here(referral.referred_at)
    first, adopted = (led.first_session_on, led.adopted_on) if led else (None, None)
    own = [one for one in held if led and one.conference == led.id]
    days = [one.on for one in own if one.ended_on is None]
    ended = [one.ended_on for one in own if one.ended_on]
    asks = date.max
    if days:
        asks, state = min(days), "planned" if min(days) > today + timedelta(7) else "due"
        state = "overdue" if min(days) < today else state
    elif adopted:
        asks, state = max(ended, default=adopted), "not_planned"
    else:
        state = "no_plan"
        asks = date.max if first else on + timedelta(42)
    if first:
        pace = "held" if first <= on + timedelta(42) else "held_late"
    else:
        pace = "late" if today > on + timedelta(42) else "close" if today >= on + timedelta(28) else "on_time"
    lacks = {"no_backup": led.without_backup, "no_monitor": led.without_monitor} if led and adopted else {}
    gaps = {gap for gap, count in lacks.items() if count}
    heard = led.heard or () if led and adopted else ()
    silent = [one for one in heard if one.silent_from <= today]
    if silent:
        gaps.add("silent")
    stage = "with_plan" if adopted else "meeting" if first else "waiting"
    if led and led.stepped_out_on:
        stage = "handed_over" if days else "out"
    leaders = {names[one] for one in (led.facilitator, led.second) if one} if led else set()
    return {
        "referral": referral.id,
        "alias": referral.alias,
        "asks": asks,
        "state": state,
        "pace": pace,
        "gaps": gaps,
        "heard": (len(heard), len(silent)),
        "leaders": leaders,
        "stage": stage,
        "out": stage == "out",
        "days": {min(days).isoformat()} if days else set(),
        "first": first,
        "referred": on,
    }


def fits(row: Row, filters: Filters) -> bool:
    return (
        (not filters.stage or row["stage"] in filters.stage)
        and (not filters.day or filters.day in row["days"])
        and (not filters.state or row["state"] in filters.state)
        and (not filters.pace or row["pace"] in filters.pace)
        and (not filters.gap or bool(row["gaps"] & set(filters.gap)))
        and (not filters.facilitator or bool(row["leaders"] & set(filters.facilitator)))
        and filters.text.lower() in row["alias"].lower()
    )


def some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), max_size=2, unique=True).map(tuple)


ANY = st.builds(
    Filters,
    facilitator=some(tuple(f"Procesbegeleider {n}" for n in range(60))),
    stage=some(tuple(STAGES)),
    state=some(EVALUATION_STATES),
    day=st.sampled_from([*[""] * 20, *(f"2026-11-{day:02}" for day in range(1, 21))]),
    pace=some(PACES),
    gap=some(GAPS),
    text=st.sampled_from(["", "", "WILG", "familie", "1", "%"]),
)
calmly = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


def test_the_families_are_of_every_kind(expected: list[Row]) -> None:
    assert {row["stage"] for row in expected} == set(STAGES)
    assert {row["state"] for row in expected} == {*EVALUATION_STATES, "measures"}
    assert {row["pace"] for row in expected} == {*PACES, "measures"}
    assert set().union(*(row["gaps"] for row in expected)) == set(GAPS)
    assert any(len(row["leaders"]) == 2 for row in expected)
    assert FAMILIES / 2 < len(expected) < FAMILIES


@calmly
@given(filters=ANY, most=st.integers(1, 40))
def test_page_after_page_has_each_family_that_is_wanted_once_and_in_order(
    many: Office, expected: list[Row], filters: Filters, most: int
) -> None:
    wanted = [row["referral"] for row in expected if fits(row, filters)]
    found, at = [], None
    while True:
        page = dashboard(many.house, many.coordinator, filters, at, most=most)
        assert (page.total, page.skipped) == (len(wanted), len(found))
        assert (page.previous is None) == (not found)
        found += [family.referral for family in page.families]
        if page.next is None:
            break
        at = read_cursor(str(page.next))
    assert found == wanted


@calmly
@given(filters=ANY, most=st.integers(1, 40))
def test_the_way_back_shows_the_same_families(many: Office, expected: list[Row], filters: Filters, most: int) -> None:
    wanted = [row["referral"] for row in expected if fits(row, filters)]
    found: list[str] = []
    at: Cursor | None = Cursor(date.max, "~", before=True)
    while at:
        page = dashboard(many.house, many.coordinator, filters, at, most=most)
        found = [*(family.referral for family in page.families), *found]
        assert page.skipped == len(wanted) - len(found)
        at = page.previous
    assert found == wanted


@calmly
@given(filters=ANY)
def test_each_number_is_how_many_families_there_are_behind_it(
    many: Office, expected: list[Row], filters: Filters
) -> None:
    counted = asking(many.house, many.coordinator, filters)
    about = [row for row in expected if fits(row, filters.wide)]
    assert counted.families == len(about)
    for (kind, name), number in counted.of.items():
        only = Filters(**{kind: (name,)})
        assert number == sum(fits(row, only) for row in about), name


def test_each_row_says_of_itself_what_it_was_found_by(many: Office, expected: list[Row]) -> None:
    page = dashboard(many.house, many.coordinator, most=FAMILIES * 2)
    assert len(page.families) == len(expected)
    for family, row in zip(page.families, expected, strict=True):
        lacks = {"no_backup": family.without_backup, "no_monitor": family.without_monitor, "silent": family.silent}
        assert (family.alias, family.state, family.pace) == (row["alias"], row["state"], row["pace"])
        assert {gap for gap, there in lacks.items() if there} == row["gaps"]
        assert (family.agreements, family.silent) == row["heard"]
        assert family.handed_over == (row["stage"] == "handed_over")
        assert {name for name in (family.facilitator, family.second) if name} == row["leaders"]
        assert (family.referred_on, family.first_session_on) == (row["referred"], row["first"])


def test_the_load_of_everybody_is_what_they_lead(many: Office, expected: list[Row]) -> None:
    families = Counter(name for row in expected for name in row["leaders"])
    overdue = Counter(name for row in expected if row["state"] == "overdue" for name in row["leaders"])
    found = loads(many.house, many.coordinator)
    assert {load.facilitator: (load.families, load.overdue) for load in found} == {
        name: (number, overdue[name]) for name, number in families.items()
    }
    assert [load.families for load in found] == sorted(families.values(), reverse=True)


def test_who_was_stepped_out_of_still_counts_for_how_long_people_waited(many: Office) -> None:
    since = many.house.today() - timedelta(days=365)
    with many.house.store.reading() as session:
        firsts = [one.first_session_on for one in session.exec(select(Conference)) if one.first_session_on]
    assert waited(many.house, many.coordinator).held == sum(day > since for day in firsts)


def test_a_family_that_asks_for_something_else_meanwhile_is_not_seen_twice_and_nobody_is_left_out(
    office: Office,
) -> None:
    for number in range(6):
        office.referral(alias=f"Familie {number}")
        office.clock.forward(days=1)
    first = dashboard(office.house, office.coordinator, most=3)
    meeting = office.meeting(alias="Familie Uil")
    assert meeting
    rest = dashboard(office.house, office.coordinator, at=first.next, most=9)
    assert [family.alias for family in first.families + rest.families] == [
        *(f"Familie {number}" for number in range(6)),
        "Familie Uil",
    ]


@given(filters=ANY)
def test_filters_are_read_as_they_were_written(filters: Filters) -> None:
    tidy = read_written(written(filters))
    assert written(tidy) == written(read_written(written(tidy)))
    assert {name: set(getattr(tidy, name)) for name in MANY} == {name: set(getattr(filters, name)) for name in MANY}


@given(asked=st.lists(st.tuples(st.sampled_from([*MANY, "day", "text", "x"]), st.text())))
def test_whatever_stands_in_an_address_is_a_filter_or_nothing(asked: list[tuple[str, str]]) -> None:
    filters = read_filters(asked)
    assert set(filters.state) <= set(EVALUATION_STATES)
    assert len(filters.text) <= 60
    assert not filters.day or date.fromisoformat(filters.day)


@pytest.mark.parametrize(
    "text", ["", "x", "after", "after.2026-11-27", "after.gisteren.X", "before.2026-13-01.X", ".."]
)
def test_a_place_that_is_none_is_passed_over(text: str) -> None:
    assert read_cursor(text) is None


def test_a_place_behind_the_last_family_shows_none_and_how_many_there_are(many: Office, expected: list[Row]) -> None:
    page = dashboard(many.house, many.coordinator, at=Cursor(date.max, "~"))
    assert page == Page((), len(expected), 0, None, None)
