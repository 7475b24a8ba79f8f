"""The whole year of one family, and after its end nothing of it anywhere: in no page of the database, free or not, in no back-up that is
put back, no log and no file.
"""

from __future__ import annotations

import json
import logging
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any, get_args

import pytest
from sqlalchemy import Boolean, Date, Integer
from sqlmodel import Session, col, or_, select

from sos_core.domain import events as e
from sos_core.domain.board import Board
from sos_core.domain.encoding import kind_of
from sos_core.domain.errors import DomainError
from sos_core.domain.events import Entry, Event
from sos_core.domain.fold import replay
from sos_core.domain.here import day_here
from sos_core.domain.kinds import ClosedBecause, Keeping
from sos_core.services import house
from sos_core.services.backups import backup, restore
from sos_core.services.closing import close, reopen
from sos_core.services.doing import VERBS
from sos_core.services.erasing import confirm, propose
from sos_core.services.handouts import FORMS, as_file
from sos_core.services.letters import letter_pdf
from sos_core.services.library import routines, what_ifs
from sos_core.services.retention import closed_ones, gone_ones, set_terms, sweep
from sos_core.services.starting import start_house
from sos_core.services.what_is_kept import kept_file, people_kept
from sos_core.store.tables import Conference, Day, Hearings, Instant, JournalEntry, Referral, Words, metadata
from tests.builders import Office, open_office
from tests.raw_pages import raw_words
from tests.text_fields import leaves, text_fields, texts_in
from tests.year import MARK, UNSAID, WHEN, Planted, Year, played

PLANTED = re.compile(rf"(?=({MARK}[a-z]+\d+x))".encode(), re.IGNORECASE)
"""Also where it was kept in small letters, to be searched; and right behind what is left of another, as in a page that was used before."""
CONTROL = "Somebody listens to what is logged."
AN_ID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}")

NOT_IN_A_YEAR = {
    "conference_reopened": "this year goes to its end; it is opened again in the test of closing",
    "words_erased": "comes after the words are gone",
    "erased": "comes after the words are gone",
    "conference_closed": "comes after the year; says one of a few reasons",
    "person_erased": "one person alone is erased in the test of that; comes after the words are gone",
}
"""Kinds of facts that need not happen before the end, with the reason."""
NO_WORDS = {
    "referral.reason": "one of three",
    "referral.together": "one of three",
    "referral.key": "made by the client",
    "net_person.circle": "one of three",
    **{f"net_person.{name}": "yes, no or unknown" for name in ("reachable", "knows", "willing", "dares")},
    "net_check.outcome": "one of three",
    "overview.stage": "a state",
    "conference.code": "made by chance",
    "conference.token": "made by chance",
    "link.account": "nobody of staff has a link yet; an account's id",
    "journal.body": "ids, days and numbers; the words stand apart",
    "evaluation.decision": "one of four",
    "evaluation.look": "one of three",
    "phone.token": "a fingerprint",
    "link.purpose": "one of two",
    "link.token": "a fingerprint",
    "person.picture": "the name of a picture",
    "person.mail_lang": "a language",
    "journal.kind": "the name of a fact",
    "journal.key": "made by the client",
    "referral.closed_because": "one of a few",
}
"""Columns in which nobody writes, with the reason."""
OF_NO_FAMILY = {"account", "staff_session", "saved_view", "retention_term", "erasure", "alembic_version"}
FILES = ["draaiboek.db", "draaiboek.db-shm", "draaiboek.db-wal", "house-gewist.jsonl", "key", "monday.db"]
"""All that lies on the disk after it: nothing is left where papers are made."""


