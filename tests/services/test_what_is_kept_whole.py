"""What is kept of one person is whole: of every row and every fact that names somebody it is on their sheet, or it is said why not. By
walking them, so that a new one is found without anybody thinking of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session, select

from sos_core.access.eyes import Eyes, Face
from sos_core.access.keeping import as_read_by
from sos_core.domain import events as e
from sos_core.domain.encoding import body_of, kind_of
from sos_core.domain.story import what_counts
from sos_core.export.kept_pdf import told_as
from sos_core.services.erasing_one import propose_person
from sos_core.services.kept_facts import Finder
from sos_core.services.what_is_left_out import LEFT_OUT, ROWS_ON_THE_SHEET
from sos_core.store.tables import NetPerson, Person, metadata
from tests.builders import open_office
from tests.services.test_year import NOT_IN_A_YEAR
from tests.text_fields import leaves, text_fields
from tests.year import Planted, Year, played

WHERE = frozenset({"conference", "referral", "account"})
"""Tables that a row of a person points at, and that are of everybody."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Year]:
    """Every kind of fact happened in it; and somebody asks to be erased."""
    office = open_office(tmp_path_factory.mktemp("whole"), like=new_house)
    year = played(office, Planted())
    propose_person(year.house, year.facilitator, year.conference, year.people["granny"].id)
    yield year
    office.house.store.close()


@pytest.fixture(scope="module")
def named(year: Year) -> set[str]:
    """Where somebody is named: `table.column` of the rows, `kind.field` of the facts."""
    with year.house.store.reading() as session:
        people = people_of(session)
        return {*columns_of(session, people), *columns_meant_for_people(), *fields_of(year, people)}


def people_of(session: Session) -> set[str]:
    return {*session.exec(select(Person.id)), *session.exec(select(NetPerson.id))}


def columns_of(session: Session, people: set[str]) -> Iterator[str]:
    """Of each table with a row that names somebody, or that such a row points at, every column; but for ids of our own making."""
    for table in metadata.sorted_tables:
        if table.name == "journal":
            continue
        for row in session.connection().execute(table.select()).mappings():
            here = {column for column, value in row.items() if isinstance(value, str) and value in people}
            if here:
                yield from (f"{table.name}.{column}" for column in here - {"id"})
                yield from says(table)
                yield from (
                    name
                    for column in table.columns
                    for key in column.foreign_keys
                    if key.column.table.name not in WHERE
                    for name in says(key.column.table)
                )


def columns_meant_for_people() -> Iterator[str]:
    """The same of a table that has a place for somebody, also while it has no rows."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            pointed = {key.column.table.name for key in column.foreign_keys}
            if pointed & {"person", "net_person"} or column.name in {"person", "people"}:
                yield f"{table.name}.{column.name}"
                yield from says(table)


def says(table: Any) -> Iterator[str]:
    """The columns that are no keys."""
    for column in table.columns:
        if not column.foreign_keys and not (column.primary_key and column.name == "id"):
            yield f"{table.name}.{column.name}"


def fields_of(year: Year, people: set[str]) -> Iterator[str]:
    for entry in year.now.entries:
        yield from (field for field, value in fields_in(entry.event) if value in people)
    yield from (field for field in text_fields() if field.partition(".")[0] in NOT_IN_A_YEAR)


def fields_in(event: e.Event) -> Iterator[tuple[str, str]]:
    yield from ((f"{kind_of(event)}.{path}", value) for path, value in leaves(body_of(event)))


def finder_of(year: Year, person: str, *, on_phone: bool = False) -> Finder:
    now, eyes = year.now, Eyes(Face.PERSON, person, (person,))
    seen, theirs = as_read_by(now.board, eyes, now.lookup)
    return Finder(now, theirs, eyes, dict(seen.agreements), on_phone=on_phone)


def told_of(year: Year, person: str, *, on_phone: bool = False) -> set[int]:
    """The seqs of the facts that are on this person's sheet: as a line, or as an agreement that stands."""
    finder = finder_of(year, person, on_phone=on_phone)
    standing = {one.base for one in finder.seen.values()}
    agreed = {entry.seq for entry in year.now.entries if getattr(entry.event, "base", None) in standing}
    return {seq for seq, _ in finder.lines()} | agreed


# -- nothing is forgotten ----------------------------------------------------------------------------------------------


def test_every_row_that_names_somebody_is_on_the_sheet_or_is_left_out_for_a_reason(named: set[str]) -> None:
    """A new one belongs in `sos_core.services.kept_rows`, or in `what_is_left_out` with why."""
    tables = {table.name for table in metadata.sorted_tables}
    rows = {name for name in named if name.partition(".")[0] in tables}
    assert rows - ROWS_ON_THE_SHEET - LEFT_OUT.keys() == set()


def test_every_fact_that_names_somebody_is_on_their_sheet_or_is_left_out_for_a_reason(year: Year) -> None:
    """A new one belongs in `sos_core.services.kept_facts`, or in `what_is_left_out` with why."""
    with year.house.store.reading() as session:
        everybody = people_of(session)
    facts = [(x.seq, field, who) for x in what_counts(year.now.entries) for field, who in fields_in(x.event)]
    about = {person: {(seq, field) for seq, field, who in facts if who == person} for person in everybody}
    assert len([person for person in everybody if about[person]]) > 5, "else this test would pass by not looking"
    forgotten: set[str] = set()
    for person in everybody:
        told = told_of(year, person)
        forgotten |= {field for seq, field in about[person] if seq not in told}
    assert forgotten - LEFT_OUT.keys() == set()


def test_what_does_not_happen_in_the_year_is_known_to_be_on_the_sheet_too() -> None:
    """See the test of erasing one person."""
    assert {field for field in text_fields() if field.partition(".")[0] in NOT_IN_A_YEAR} == {"person_erased.person"}


def test_on_a_phone_no_fact_is_missing_but_for_how_contact_grows(year: Year) -> None:
    """That one is there is told, and no more."""
    father = year.people["father"].id
    kinds = {x.seq: kind_of(x.event) for x in year.now.entries}
    missing = told_of(year, father) - told_of(year, father, on_phone=True)
    assert {kinds[seq] for seq in missing} == {"contact_step_signed_off", "contact_step_halted"}


def test_every_line_is_told_in_words_of_its_own(year: Year) -> None:
    with year.house.store.reading() as session:
        everybody = people_of(session)
    kinds = {line.what for person in everybody for _, line in finder_of(year, person).lines()}
    assert kinds - told_as(str).keys() == set()


def test_what_is_left_out_is_there_and_says_why(named: set[str]) -> None:
    assert (LEFT_OUT.keys() | ROWS_ON_THE_SHEET) - named == set()
    assert all(LEFT_OUT.values())
