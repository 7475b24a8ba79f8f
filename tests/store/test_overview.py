"""The overview is in step with what it is derived from, whoever writes it, and is made anew after a migration."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from sos_core.domain.heard import Heard
from sos_core.services.house import new_id, open_house
from sos_core.store import overview
from sos_core.store.engine import Store
from sos_core.store.tables import Conference, Evaluation, Overview, Referral
from tests.builders import Meeting, Office

COUNTED = ("heard", "without_backup", "without_monitor")


def rows(store: Store) -> dict[str, dict[str, Any]]:
    with store.reading() as session:
        return {row.referral: row.model_dump() for row in session.exec(select(Overview))}


def made_anew(store: Store) -> dict[str, dict[str, Any]]:
    with store.pen() as pen:
        overview.make_anew(pen.connection())
    return rows(store)


@pytest.fixture
def followed(office: Office) -> Meeting:
    """A family with a plan, beside one that waits."""
    office.referral(alias="Familie Mus")
    meeting = office.meeting()
    riet = meeting.admitted("Riet")
    meeting.agree(riet)
    meeting.agree(riet, backups=[meeting.admitted("Mo").id])
    meeting.adopted()
    return meeting


def test_what_was_kept_in_step_is_what_is_made_anew(office: Office, followed: Meeting) -> None:
    before = rows(office.house.store)
    assert len(before) == 2
    assert before == made_anew(office.house.store)


def test_a_conference_that_is_changed_by_whatever_service_changes_its_row(office: Office, followed: Meeting) -> None:
    with office.house.store.writing() as session:
        conference = session.get_one(Conference, followed.conference)
        conference.facilitator = office.other_facilitator.id
        session.add(Evaluation(id=new_id(), conference=conference.id, version=1, on=date(2026, 11, 9)))
    row = rows(office.house.store)[conference.referral]
    assert (row["facilitator"], row["evaluation_on"], row["asks_on"]) == (
        office.other_facilitator.id,
        date(2026, 11, 9),
        date(2026, 11, 9),
    )
    assert rows(office.house.store) == made_anew(office.house.store)


def test_what_is_not_kept_changes_nothing(office: Office, followed: Meeting) -> None:
    before = rows(office.house.store)

    def fail(session: Session) -> None:
        session.get_one(Conference, followed.conference).stepped_out_on = date(2026, 11, 9)
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), office.house.store.writing() as session:
        fail(session)
    assert rows(office.house.store) == before


def test_a_referral_that_goes_takes_its_row_along(office: Office, meeting: Meeting) -> None:
    gone = office.referral(alias="Familie Mus")
    with office.house.store.pen() as pen:
        pen.connection().execute(text("DELETE FROM child WHERE referral = :id"), {"id": gone})
        for table in ("bottom_line", "words"):
            pen.connection().execute(text(f"DELETE FROM {table} WHERE referral = :id"), {"id": gone})
        pen.connection().execute(text("DELETE FROM referral WHERE id = :id"), {"id": gone})
    assert gone not in rows(office.house.store)


def test_an_alias_that_was_changed_is_found_by_its_new_one_alone(office: Office) -> None:
    family = office.referral(alias="Familie Mus")
    with office.house.store.writing() as session:
        session.get_one(Referral, family).alias = "…"
    assert rows(office.house.store)[family]["sought_as"] == "…"


def test_a_database_from_before_gets_its_rows_and_the_counts_of_its_plans(office: Office, followed: Meeting) -> None:
    store = office.house.store
    before = rows(store)
    with store.pen() as pen:
        _as_before(pen.connection())
    store.close()
    again = open_house(office.house.settings)
    try:
        assert rows(again.store) == before
        with again.store.reading() as session:
            conference, heard = (
                session.get_one(Conference, followed.conference),
                Heard(date(2026, 11, 24), date(2026, 11, 2)),
            )
            assert [getattr(conference, name) for name in COUNTED] == [(heard, heard), 1, 2]
    finally:
        again.store.close()


def test_a_database_from_before_agreements_were_heard_of_by_themselves_gets_each_of_them_from_its_journal(
    office: Office, followed: Meeting
) -> None:
    told, _ = followed.now.board.agreements
    office.clock.forward(weeks=4)
    followed.do("check_in", followed.people["Riet"], agreement=told, how="worked")
    store, before = office.house.store, rows(office.house.store)
    with store.pen() as pen:
        _as_at_0010(pen.connection())
    store.close()
    again = open_house(office.house.settings)
    try:
        assert rows(again.store) == before
        with again.store.reading() as session:
            heard = session.get_one(Conference, followed.conference).heard
        assert [one.on for one in heard or ()] == [date(2026, 11, 2), date(2026, 11, 30)]
    finally:
        again.store.close()


def _as_at_0010(connection: Any) -> None:
    """What was heard of a plan was one day."""
    connection.execute(text("DROP INDEX ix_conference_stepped_out_on"))
    connection.execute(text("DROP INDEX ix_overview_urgent"))
    for table in ("conference", "overview"):
        connection.execute(text(f"ALTER TABLE {table} DROP COLUMN heard"))
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN heard_on INTEGER"))
    connection.execute(text("ALTER TABLE overview DROP COLUMN silent_from"))
    connection.execute(text("CREATE INDEX ix_overview_urgent ON overview (listed, heard_on)"))
    connection.execute(text("UPDATE alembic_version SET version_num = '0010'"))


def _as_before(connection: Any) -> None:
    """As the last version before the overview left it."""
    connection.execute(text("DROP INDEX ix_conference_stepped_out_on"))
    connection.execute(text("DROP TABLE overview"))
    connection.execute(text("DROP TABLE saved_view"))
    for column in COUNTED:
        connection.execute(text(f"ALTER TABLE conference DROP COLUMN {column}"))
    for later in ("mail", "mail_lang", "mailed_on"):
        connection.execute(text(f"ALTER TABLE person DROP COLUMN {later}"))
    connection.execute(text("DROP TABLE forgotten"))
    connection.execute(text("ALTER TABLE erasure DROP COLUMN person"))
    connection.execute(text("ALTER TABLE erasure ADD COLUMN scrubbed BOOLEAN NOT NULL DEFAULT 0"))
    connection.execute(text("UPDATE alembic_version SET version_num = '0007'"))