@dataclass
class Ended:
    """The year that is over, and what was found on the way."""

    year: Year
    referred_on: date
    entries: tuple[Entry, ...]
    """Up to the closing."""
    ending: list[tuple[Keeping, date, date]]
    """Of each kind the day from which on it was due, and the day on which it was erased."""
    planted: set[str]
    others: set[str]
    texts: list[str | None]
    facts: list[tuple[str, dict[str, Any]]]
    columns: dict[str, set[str]]
    on_disk_before: set[str]
    on_disk: set[str]
    on_disk_restored: set[str]
    log: str
    files: dict[str, bytes]
    printed: int


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory, new_house: Path) -> Iterator[Ended]:
    folder = tmp_path_factory.mktemp("year")
    heard, root = Heard(), logging.getLogger()
    level = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)  # before the house is opened: some look once whether somebody listens
    office, planted = open_office(folder / "house", like=new_house), Planted()
    for passing in ("tmp", "copies"):
        (folder / passing).mkdir()
    tempfile.tempdir, before = str(folder / "tmp"), tempfile.tempdir
    try:
        others = of_another_family(office)
        year = played(office, planted)
        printed = printed_and_looked_at(year)
        entries = year.now.entries
        with office.house.store.reading() as session:
            told = told_in(session, year)
            referred_on = day_here(
                session.exec(
                    select(Referral.referred_at).join(Conference).where(Conference.id == year.conference)
                ).one()
            )
        found = found_in(office)
        backup(office.house.settings, folder / "copies" / "monday.db")
        ending = erased(year)
        logging.getLogger("draaiboek").debug(CONTROL)
        after = found_in(office)
        files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        office.house.store.close()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(house, "datetime", clock_of(office))  # what goes by itself goes by the day it is
            restore(office.house.settings, folder / "copies" / "monday.db")
        restored = found_in(office)
        office.house = start_house(office.house.settings)
        yield Ended(
            year,
            referred_on,
            entries,
            ending,
            {word.lower() for word in planted.all},
            others,
            *told,
            found,
            after,
            restored,
            heard.text,
            files,
            printed,
        )
    finally:
        tempfile.tempdir = before
        root.setLevel(level)
        root.removeHandler(heard)
        office.house.store.close()


def of_another_family(office: Office) -> set[str]:
    """Words of a family that goes on."""
    words = Planted()
    meeting = office.meeting(alias=words.word("other"), facilitator=office.other_facilitator)
    meeting.shown(meeting.admitted(words.word("elder")), "worry", words("elsewhere"))
    return {word.lower() for word in words.all}


def clock_of(office: Office) -> type[datetime]:
    """The hour it is, for a house that is opened anew."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return office.clock().astimezone(tz)

    return Then


class Heard(logging.Handler):
    """All that is logged."""

    text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text += self.format(record) + "\n"


def printed_and_looked_at(year: Year) -> int:
    """Every paper and everybody's face, once; how many papers."""
    here, who, where, papers = year.house, year.facilitator, year.conference, 0
    newest = max(year.now.board.plans)
    for form in FORMS:
        through = {"mine.pdf": year.people["granny"].id, "child.pdf": year.people["child"].id}.get(form, "")
        papers += bool(as_file(here, who, where, newest, form=form, through=through))
    someone = next(iter(people_kept(here, who, where)))
    papers += bool(kept_file(here, who, where, someone, lang="nl"))
    papers += bool(letter_pdf(here, who, where, year.people["granny"].id))
    for face in (year.desk(), year.screen(), *map(year.seen_by, year.people.values())):
        assert MARK in json.dumps(face)
    return papers


def told_in(
    session: Session, year: Year
) -> tuple[list[str | None], list[tuple[str, dict[str, Any]]], dict[str, set[str]]]:
    """The words, the facts, and of each column that can hold a text what is in it."""
    referral = session.get_one(Conference, year.conference).referral
    own = or_(col(Words.conference) == year.conference, col(Words.referral) == referral)
    texts = list(session.exec(select(Words.text).where(own)))
    entries = session.exec(select(JournalEntry).where(JournalEntry.conference == year.conference)).all()
    columns = {
        f"{table.name}.{column.name}": {
            str(value) for (value,) in session.connection().execute(select(column)) if value not in (None, "")
        }
        for table in metadata.sorted_tables
        for column in table.columns
        if not isinstance(column.type, Integer | Boolean | Date | Instant | Day | Hearings)
        and table.name not in OF_NO_FAMILY
    }
    return texts, [(entry.kind, entry.body) for entry in entries], columns


