"""Scrubbing: what was erased is on no page any more, also where the database had moved it about before."""

from __future__ import annotations

import random
from pathlib import Path

from sos_core.store.engine import Store, open_store
from tests.raw_pages import raw_words

KEY = "ab" * 32


def churned(folder: Path) -> Store:
    """A table that grew and changed so much that its rows were moved from page to page; then all its texts were erased."""
    store, chance = open_store(folder, KEY, durable=False), random.Random(0)
    rows: list[str] = []
    with store.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE said (id TEXT PRIMARY KEY, text TEXT)")
        for _ in range(3000):
            rows.append(str(chance.random()))
            words = "ZqCanary" * chance.randint(1, 120)
            connection.exec_driver_sql("INSERT INTO said VALUES (?, ?)", (rows[-1], words))
            if chance.random() < 0.3:
                longer = "ZqCanary" * chance.randint(1, 700)
                connection.exec_driver_sql("UPDATE said SET text = ? WHERE id = ?", (longer, chance.choice(rows)))
            if chance.random() < 0.3:
                connection.exec_driver_sql("DELETE FROM said WHERE id = ?", (chance.choice(rows),))
    with store.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE said SET text = NULL")
    return store


def test_after_scrubbing_no_page_holds_what_was_erased_and_before_it_some_do(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEY)
    store = churned(tmp_path)
    store.forget()
    assert b"ZqCanary" in raw_words(tmp_path), "then emptying the log of changes would do"
    assert store.scrub()
    assert b"ZqCanary" not in raw_words(tmp_path)
    assert (tmp_path / "draaiboek.db-wal").stat().st_size == 0
    store.close()


def test_while_somebody_reads_it_is_said_that_it_was_not_done(tmp_path: Path) -> None:
    store = churned(tmp_path)
    reader = store.engine.connect()
    reader.exec_driver_sql("SELECT count(*) FROM said").fetchone()
    with store.engine.connect() as connection:
        connection.rollback()
    quick = store.engine.raw_connection()
    quick.cursor().execute("PRAGMA busy_timeout = 50")  # the pool gives the connection that was used last
    quick.close()
    assert not store.scrub()
    reader.close()
    assert store.scrub()
    store.close()
