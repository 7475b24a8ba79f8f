"""The journal: in order, once, all or nothing; and what was taken back leaves the database."""

from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError

from sos_core.domain import events as e
from sos_core.services.counted_plans import bring_up_to_date
from sos_core.services.house import open_house
from sos_core.settings import Settings
from sos_core.store import journal
from sos_core.store.tables import JournalEntry, metadata
from tests.builders import START, Meeting
from tests.raw_pages import raw_words


def test_the_tables_are_as_the_models_say(tmp_path: Path) -> None:
    house = open_house(Settings(data=tmp_path))
    with house.store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}
    house.store.close()


def test_bringing_it_up_to_date_twice_changes_nothing(tmp_path: Path) -> None:
    house = open_house(Settings(data=tmp_path))
    with house.store.engine.connect() as connection:
        before = connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY name").all()
        connection.rollback()
        bring_up_to_date(house.store, house.settings.region)
        assert connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY name").all() == before
    house.store.close()


def test_what_is_kept_survives_a_power_cut(meeting: Meeting) -> None:
    with meeting.house.store.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_the_journal_reads_back_what_was_appended(meeting: Meeting) -> None:
    entries = meeting.now.entries
    with meeting.house.store.reading() as session:
        assert tuple(journal.read(session, meeting.conference)) == entries
        assert tuple(journal.read(session, meeting.conference, after=2)) == entries[2:]
        assert journal.read(session, "elsewhere") == []
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert {entry.at for entry in entries} == {START}


@pytest.mark.parametrize("taken", ["seq", "key"])
def test_a_seq_or_key_that_is_taken_is_refused_by_the_database_itself(meeting: Meeting, taken: str) -> None:
    last = meeting.now.board.seq
    with meeting.house.store.writing() as session:
        journal.append(
            session, meeting.conference, e.PlayStopped(), seq=last + 1, by="desk", at=START, key="K1", answer=None
        )
    seq, key = (last + 1, "K2") if taken == "seq" else (last + 2, "K1")
    with pytest.raises(IntegrityError), meeting.house.store.writing() as session:
        journal.append(session, meeting.conference, e.PlayStopped(), seq=seq, by="desk", at=START, key=key)
    assert meeting.now.board.seq == last + 1


def test_a_transaction_that_fails_leaves_nothing(meeting: Meeting) -> None:
    last = meeting.now.board.seq

    def fails_halfway() -> None:
        with meeting.house.store.writing() as session:
            journal.append(session, meeting.conference, e.PlayStopped(), seq=last + 1, by="d", at=START, key=None)
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_halfway()
    assert meeting.now.board.seq == last


def test_what_an_older_program_wrote_is_read_forward(meeting: Meeting) -> None:
    card = meeting.shown(meeting.admitted("Riet"), "worry")
    agreement = {"agreement": "A1", "base": "A1", "backup": None, "monitor": None, "worries": [], "bottom_lines": []}
    agreement |= {"what": "w", "who": "P1", "when": "w", "notice": "w", "risks": [], "strengths": []}
    older = [
        ("scale_asked", {"scale": "Q1"}),
        ("worry_parked", {"card": card, "reason": "w"}),
        ("agreement_made", agreement),
    ]
    seq = meeting.now.board.seq
    with meeting.house.store.writing() as session:
        for number, (kind, body) in enumerate(older, seq + 1):
            row = {"seq": number, "kind": kind, "version": 1, "body": body, "by": "x", "at": meeting.house.now()}
            session.add(JournalEntry(conference=meeting.conference, **row))
    board = meeting.now.board
    assert (board.scales["Q1"].named, board.scales["Q1"].on) == (True, date(2026, 11, 2))
    assert board.cards[card].parked
    assert board.agreements["A1"].rule is None


@pytest.mark.parametrize(("before", "now"), [("P1", ("P1",)), (None, ())])
def test_the_one_back_up_of_an_older_agreement_is_the_first_of_the_back_ups(
    meeting: Meeting, before: str | None, now: tuple[str, ...]
) -> None:
    doer = meeting.admitted("Riet")
    texts = {"what": "w", "when": "w", "notice": "w"}
    links: dict[str, list[str]] = {"risks": [], "worries": [], "bottom_lines": [], "strengths": []}
    body = {"agreement": "A1", "base": "A1", "who": doer.id, "backup": before, "monitor": None, **texts, **links}
    seq = meeting.now.board.seq
    with meeting.house.store.writing() as session:
        for number, kind in enumerate(("agreement_made", "agreement_changed"), seq + 1):
            row = {"seq": number, "kind": kind, "version": 2, "body": body, "by": "x", "at": meeting.house.now()}
            session.add(JournalEntry(conference=meeting.conference, **row))
    assert meeting.now.board.agreements["A1"].backups == now


def test_an_entry_of_a_newer_program_is_not_guessed_at(meeting: Meeting) -> None:
    row = JournalEntry(
        conference=meeting.conference,
        seq=99,
        kind="play_stopped",
        version=journal.VERSION + 1,
        body={},
        by="desk",
        at=START,
    )
    with meeting.house.store.writing() as session:
        session.add(row)
    with meeting.house.store.reading() as session, pytest.raises(ValueError, match="newer version"):
        journal.read(session, meeting.conference)


def test_the_journal_holds_no_words(meeting: Meeting) -> None:
    somebody = meeting.admitted("Kanarie")
    meeting.shown(somebody, "worry", "Kanarie piept.")
    with meeting.house.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM journal").all()
    assert rows
    assert "Kanarie" not in repr(rows)


def test_words_taken_back_are_in_no_page_of_the_file_afterwards(meeting: Meeting) -> None:
    somebody = meeting.admitted("Mo")
    kept = meeting.shown(somebody, "worry", "Deze kanarie blijft.")
    gone = meeting.shown(somebody, "worry", "Deze nachtegaal vliegt weg." * 100)
    assert pages(meeting).count(b"nachtegaal") >= 100
    meeting.do("take_back", somebody, card=gone)
    left = pages(meeting)
    assert b"Deze kanarie blijft." in left
    assert b"nachtegaal" not in left
    assert kept


def pages(meeting: Meeting) -> bytes:
    """All pages of the database file as they are without the key's lock, free ones too; nothing is left beside it."""
    meeting.house.store.forget()
    return raw_words(meeting.house.settings.data)