def found_in(office: Office) -> set[str]:
    """The planted words, in small letters, that are anywhere in the file of the database or its log of changes."""
    return {word.decode().lower() for word in PLANTED.findall(raw_words(office.house.settings.data))}


def erased(year: Year) -> list[tuple[Keeping, date, date]]:
    """Closed, and each kind erased by two people on the day on which its term is over, and not before; what goes by itself goes by
    itself.
    """
    office, here = year.office, year.house
    with here.store.reading() as session:
        referral = session.get_one(Conference, year.conference).referral
    close(here, year.facilitator, referral, because=ClosedBecause.STEPPED_OUT)
    reopen(here, office.coordinator, referral)
    close(here, office.coordinator, referral, because=ClosedBecause.STEPPED_OUT)
    set_terms(here, office.administrator, {Keeping.PLAN: 180})
    ending = []
    for days, keeping in ((42, Keeping.WORKING), (138, Keeping.PLAN), (185, Keeping.FAMILY)):
        office.clock.forward(days=days - 1)
        with refused("erasing.not_due"):
            propose(here, office.administrator, referral, keeping=keeping)
        office.clock.forward(days=1)
        (due,) = (one.due for one in closed_ones(here, office.coordinator))
        assert due is not None
        wanted = propose(here, office.administrator, referral, keeping=keeping)
        with refused("erasing.another_person"):
            confirm(here, office.administrator, wanted)
        assert confirm(here, office.coordinator, wanted)
        ending.append((due.keeping, due.on, here.today()))
        sweep(here)
    here.store.scrub()
    return ending


# -- the year goes as a year goes ----------------------------------------------------------------------------------------


def test_the_year_goes_in_its_order_with_every_look_back_held_on_its_day(ended: Ended) -> None:
    """Day by day: whoever changes the year changes this too. The evaluation of week five falls on Christmas, and is held after it."""
    first_week = [(date(2026, 11, 21) + timedelta(days=n), "checked in") for n in range(7)]
    assert ended.referred_on == date(2026, 11, 3)
    assert story_of(ended) == [
        (date(2026, 11, 13), "session"),
        (date(2026, 11, 20), "session"),
        (date(2026, 11, 20), "plan 1"),
        *first_week,
        (date(2026, 11, 27), "bottom line broken"),
        (date(2026, 11, 28), "bottom line followed up"),
        (date(2026, 12, 28), "evaluation: adjust"),
        (date(2026, 12, 28), "plan 2"),
        (date(2027, 2, 1), "evaluation: step_out"),
        (date(2027, 5, 3), "recheck: go_on"),
    ]
    after = replay(ended.entries)
    assert (after.stepped_out, after.planned_evaluations) == (True, [])


def test_what_was_checked_in_is_counted_before_people_look_back(ended: Ended) -> None:
    assert ended.year.counted == {"worked": 3, "nearly": 2, "not": 2}


def test_each_kind_is_due_on_the_day_its_term_is_over_and_erased_then(ended: Ended) -> None:
    closed = date(2027, 5, 3)
    terms = {Keeping.WORKING: 42, Keeping.PLAN: 180, Keeping.FAMILY: 365}
    due = [(keeping, closed + timedelta(days=days)) for keeping, days in terms.items()]
    assert ended.ending == [(keeping, on, on) for keeping, on in due]


# -- the year is whole: what nobody thought of fails here ---------------------------------------------------------------


def test_the_year_uses_every_verb(ended: Ended) -> None:
    """A new one belongs in `tests/year.py`."""
    assert set(VERBS) - ended.year.used == set()


def test_every_kind_of_fact_happens_in_the_year_and_every_text_in_it_is_filled(ended: Ended) -> None:
    kinds = {kind_of(event) for event in get_args(Event)}
    assert kinds - {kind for kind, _ in ended.facts} == NOT_IN_A_YEAR.keys()
    filled = {f"{kind}.{path}" for kind, body in ended.facts for path, _ in leaves(body)}
    assert {field for field in text_fields() if field.partition(".")[0] not in NOT_IN_A_YEAR} - filled == set()


def test_every_column_that_can_hold_a_text_is_filled_with_planted_words_or_is_known_to_hold_none(ended: Ended) -> None:
    assert [name for name, values in ended.columns.items() if not values and name not in NO_WORDS] == []
    assert [name for name, values in ended.columns.items() if values and not is_accounted_for(name, values)] == []


def test_every_text_that_was_kept_has_a_planted_word_or_is_of_the_library(ended: Ended) -> None:
    ours = {text for idea in routines().values() for text in texts_in(idea)}
    ours |= {text for idea in what_ifs().values() for text in texts_in(idea)}
    assert [text for text in ended.texts if text and MARK not in text and text not in {*ours, WHEN}] == []


def test_before_the_end_every_planted_word_is_on_the_disk_but_for_what_was_taken_back(ended: Ended) -> None:
    """Else the tests below would pass by not looking. Of what was taken back a copy may lie in a page until it is quiet."""
    assert {hint_of(word) for word in ended.planted - ended.on_disk_before} <= set(UNSAID)


# -- after its end -----------------------------------------------------------------------------------------------------


def test_nothing_of_the_family_is_in_the_database_its_free_pages_or_its_log_of_changes(ended: Ended) -> None:
    assert ended.on_disk & ended.planted == set()


def test_nothing_of_it_is_in_a_back_up_that_is_put_back(ended: Ended) -> None:
    assert ended.on_disk_restored & ended.planted == set()


def test_nothing_of_it_was_logged_or_left_in_a_file(ended: Ended) -> None:
    """Papers are made in memory, and handed over."""
    assert ended.printed
    assert CONTROL in ended.log  # else nothing was listened to
    assert not PLANTED.search(ended.log.encode())
    assert sorted(ended.files) == FILES
    assert [name for name, held in ended.files.items() if PLANTED.search(held)] == []


def test_another_family_keeps_every_word(ended: Ended) -> None:
    for found in (ended.on_disk_before, ended.on_disk, ended.on_disk_restored):
        assert ended.others <= found


def test_what_is_left_says_that_something_was_erased_by_two_people_and_no_more(ended: Ended) -> None:
    office = ended.year.office
    gone = gone_ones(office.house, office.coordinator)
    assert {one.keeping for one in gone} == {Keeping.WORKING, Keeping.PLAN, Keeping.FAMILY}
    assert all(len(set(one.by)) == 2 for one in gone)


# -- how it is looked for ----------------------------------------------------------------------------------------------


def is_accounted_for(name: str, values: set[str]) -> bool:
    has_words = any(MARK.lower() in value.lower() for value in values)
    return has_words or name in NO_WORDS or all(AN_ID.fullmatch(value) for value in values)


def story_of(ended: Ended) -> list[tuple[date, str]]:
    """What the year is made of, each with its day. Of what was checked in only what stands."""
    board = replay(ended.entries)
    told = ((day_here(entry.at), _told(entry, board)) for entry in ended.entries)
    return [(on, what) for on, what in told if what]


def _told(entry: Entry, board: Board) -> str | None:
    match fact := entry.event:
        case e.SessionBegun():
            return "session"
        case e.PlanAdopted():
            return f"plan {fact.version}"
        case e.CheckedIn() if any(one.seq == entry.seq for one in board.check_ins.values()):
            return "checked in"
        case e.BreachRecorded():
            return "bottom line broken"
        case e.BreachFollowedUp():
            return "bottom line followed up"
        case e.EvaluationEnded():
            return f"{board.evaluations[fact.evaluation].look}: {fact.decision}"
    return None


def refused(key: str) -> pytest.RaisesExc[DomainError]:
    return pytest.raises(DomainError, match=key.replace(".", r"\."))


def hint_of(word: str) -> str:
    return word.removeprefix(MARK.lower()).rstrip("0123456789x")
